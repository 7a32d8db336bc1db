import { z } from "@hono/zod-openapi";
import { inOneTransaction } from "../../db/reading.ts";
import { recordExport, registryArchive } from "../../registry/move/export.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes } from "../frame/contract.ts";

export const exportRoutes = createRouter();

const route = apiRoutes(exportRoutes, "organisation");

route("post", "/v1/export", {
  operationId: "exportRegistry",
  summary: "Everything, as an archive",
  description:
    "Documents, history, customers, followers, answers, mails and the whole log, for a backup or a move: `spr import --all` takes it into an empty registry. It holds personal data, and mails that wait with their readers' links; no sessions, and API keys by name alone. The log says who took it. To move, hold sending first.",
  scope: "admin",
  responses: {
    200: {
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
      description: "The archive, streamed",
    },
  },
  handle: async (c) => {
    const { deps, actor } = c.var;
    await recordExport(deps, actor);
    const bytes = inOneTransaction(deps.downloads, (tx) => registryArchive({ ...deps, db: tx }));
    const headers = { "content-type": "application/zip", "content-disposition": 'attachment; filename="registry.zip"' };
    return c.var.download(c, bytes, headers, deps.log);
  },
});
