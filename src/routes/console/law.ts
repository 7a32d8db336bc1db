import type { Context } from "hono";
import type { FormState } from "../../console/kit/form-state.ts";
import { type AmendmentKind, amendmentForm, isAmendmentKind, renderAmend } from "../../console/transfers/amend.tsx";
import { type LawView, renderLaw } from "../../console/transfers/law.tsx";
import { Refusal } from "../../model/values/refusal.ts";
import { amendLaw, readLaw } from "../../registry/changes/law.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type App, createRouter } from "../frame/context.ts";
import { takeForm } from "./form.ts";
import { consoleView, freshSignIn } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

/** The law by which transfers are judged, and what an operator adds to it. */
export const lawScreen = createRouter();

const route = consoleRoutes(lawScreen);

const PATH = "/console/transfers/law";

async function lawView(c: Context<App>): Promise<LawView> {
  const { deps, signedIn, scopes } = c.var;
  const { today } = await organisationToday(deps);
  const view = await consoleView(c, signedIn.user);
  return { ...view, ...(await readLaw(deps)), today, mayAmend: allows(scopes, "admin") };
}

route("GET", PATH, { role: "read" }, async (c) => c.html(renderLaw(await lawView(c))));

function kindIn(c: Context<App>): AmendmentKind {
  const kind = c.req.param("kind");
  if (!isAmendmentKind(kind)) throw new Refusal("not-found", "There is no such amendment.");
  return kind;
}

const page = async (c: Context<App>, kind: AmendmentKind, form: FormState) =>
  renderAmend({ ...(await lawView(c)), kind, form });

// A sign-in that is too old is said before anything is typed.
route("GET", `${PATH}/amend/:kind`, { role: "admin", before: [freshSignIn] }, async (c) => {
  const kind = kindIn(c);
  const { locale } = await consoleView(c);
  return c.html(await page(c, kind, { locale, labels: amendmentForm(kind).labels(locale), values: {}, wrong: {} }));
});

route("POST", `${PATH}/amend/:kind`, { role: "admin", before: [freshSignIn] }, (c) => {
  const kind = kindIn(c);
  return takeForm(c, amendmentForm(kind), {
    act: async (amendment) => {
      await amendLaw(c.var.deps, c.var.actor, amendment);
      return PATH;
    },
    page: (form) => page(c, kind, form),
  });
});
