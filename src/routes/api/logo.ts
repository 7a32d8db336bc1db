import { z } from "@hono/zod-openapi";
import { LOGO_BYTES, LOGO_TYPES, LogoFacts, logoPath } from "../../model/brand/logo.ts";
import { getLogo, putLogo, removeLogo } from "../../registry/log/logo.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, ok } from "../frame/contract.ts";
import { problem } from "../frame/problems.ts";
import { EXAMPLES } from "./examples.ts";

export const logoRoutes = createRouter();

const route = apiRoutes(logoRoutes, "organisation");

const LogoAnswer = LogoFacts.extend({
  url: z.string().openapi({ description: "Where anybody may load it." }),
})
  .describe("The logo that the pages show.")
  .openapi("Logo");

const StoredLogo = LogoAnswer.extend({
  removed: z.array(z.string()).openapi({
    description:
      "What was left out of the image that was sent, by name: chunks of a PNG that do not change how it looks; of an SVG elements and attributes that could run, load or link to something.",
  }),
})
  .describe("The logo as it is kept, and what was left out of it.")
  .openapi("StoredLogo");

const answered = ({ type, width, height, sha256 }: LogoFacts, publicUrl: string) => ({
  type,
  width,
  height,
  sha256,
  url: publicUrl + logoPath({ sha256, type }),
});

route("get", "/v1/organisation/logo", {
  operationId: "getLogo",
  summary: "The logo",
  description: "What the pages show beside the name.",
  scope: "read",
  responses: { 200: ok(LogoAnswer, "The logo") },
  refuses: ["not-found"],
  handle: async (c) => answered(await getLogo(c.var.deps.db), c.var.deps.config.publicUrl),
});

const image = { schema: z.string().openapi({ format: "binary" }) };

route("put", "/v1/organisation/logo", {
  operationId: "putLogo",
  summary: "Set the logo",
  description: `Takes the image itself, at most ${LOGO_BYTES / 1024} KiB. What could run, load or link is left out of it; \`removed\` names that. Refuses what is neither a PNG nor an SVG.`,
  scope: "admin",
  request: {
    body: { content: { "image/png": image, "image/svg+xml": { ...image, example: EXAMPLES.putLogo } }, required: true },
  },
  responses: { 200: ok(StoredLogo, "The logo as it is shown from now on") },
  handle: async (c) => {
    const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!LOGO_TYPES.some((each) => each === type)) {
      return problem(c, "unsupported-media-type", { detail: `Send ${LOGO_TYPES.join(" or ")}.` });
    }
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const { logo, removed } = await putLogo(c.var.deps, c.var.actor, { bytes, type });
    return { ...answered(logo, c.var.deps.config.publicUrl), removed };
  },
});

route("delete", "/v1/organisation/logo", {
  operationId: "removeLogo",
  summary: "Take the logo away",
  description: "The pages show the name alone.",
  scope: "admin",
  responses: { 204: { description: "There is none any more" } },
  refuses: ["not-found"],
  handle: async (c) => {
    await removeLogo(c.var.deps, c.var.actor);
  },
});
