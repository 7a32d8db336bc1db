import type { Context } from "hono";
import { columnField } from "../../../console/imports/columns.tsx";
import { planPath, UPLOAD_PATH } from "../../../console/imports/paths.ts";
import { renderPlan } from "../../../console/imports/plan.tsx";
import { guessField, otherPlaceField, questionsOf, vendorField } from "../../../console/imports/questions.tsx";
import { isKind, KINDS } from "../../../console/imports/vendors.tsx";
import type { PlanView } from "../../../console/imports/view.ts";
import { placeTyped } from "../../../console/kit/places.tsx";
import { typed } from "../../../console/kit/typed.ts";
import { type Values, valueIn } from "../../../console/kit/values.ts";
import { COLUMN_FIELDS, hasOneReading } from "../../../imports/guess-rules.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { applyImport } from "../../../registry/imports/apply.ts";
import { correctImport, deleteImport } from "../../../registry/imports/plans.ts";
import { type ImportPlan, readImport } from "../../../registry/imports/read-plan.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { sayFault } from "../../../words/fault.ts";
import { wordsFor } from "../../../words/index.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { UUID } from "../../frame/contract.ts";
import { problems } from "../../frame/problem-types.ts";
import { done, sentForm } from "../form.ts";
import { consoleView, leadTo } from "../frame.ts";
import { consoleRoutes, setNumber } from "../routes.ts";
import { targetFor } from "../vendors/drafts.ts";

export const importPlanScreen = createRouter();

const route = consoleRoutes(importPlanScreen);

/** The plan that an address is of. Refuses: not-found. */
function idIn(c: Context<App>): string {
  const id = c.req.param("id") ?? "";
  if (!UUID.test(id)) throw new Refusal("not-found", "There is no such import.");
  return id;
}

async function page(c: Context<App>, more: Partial<Pick<PlanView, "put" | "wrong">> = {}): Promise<string> {
  const { deps, signedIn, scopes } = c.var;
  const [view, plan, { organisation, law, today }, target] = await Promise.all([
    consoleView(c, signedIn.user),
    readImport(deps, idIn(c)),
    organisationToday(deps),
    targetFor(c, {}),
  ]);
  const asked = c.req.query("show");
  const kind = isKind(asked) ? asked : (KINDS.find((each) => plan.totals[each] > 0) ?? "same");
  return renderPlan({
    ...view,
    plan,
    settings: organisation,
    law,
    today,
    shown: { kind, page: Math.max(1, setNumber(c.req.query("page")) ?? 1) },
    target,
    mayAnnounce: allows(scopes, "announce"),
    put: { locale: view.locale, labels: {}, values: {}, wrong: {} },
    wrong: {},
    ...more,
  });
}

route("GET", "/console/imports/:id", { role: "write" }, async (c) => c.html(await page(c)));

route("POST", "/console/imports/:id/again", { role: "write" }, async (c) => {
  await correctImport(c.var.deps, c.var.actor, idIn(c), {});
  return leadTo(c, planPath(idIn(c)));
});

route("POST", "/console/imports/:id/columns", { role: "write" }, async (c) => {
  const { values } = await sentForm(c);
  const plan = await readImport(c.var.deps, idIn(c));
  const said = plan.reading.tables.flatMap(({ columns }, table) =>
    columns.flatMap(({ field: read, sure }, column) => {
      const name = columnField(table, column);
      if (values[name] === undefined) return [];
      const field = COLUMN_FIELDS.find((each) => each === valueIn(values, name)) ?? null;
      // What is plain, and left as it is, need not be said; what was said before is said again.
      const isSaid = plan.mapping.some((each) => each.table === table && each.column === column);
      return sure && field === read && !isSaid ? [] : [{ table, column, field }];
    }),
  );
  await correctImport(c.var.deps, c.var.actor, idIn(c), { mapping: said });
  return done(c, planPath(idIn(c)));
});

