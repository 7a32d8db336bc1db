import { createRoute, type RouteConfigToTypedResponse, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { type DeliveryEvidence, deliveryEvidence, evidenceHead, getFrozenMail } from "../registry/evidence.ts";
import { Locale } from "../registry/text.ts";
import { scoped } from "./auth.ts";
import { ChangeSet } from "./change-set-schema.ts";
import { createRouter } from "./context.ts";
import { IdParam, Instant, LAST_CHANGE_SET, ok, refusals, wholeNumber } from "./contract.ts";

export const evidenceRoutes = createRouter();

const tags = ["evidence"];

const Head = z.object({
  changeSet: ChangeSet,
  notices: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      createdAt: Instant,
      mails: z.array(z.object({ locale: Locale, subject: z.string(), sha256: z.string(), frozenAt: Instant })),
    }),
  ),
  snapshot: z.object({ number: z.int(), hash: z.string(), takenAt: Instant }).nullable(),
  auditHead: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
});

const Delivery = z.object({
  id: z.uuid(),
  noticeId: z.uuid(),
  email: z.string().nullable().openapi({ description: "Null once the person is erased; `emailHash` stays." }),
  emailHash: z.string(),
  customer: z.string().nullable(),
  state: z.string(),
  stateAt: Instant,
  cause: z.string().nullable(),
  emailId: z.string().nullable(),
  events: z.array(z.object({ state: z.string(), at: z.string(), cause: z.string().nullable() })),
});

const Evidence = Head.extend({ deliveries: z.array(Delivery), responses: z.array(z.unknown()) }).openapi("Evidence");

const evidence = createRoute({
  method: "get",
  path: "/v1/change-sets/{number}/evidence",
  operationId: "getEvidence",
  summary: "Who was told of a change set, and what became of each notice; as CSV by `Accept: text/csv`",
  tags,
  ...scoped("read"),
  request: { params: z.object({ number: wholeNumber(0, LAST_CHANGE_SET) }) },
  responses: {
    200: {
      content: { "application/json": { schema: Evidence }, "text/csv": { schema: z.string() } },
      description: "The evidence, streamed",
    },
    ...refusals("not-found"),
  },
});

/** A stream is of no declared schema: that its text is the evidence is ours to know. */
type Streamed = Response & RouteConfigToTypedResponse<typeof evidence>;

evidenceRoutes.openapi(evidence, async (c) => {
  const { deps } = c.var;
  const { number } = c.req.valid("param");
  const head = Head.parse(await evidenceHead(deps, number));
  const asCsv = (c.req.header("accept") ?? "").includes("text/csv");
  c.header("content-type", asCsv ? "text/csv; charset=utf-8" : "application/json");
  const lines = asCsv ? csv(deliveryEvidence(deps.db, number)) : jsonText(head, deliveryEvidence(deps.db, number));
  return c.body(bytesOf(lines, deps.log)) as Streamed;
});

/** Text as a stream that is read as fast as it is taken. An error breaks it off: half a CSV must not look whole. */
function bytesOf(lines: AsyncGenerator<string>, log: Deps["log"]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log("evidence.broken", { name: error instanceof Error ? error.name : "unknown" });
        controller.error(new Error("The evidence was broken off"));
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

/** The document piece by piece: what is not complete does not parse, so a lost connection is noticed. */
async function* jsonText(head: object, deliveries: AsyncIterable<DeliveryEvidence>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"deliveries":[`;
  let separator = "\n";
  for await (const delivery of deliveries) {
    yield separator + JSON.stringify(delivery);
    separator = ",\n";
  }
  yield '\n],"responses":[]}\n';
}

const COLUMNS = ["id", "noticeId", "email", "emailHash", "customer", "state", "stateAt", "cause", "emailId"] as const;

async function* csv(deliveries: AsyncIterable<DeliveryEvidence>): AsyncGenerator<string> {
  yield `${[...COLUMNS, "events"].join(",")}\r\n`;
  for await (const delivery of deliveries) {
    const events = delivery.events
      .map(({ state, at, cause }) => `${at} ${state}${cause ? ` (${cause})` : ""}`)
      .join("\n");
    const cells = COLUMNS.map((column) => {
      const value = delivery[column];
      return cell(value instanceof Date ? value.toISOString() : (value ?? ""));
    });
    yield `${[...cells, cell(events)].join(",")}\r\n`;
  }
}

/** A CSV field (RFC 4180); what a spreadsheet would run as a formula is made text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FrozenMail = z
  .object({
    noticeId: z.uuid(),
    locale: Locale,
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    sha256: z.string().openapi({
      description:
        "Of the canonical JSON (RFC 8785) of subject, text and html, with U+E000 `token` U+E001 for each reader's own.",
    }),
    frozenAt: Instant,
  })
  .openapi("FrozenMail");

const mail = createRoute({
  method: "get",
  path: "/v1/notices/{id}/mail",
  operationId: "getNoticeMail",
  summary: "A notice's mail in one language, as it was frozen before it was sent",
  tags,
  ...scoped("read"),
  request: { params: IdParam, query: z.strictObject({ locale: Locale }) },
  responses: { 200: ok(FrozenMail, "The mail"), ...refusals("not-found") },
});

evidenceRoutes.openapi(mail, async (c) =>
  c.json(FrozenMail.parse(await getFrozenMail(c.var.deps, c.req.valid("param").id, c.req.valid("query").locale)), 200),
);
