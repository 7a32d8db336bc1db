import type { Context } from "hono";
import { chosenOf, ENTERING_FORM, renderEntering, type TypedAnswer } from "../../console/answers/enter.tsx";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { FormState } from "../../console/kit/form-state.ts";
import { type Values, valueIn } from "../../console/kit/values.ts";
import type { Deps } from "../../deps.ts";
import { refuseField } from "../../model/values/refusal.ts";
import { line } from "../../model/values/text.ts";
import { concernedByName, MOST_FOUND } from "../../registry/answers/concerned-by-name.ts";
import { hearersFor } from "../../registry/answers/contacts.ts";
import { enterResponse } from "../../registry/answers/enter.ts";
import { listResponses } from "../../registry/answers/responses.ts";
import { outlineChangeSets } from "../../registry/changes/change-sets.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import type { App } from "../frame/context.ts";
import { done, takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { changeAsked } from "./of-change.ts";
import { type consoleRoutes, setNumber } from "./routes.ts";

/** The sets that can be chosen: older ones are answered by the API. */
const MOST_SETS = 100;

/** A customer's name to look for; undefined for what can be none's. */
const nameSought = (typed = ""): string | undefined => line(200).safeParse(typed.trim()).data;

async function page(c: Context<App>, form: FormState): Promise<string> {
  const { deps, signedIn } = c.var;
  const view = await consoleView(c, signedIn.user);
  const { data } = await outlineChangeSets(deps, { states: ["announced", "effective"], limit: MOST_SETS });
  const changeSet = setNumber(valueIn(form.values, "changeSet").trim());
  const customer = nameSought(valueIn(form.values, "customer"));
  const found = changeSet !== undefined && customer ? await concernedByName(deps, changeSet, customer) : null;
  const meant = found && chosenOf(found, valueIn(form.values, "which"));
  return renderEntering({
    ...view,
    form,
    sets: data.map((set) => ({ number: set.number, title: titleOfSet(set, view) })),
    found,
    mostFound: MOST_FOUND,
    hearers: meant ? (await hearersFor(deps.db, meant.externalId)).flatMap(({ email }) => email ?? []) : [],
    soFar: meant && changeSet !== undefined ? await answersSoFar(deps, changeSet, meant.externalId) : [],
  });
}

/** More answers of one customer to one set than anybody reads beside a form. */
const MOST_SO_FAR = 20;

const answersSoFar = async (deps: Deps, changeSet: number, customer: string) =>
  (await listResponses(deps, { changeSet, customer, limit: MOST_SO_FAR })).data;

/** Who is meant by what was typed. Refuses, as invalid-request: nobody, and several of whom none is chosen. */
async function meant(c: Context<App>, { changeSet, customer, which }: TypedAnswer): Promise<string> {
  const found = await concernedByName(c.var.deps, changeSet, customer);
  const [only, ...others] = found;
  if (!only) throw refuseField("invalid-request", "/customer", "must be a customer whom the change set concerns");
  if (others.length === 0) return only.externalId;
  const chosen = found.find(({ externalId }) => externalId === which);
  if (chosen && found.length <= MOST_FOUND) return chosen.externalId;
  throw refuseField("invalid-request", "/customer", "names several customers");
}

/** The addresses by which an answer is entered that came by other ways. */
export function enteringRoutes(route: ReturnType<typeof consoleRoutes>): void {
  route("GET", "/console/answers/new", { role: "write" }, async (c) => {
    const { kind = "" } = c.req.query();
    const [change, customer] = [changeAsked(c), nameSought(c.req.query("customer"))];
    const { today } = await organisationToday(c.var.deps);
    const { locale } = await consoleView(c);
    const [known] = change !== undefined && customer ? await concernedByName(c.var.deps, change, customer) : [];
    const values: Values = {
      changeSet: [change?.toString() ?? ""],
      customer: [known?.name ?? ""],
      ...(known && { which: [known.externalId] }),
      kind: [kind.slice(0, 20)],
      receivedOn: [today],
    };
    return c.html(await page(c, { locale, labels: ENTERING_FORM.labels(locale), values, wrong: {} }));
  });

  route("POST", "/console/answers/new", { role: "write" }, (c) =>
    takeForm(c, ENTERING_FORM, {
      act: async (answer) => {
        const { which: _, text, ...entered } = answer;
        const customer = await meant(c, answer);
        const { id } = await enterResponse(c.var.deps, c.var.actor, { ...entered, customer, text: text ?? null });
        return done(c, `/console/answers/${id}`, "entered");
      },
      page: (form) => page(c, form),
    }),
  );
}