route("POST", "/console/imports/:id/answers", { role: "write" }, async (c) => {
  const { values, does } = await sentForm(c);
  const plan = await readImport(c.var.deps, idIn(c));
  const { locale } = await consoleView(c);
  const [button, kind] = does.split(":");
  const confirmed =
    button === "confirm"
      ? [...questionsOf(plan.vendors)]
          .filter(([each]) => each === kind)
          .flatMap(([, questions]) => questions.filter(({ guess }) => hasOneReading(guess)))
      : [];
  const guesses = {
    ...Object.fromEntries(confirmed.map(({ guess }) => [guess.id, true])),
    ...guessesAnswered(plan, values),
  };
  try {
    await correctImport(c.var.deps, c.var.actor, idIn(c), { guesses, vendors: vendorsChosen(plan, values) });
  } catch (error) {
    if (!(error instanceof Refusal) || error.slug !== "invalid-request") throw error;
    const wrong = error.errors.map(({ pointer, detail }) => {
      const [, of, id = ""] = pointer.split("/");
      if (of === "vendors") return [vendorField(id), sayFault(detail, locale)];
      return [valueIn(values, otherPlaceField(id)) ? otherPlaceField(id) : guessField(id), sayFault(detail, locale)];
    });
    return c.html(await page(c, { wrong: Object.fromEntries(wrong) }), 422);
  }
  return done(c, planPath(idIn(c)));
});

/** What was answered of guesses: another place that is typed, or what was chosen. */
function guessesAnswered({ vendors }: ImportPlan, values: Values): Record<string, unknown> {
  const answers = vendors.flatMap(({ guesses }) =>
    guesses.flatMap(({ id, instead }): [string, unknown][] => {
      const place = valueIn(values, otherPlaceField(id)).trim();
      if (place !== "") return [[id, placeTyped(place)]];
      const [how, which = ""] = valueIn(values, guessField(id)).split(":");
      if (how === "yes") return [[id, true]];
      if (how === "drop") return [[id, null]];
      if (how === "no" && instead[Number(which)] !== undefined) return [[id, instead[Number(which)]]];
      return how === "as" ? [[id, which]] : [];
    }),
  );
  return Object.fromEntries(answers);
}

function vendorsChosen({ vendors }: ImportPlan, values: Values): Record<string, { slug: string | null }> {
  const chosen = vendors.flatMap(({ key, asked }): [string, { slug: string | null }][] => {
    const answer = valueIn(values, vendorField(key));
    if (answer === "new") return [[key, { slug: null }]];
    const meant = asked.find(({ slug }) => answer === `is:${slug}`);
    return meant ? [[key, { slug: meant.slug }]] : [];
  });
  return Object.fromEntries(chosen);
}

route("POST", "/console/imports/:id/skip", { role: "write" }, async (c) => {
  const { values } = await sentForm(c);
  const skip = valueIn(values, "skip") === "yes";
  const { vendors } = await readImport(c.var.deps, idIn(c));
  const vendor = vendors.find(({ key }) => key === valueIn(values, "key"));
  if (!vendor) throw new Refusal("not-found", "There is no such vendor in the import.");
  await correctImport(c.var.deps, c.var.actor, idIn(c), { vendors: { [vendor.key]: skip ? { skip } : null } });
  return done(c, planPath(idIn(c)));
});

/** A file that has only a part of the list removes nothing of the rest. */
route("POST", "/console/imports/:id/keep", { role: "write" }, async (c) => {
  const { vendors } = await readImport(c.var.deps, idIn(c));
  const removed = vendors.filter(({ what }) => what === "remove").map(({ key }) => [key, { skip: true }] as const);
  await correctImport(c.var.deps, c.var.actor, idIn(c), { vendors: Object.fromEntries(removed) });
  return done(c, planPath(idIn(c)));
});

route("POST", "/console/imports/:id/delete", { role: "write" }, async (c) => {
  await deleteImport(c.var.deps, c.var.actor, idIn(c));
  return leadTo(c, UPLOAD_PATH);
});

/** Puts it into a draft; the first list is then shown once more, with the button that publishes it. */
route("POST", "/console/imports/:id/put", { role: "write" }, async (c) => {
  const { values, does } = await sentForm(c);
  const fields = typed(values);
  const how = {
    changeSet: setNumber(fields.text("draft")),
    reason: fields.text("reason"),
    allowRemovals: setNumber(fields.text("allowRemovals")),
  };
  try {
    const number = await applyImport(c.var.deps, c.var.actor, idIn(c), how);
    return does === "publish" ? leadTo(c, `/console/changes/${number}/publish`) : done(c, `/console/changes/${number}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.slug === "not-found") throw error;
    const { locale } = await consoleView(c);
    const { refusals, imports: words } = wordsFor(locale).screens;
    const [status] = problems[error.slug];
    const wrong: Record<string, string> =
      error.slug === "removals-not-allowed"
        ? { allowRemovals: words.removalsWrong(Number(error.members.removals)) }
        : {};
    const put = {
      locale,
      labels: { allowRemovals: words.removalsLabel },
      values,
      wrong,
      problem: refusals[error.slug],
    };
    return c.html(await page(c, { put }), status);
  }
});
