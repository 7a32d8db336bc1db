import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { refuseField } from "../../../model/values/refusal.ts";
import { applyImport } from "../../../registry/imports/apply.ts";
import { listImports } from "../../../registry/imports/list-plans.ts";
import { correctImport, deleteImport, type ListFileSent, planImport } from "../../../registry/imports/plans.ts";
import { readImport } from "../../../registry/imports/read-plan.ts";
import { importPages } from "../../../registry/imports/stored.ts";
import { demandScope } from "../../frame/auth.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { announceRefusals, apiRoutes, IdParam, json, ok, page, pageQuery } from "../../frame/contract.ts";
import { problem } from "../../frame/problems.ts";
import { EXAMPLES } from "../examples.ts";
import { ImportApplication, ImportForm, ImportInput, ImportPatch, Mapping } from "./input.ts";
import { ImportAnswer, ImportSummary, importAnswer } from "./schema.ts";

export const importRoutes = createRouter();

const route = apiRoutes(importRoutes, "imports");

const shownImport = async ({ var: { deps, locale } }: Context<App>, id: string) =>
  importAnswer(await locale())(await readImport(deps, id));

route("post", "/v1/imports", {
  operationId: "planImport",
  summary: "Plan what a file would make of the list",
  description:
    "Reads CSV, TSV, Markdown, HTML, JSON, YAML or XLSX, and compares it with the list as it is announced to be and with open drafts. " +
    "Nothing of the list changes. A list in our own form (`schemas/list-file-v1.json`, or `/subprocessors.json`) is whole: what it does not " +
    "state is removed. Of any other file, fields that it is not about stay. A plan is kept for 30 days, the file is not.",
  scope: "write",
  request: {
    body: {
      content: {
        "application/json": { schema: ImportInput, example: EXAMPLES.planImport },
        "multipart/form-data": { schema: ImportForm },
      },
    },
  },
  responses: { 201: ok(ImportAnswer, "The plan") },
  refuses: ["unreadable-file", "malformed-csv"],
  handle: async (c) => {
    const [type = ""] = (c.req.header("content-type") ?? "").toLowerCase().split(/[;\s]/);
    if (!TAKEN.includes(type)) return problem(c, "unsupported-media-type", { detail: `Send ${TAKEN.join(" or ")}.` });
    const body: Sent = type === TAKEN[0] ? c.req.valid("json") : c.req.valid("form");
    const sent = isOfForm(body) ? await ofForm(body) : ofJson(body);
    return shownImport(c, await planImport(c.var.deps, c.var.actor, sent));
  },
});

const TAKEN = ["application/json", "multipart/form-data"];

type OfJson = z.output<typeof ImportInput>;
type OfForm = z.output<typeof ImportForm>;
type Sent = OfJson | OfForm;
const isOfForm = (sent: Sent): sent is OfForm => sent.file instanceof File;

function ofJson({ file, encoding, ...rest }: OfJson): ListFileSent {
  if (encoding !== "base64") return { ...rest, bytes: new TextEncoder().encode(file) };
  if (!/^[\w+/-]*={0,2}\s*$/.test(file)) throw refuseField("invalid-request", "/file", "is not base64");
  return { ...rest, bytes: new Uint8Array(Buffer.from(file, "base64")) };
}

async function ofForm({ file, mapping, fileName, format }: OfForm): Promise<ListFileSent> {
  const named = fileName ?? (file.name.slice(-200) || undefined);
  return {
    bytes: await file.bytes(),
    fileName: named,
    format,
    mapping: mapping === undefined ? undefined : read(mapping),
  };
}

function read(mapping: string): z.output<typeof Mapping> {
  let value: unknown;
  try {
    value = JSON.parse(mapping);
  } catch {
    throw refuseField("invalid-request", "/mapping", "must be JSON");
  }
  const parsed = Mapping.safeParse(value);
  if (!parsed.success) throw refuseField("invalid-request", "/mapping", parsed.error.issues[0]?.message ?? "");
  return parsed.data;
}

route("get", "/v1/imports", {
  operationId: "listImports",
  summary: "Plans of imports",
  description: "Newest first, without what they are about.",
  scope: "read",
  request: { query: pageQuery(importPages, {}) },
  responses: { 200: ok(page(ImportSummary), "A page of plans") },
  handle: async (c) => listImports(c.var.deps, c.req.valid("query")),
});

route("get", "/v1/imports/{id}", {
  operationId: "getImport",
  summary: "A plan of an import",
  description: "With every guess, what differs field by field, and whether the list has changed since.",
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(ImportAnswer, "The plan") },
  refuses: ["not-found"],
  handle: (c) => shownImport(c, c.req.valid("param").id),
});

route("patch", "/v1/imports/{id}", {
  operationId: "correctImport",
  summary: "Correct a plan",
  description:
    "Says what columns are, confirms or corrects guesses, and which vendor is meant; then the file is compared anew with the list as it is now. An empty object only compares anew.",
  scope: "write",
  request: { params: IdParam, body: json(ImportPatch, EXAMPLES.correctImport) },
  responses: { 200: ok(ImportAnswer, "The plan") },
  refuses: ["not-found", "plan-applied"],
  handle: async (c) => {
    const { id } = c.req.valid("param");
    await correctImport(c.var.deps, c.var.actor, id, c.req.valid("json"));
    return shownImport(c, id);
  },
});

route("delete", "/v1/imports/{id}", {
  operationId: "deleteImport",
  summary: "Delete a plan",
  description: "And what was read of the file. A draft that it was put into stays.",
  scope: "write",
  request: { params: IdParam },
  responses: { 204: { description: "The plan is gone" } },
  refuses: ["not-found"],
  handle: (c) => deleteImport(c.var.deps, c.var.actor, c.req.valid("param").id),
});

const Applied = z
  .object({ changeSet: z.int().describe("The draft that it was put into, or the set that was published.") })
  .describe("What came of a plan.")
  .openapi("AppliedImport");

route("post", "/v1/imports/{id}/apply", {
  operationId: "applyImport",
  summary: "Put a plan into a draft",
  description:
    "All of it into one draft, or with `baseline` published as the first list. Nothing that is unsure is applied unasked. Where a set has the `reference` already and came of the same file, that set is answered, and nothing is drafted again.",
  scope: "write",
  request: { params: IdParam, body: json(ImportApplication, EXAMPLES.applyImport) },
  responses: { 200: ok(Applied, "The set") },
  refuses: [
    "plan-applied",
    "plan-stale",
    "plan-unsure",
    "removals-not-allowed",
    "nothing-changed",
    "reference-taken",
    "slug-taken",
    "not-an-empty-registry",
    ...announceRefusals,
  ],
  handle: async (c) => {
    const how = c.req.valid("json");
    if (how.baseline) demandScope(c.var.scopes, "announce");
    return { changeSet: await applyImport(c.var.deps, c.var.actor, c.req.valid("param").id, how) };
  },
});
