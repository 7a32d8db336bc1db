import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { changeSetViews } from "../../model/change/register.ts";
import { ResponseKind } from "../../model/people/response.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { bounded, line, prose } from "../../model/values/text.ts";
import { lastDayForAll, renderCalendar } from "../../page/formats/calendar.ts";
import { renderRespond } from "../../page/forms/respond.tsx";
import type { AnswerField } from "../../page/forms/respond-view.ts";
import { renderUnknownLink } from "../../page/forms/subscription.tsx";
import { invitationOf, respond } from "../../registry/answers/respond.ts";
import { readForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { notFound } from "../frame/problems.ts";
import { gated, registerView } from "./reader.ts";

export const respondRoutes = createRouter();

const emptyAsNull = <T extends z.ZodType>(schema: T) =>
  z
    .literal("")
    .transform(() => null)
    .or(schema);

/** An answer as a form sends it: every field is text, and the lines of a textarea end as in a mail. */
const AnswerForm = z.strictObject({
  kind: ResponseKind,
  text: bounded(10_000)
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(emptyAsNull(prose(5000)))
    .default(null),
  customer: emptyAsNull(bounded(200)).default(null),
  onBehalfOf: emptyAsNull(line()).default(null),
});

/** The first gate, by visitor; the limit that holds is counted over receipts, in the database. */
respondRoutes.on("POST", "/respond/:token", gated);

respondRoutes.get("/respond/:token", async (c) => show(c, {}));

respondRoutes.post("/respond/:token", async (c) => {
  const invitation = await invitationOf(c.var.deps, c.req.param("token"));
  if (!invitation) return show(c, {});
  // Of a field sent twice the last.
  const fields = Object.fromEntries(await readForm(c));
  const read = AnswerForm.safeParse(fields);
  if (!read.success) return show(c, { wrong: wrongly(fields, fieldErrors(read.error.issues)) });
  try {
    await respond(c.var.deps, c.req.param("token"), read.data);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.slug === "invalid-request") return show(c, { wrong: wrongly(fields, error.errors) });
    if (error.slug === "answered-too-often") return show(c, { tooOften: true });
    return show(c, { refused: error.slug === "not-announced" });
  }
  return show(c, { saved: true });
});

const FIELDS = ["kind", "text", "customer", "onBehalfOf"] as const satisfies AnswerField[];

/** What was sent, cut to what a page may show, and which of its fields are to blame: at least the first. */
function wrongly(fields: Record<string, string>, errors: { pointer: string }[]) {
  const sent = (field: AnswerField) => (fields[field] ?? "").slice(0, 10_000);
  const blamed = FIELDS.filter((field) => errors.some(({ pointer }) => pointer === `/${field}`));
  return {
    sent: { kind: sent("kind"), text: sent("text"), customer: sent("customer"), onBehalfOf: sent("onBehalfOf") },
    fields: blamed.length > 0 ? blamed : FIELDS.slice(0, 1),
  };
}

type Outcome = {
  saved?: boolean;
  tooOften?: boolean;
  refused?: boolean;
  wrong?: ReturnType<typeof wrongly>;
};

/** The page as things stand. GET never changes anything: scanners open every link. */
async function show(c: Context<App>, { refused, ...outcome }: Outcome): Promise<Response> {
  const invitation = await invitationOf(c.var.deps, c.req.param("token") ?? "");
  c.header("cache-control", "no-store");
  if (!invitation) return c.html(renderUnknownLink(await registerView(c, null), "answer"), 404);
  const calendarUrl = `/respond/${c.req.param("token")}/calendar.ics`;
  const page = renderRespond({ ...(await registerView(c, invitation.person)), ...invitation, ...outcome, calendarUrl });
  return c.html(page, refused ? 409 : outcome.wrong ? 422 : outcome.tooOften ? 429 : 200);
}

respondRoutes.get("/respond/:token/calendar.ics", async (c) => {
  const invitation = await invitationOf(c.var.deps, c.req.param("token"));
  if (!invitation) return notFound(c);
  const { changeSet, parties, person } = invitation;
  const applying = parties.filter(({ exemptedAt }) => exemptedAt === null);
  if (parties.length > 0 && applying.length === 0) return notFound(c);
  const theirs = applying.map(({ externalId, name, lastDayToObjectOn, timeZone, beforeEffect }) => ({
    uidSuffix: `-${encodeURIComponent(externalId)}`,
    name: parties.length > 1 ? name : null,
    on: beforeEffect === null ? lastDayToObjectOn : null,
    timeZone,
  }));
  const text = renderCalendar(
    await registerView(c, person),
    changeSet,
    parties.length > 0 ? theirs : [lastDayForAll(changeSet)],
  );
  c.header("cache-control", "no-store");
  return text === null ? notFound(c) : calendar(c, changeSet.number, text);
});

respondRoutes.get("/changes/:number{[0-9]{1,9}}/calendar.ics", async (c) => {
  const view = await registerView(c);
  const number = Number(c.req.param("number"));
  const set = changeSetViews(view.register.history, view.today).find((each) => each.number === number);
  const text = set && renderCalendar(view, set, [lastDayForAll(set)]);
  if (!text) return notFound(c);
  c.header("cache-control", "public, max-age=300");
  c.header("vary", "Accept-Language");
  return calendar(c, number, text);
});

function calendar(c: Context<App>, number: number, text: string): Response {
  c.header("content-type", "text/calendar; charset=utf-8");
  c.header("content-disposition", `attachment; filename="change-${number}.ics"`);
  return c.body(text);
}
