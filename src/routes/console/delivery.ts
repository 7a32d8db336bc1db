import type { Context } from "hono";
import { renderLift, renderReports, renderSuppressed } from "../../console/delivery/addresses.tsx";
import { decisionsOf, renderDecide } from "../../console/delivery/decide.tsx";
import { renderSending } from "../../console/delivery/sending.tsx";
import type { DocumentForm, FormState } from "../../console/kit/form-state.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { BatchDecision, decideBatch } from "../../notify/batch-decision.ts";
import { resumeNow } from "../../notify/pause.ts";
import { listTroubledBatches, sendingStatus, troubledBatch } from "../../notify/sending-status.ts";
import { listReports, reportPages, TROUBLE_REPORTS } from "../../registry/owed/reports.ts";
import {
  getSuppression,
  LiftSuppression,
  liftSuppression,
  listSuppressions,
  suppressionPages,
} from "../../registry/people/suppressions.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { wordsFor } from "../../words/index.ts";
import { type App, createRouter } from "../frame/context.ts";
import { soughtText, UUID } from "../frame/contract.ts";
import { done, takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { changeAsked, changesToChoose } from "./of-change.ts";
import { consoleRoutes } from "./routes.ts";

export const deliveryScreen = createRouter();

const route = consoleRoutes(deliveryScreen);

const PATH = "/console/delivery";
const ON_A_PAGE = 50;

const view = (c: Context<App>) => consoleView(c, c.var.signedIn.user);
const isAdmin = (c: Context<App>): boolean => allows(c.var.scopes, "admin");

route("GET", PATH, { role: "read" }, async (c) => {
  const { deps } = c.var;
  const batches = await listTroubledBatches(deps, changeAsked(c));
  const shown = await view(c);
  const of = await changesToChoose(c, shown.locale);
  return c.html(renderSending({ ...shown, status: await sendingStatus(deps), batches, mayDecide: isAdmin(c), of }));
});

route("POST", `${PATH}/resume`, { role: "admin" }, async (c) => {
  await resumeNow(c.var.deps, c.var.actor);
  return done(c, PATH);
});

function idIn(c: Context<App>): string {
  const id = c.req.param("id") ?? "";
  if (!UUID.test(id)) throw new Refusal("not-found", "There is nothing of this id.");
  return id;
}

/** A form with nothing typed in it yet. */
const blank = async <Document>(c: Context<App>, kind: DocumentForm<Document>): Promise<FormState> => {
  const { locale } = await consoleView(c);
  return { locale, labels: kind.labels(locale), values: {}, wrong: {} };
};

const DECISION: DocumentForm<BatchDecision> = {
  labels: (locale) => wordsFor(locale).screens.delivery.decide.fields,
  schema: BatchDecision,
  read: (typed) => ({ as: typed.text("as"), reason: typed.text("reason") }),
};

async function decidePage(c: Context<App>, form: FormState): Promise<string> {
  const batch = await troubledBatch(c.var.deps, idIn(c));
  const [only, ...others] = decisionsOf(batch);
  // Where one thing can be done, it is chosen already.
  const values = only && others.length === 0 ? { ...form.values, as: [only] } : form.values;
  return renderDecide({ ...(await view(c)), batch, form: { ...form, values } });
}

route("GET", `${PATH}/batches/:id`, { role: "admin" }, async (c) =>
  c.html(await decidePage(c, await blank(c, DECISION))),
);

route("POST", `${PATH}/batches/:id`, { role: "admin" }, async (c) => {
  const id = idIn(c);
  // One that is done with by now is said to be that before its form is read.
  await troubledBatch(c.var.deps, id);
  return takeForm(c, DECISION, {
    act: async (decision) => {
      await decideBatch(c.var.deps, c.var.actor, id, decision);
      return PATH;
    },
    page: (form) => decidePage(c, form),
  });
});

route("GET", `${PATH}/suppressed`, { role: "read" }, async (c) => {
  const cursor = c.req.query("cursor");
  const q = soughtText(200).safeParse(c.req.query("q")?.trim()).data;
  const { data, next } = await listSuppressions(c.var.deps, {
    email: q,
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: suppressionPages.cursor.safeParse(cursor).data,
  });
  return c.html(renderSuppressed({ ...(await view(c)), rows: data, next, cursor, q, mayLift: isAdmin(c) }));
});

const LIFT: DocumentForm<{ reason: string }> = {
  labels: (locale) => ({ reason: wordsFor(locale).screens.delivery.suppressed.reason }),
  schema: LiftSuppression,
  read: (typed) => ({ reason: typed.text("reason") }),
};

const liftPage = async (c: Context<App>, form: FormState): Promise<string> =>
  renderLift({ ...(await view(c)), address: await getSuppression(c.var.deps, idIn(c)), form });

route("GET", `${PATH}/suppressed/:id`, { role: "admin" }, async (c) => c.html(await liftPage(c, await blank(c, LIFT))));

route("POST", `${PATH}/suppressed/:id`, { role: "admin" }, async (c) => {
  const { id } = await getSuppression(c.var.deps, idIn(c));
  return takeForm(c, LIFT, {
    act: async ({ reason }) => {
      await liftSuppression(c.var.deps, c.var.actor, id, reason);
      return `${PATH}/suppressed`;
    },
    page: (form) => liftPage(c, form),
  });
});

route("GET", `${PATH}/reports`, { role: "read" }, async (c) => {
  const cursor = c.req.query("cursor");
  const isTroubleOnly = c.req.query("show") === "trouble";
  const { data, next } = await listReports(c.var.deps, {
    types: isTroubleOnly ? TROUBLE_REPORTS : undefined,
    changeSet: changeAsked(c),
    limit: ON_A_PAGE,
    cursor: reportPages.cursor.safeParse(cursor).data,
  });
  const shown = await view(c);
  const of = await changesToChoose(c, shown.locale);
  return c.html(renderReports({ ...shown, rows: data, next, cursor, isTroubleOnly, of }));
});
