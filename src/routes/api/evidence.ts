import { z } from "@hono/zod-openapi";
import { mapped } from "../../db/paging.ts";
import { inOneTransaction } from "../../db/reading.ts";
import type { Deps } from "../../deps.ts";
import { arrayText } from "../../evidence/pack/text.ts";
import { AuditHead } from "../../evidence/records.ts";
import { SnapshotRef } from "../../model/change/register.ts";
import { ConcernedCustomer } from "../../model/people/customer-document.ts";
import { DeliveryEvidence } from "../../model/people/delivery.ts";
import { FrozenMail, NoticeEvidence } from "../../model/people/notice.ts";
import { ResponseEvidence } from "../../model/people/response.ts";
import { csvCell, withHead } from "../../model/values/csv.ts";
import { explained } from "../../model/values/explained.ts";
import { CONSOLE_LANGUAGES } from "../../model/values/languages.ts";
import { Locale } from "../../model/values/text.ts";
import { getChangeSet } from "../../registry/changes/change-sets.ts";
import {
  auditEvidence,
  customerEvidence,
  deliveryEvidence,
  evidenceHead,
  getFrozenMail,
  noticeEvidence,
  responseEvidence,
} from "../../registry/proof/evidence.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, ok, soughtText } from "../frame/contract.ts";
import { downloadPack } from "../frame/evidence-pack.ts";
import { accepted } from "../frame/language.ts";
import { ShownEntry, shownEntry } from "./audit.ts";
import { ChangeSet, changeSetAnswer, NumberParam } from "./change-set-schema.ts";

export const evidenceRoutes = createRouter();

const route = apiRoutes(evidenceRoutes, "evidence");

const Head = z.object({
  changeSet: ChangeSet,
  snapshot: SnapshotRef.nullable().describe("The version of the list that announced it."),
  auditHead: AuditHead.nullable().describe("How far the log had come when this was read."),
});

const Evidence = Head.extend({
  customers: z.array(ConcernedCustomer).describe("Whom it concerned."),
  notices: z.array(NoticeEvidence).describe("What was owed."),
  deliveries: z.array(DeliveryEvidence).describe("To whom, and what became of it."),
  responses: z.array(ResponseEvidence).describe("What was answered."),
  audit: z.array(ShownEntry).openapi({
    description: "The log's entries about the set, the vendors in it, its notices and the responses to it.",
  }),
})
  .describe("Who was told of a change set, and what became of it.")
  .openapi("Evidence");

route("get", "/v1/change-sets/{number}/evidence", {
  operationId: "getEvidence",
  summary: "Who was told, and what became of it",
  description:
    "Of one change set: the customers concerned on their terms, notices, deliveries with every step, answers. As CSV by `Accept: text/csv`, or `format`.",
  scope: "read",
  request: {
    params: NumberParam,
    query: z.strictObject({
      format: explained({ json: "everything", csv: "the deliveries, a line for each" }).optional(),
    }),
  },
  responses: {
    200: {
      content: { "application/json": { schema: Evidence }, "text/csv": { schema: z.string() } },
      description: "The evidence, streamed",
    },
  },
  refuses: ["not-found"],
  handle: async (c) => {
    const { deps } = c.var;
    const { number } = c.req.valid("param");
    await getChangeSet(deps, number);
    const { format } = c.req.valid("query");
    const asCsv = format ? format === "csv" : (c.req.header("accept") ?? "").includes("text/csv");
    const locale = await c.var.locale();
    const lines = inOneTransaction(deps.downloads, (tx) =>
      asCsv ? csv(deliveryEvidence(tx, number)) : jsonText({ ...deps, db: tx }, number, locale),
    );
    const type = asCsv ? "text/csv; charset=utf-8" : "application/json";
    return c.var.download(c, lines, { "content-type": type }, deps.log);
  },
});

/** The document piece by piece: what is not complete does not parse, so a lost connection is noticed. */
async function* jsonText(deps: Deps, number: number, locale: Locale): AsyncGenerator<string> {
  const { changeSet, ...head } = await evidenceHead(deps, number);
  yield JSON.stringify(Head.parse({ changeSet: changeSetAnswer(locale)(changeSet), ...head })).slice(0, -1);
  yield ',"customers":';
  yield* arrayText(await customerEvidence(deps.db, number));
  yield ',"notices":';
  yield* arrayText(noticeEvidence(deps.db, number));
  yield ',"deliveries":';
  yield* arrayText(deliveryEvidence(deps.db, number));
  yield ',"responses":';
  yield* arrayText(responseEvidence(deps.db, number));
  yield ',"audit":';
  yield* arrayText(mapped(auditEvidence(deps.db, number), shownEntry));
  yield "}\n";
}

const COLUMNS = [
  "id",
  "noticeId",
  "email",
  "emailHash",
  "customer",
  "state",
  "stateAt",
  "cause",
  "emailId",
  "chain",
] as const;

const csv = (deliveries: AsyncIterable<DeliveryEvidence>): AsyncGenerator<string> =>
  withHead(`${[...COLUMNS, "events"].join(",")}\r\n`, rows(deliveries));

async function* rows(deliveries: AsyncIterable<DeliveryEvidence>): AsyncGenerator<string> {
  for await (const delivery of deliveries) {
    const events = delivery.events
      .map(({ state, at, cause }) => `${at} ${state}${cause ? ` (${cause})` : ""}`)
      .join("\n");
    const cells = COLUMNS.map((column) => csvCell(delivery[column] ?? ""));
    yield `${[...cells, csvCell(events)].join(",")}\r\n`;
  }
}

route("get", "/v1/change-sets/{number}/evidence.zip", {
  operationId: "getEvidencePack",
  summary: "The evidence as an archive",
  description:
    "The change set, the list before and after, the mails as sent, every delivery and its steps, the responses, the whole audit log, a README for whoever has to judge it, and a manifest of SHA-256 sums. `npm run verify -- <file>` checks it without a server.",
  scope: "admin",
  request: { params: NumberParam },
  responses: {
    200: {
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
      description: "The archive, streamed",
    },
  },
  refuses: ["not-found", "not-announced"],
  handle: async (c) => {
    const locale = accepted(c, CONSOLE_LANGUAGES) ?? CONSOLE_LANGUAGES[0];
    return downloadPack(c, c.req.valid("param").number, locale);
  },
});

route("get", "/v1/notices/{id}/mail", {
  operationId: "getNoticeMail",
  summary: "A mail as it was written",
  description: "In one language, for one kind of reader, before it was sent.",
  scope: "read",
  request: {
    params: IdParam,
    query: z.strictObject({
      locale: Locale,
      variant: z
        .literal("")
        .or(soughtText(100_000))
        .default("")
        .describe("For whom, as the evidence says; empty: followers."),
    }),
  },
  responses: { 200: ok(FrozenMail, "The mail") },
  refuses: ["not-found"],
  handle: async (c) => {
    const { locale, variant } = c.req.valid("query");
    return getFrozenMail(c.var.deps, c.req.valid("param").id, locale, variant);
  },
});
