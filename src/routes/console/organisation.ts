import type { Context } from "hono";
import { type FormState, formOf } from "../../console/kit/form-state.ts";
import { exampleOf } from "../../console/organisation/example.tsx";
import { ORGANISATION_FORM } from "../../console/organisation/form.ts";
import { renderOrganisation } from "../../console/organisation/screen.tsx";
import { documentTag } from "../../model/values/entity-tag.ts";
import { renderRegistry } from "../../page/register/registry.tsx";
import { putOrganisation } from "../../registry/changes/settings.ts";
import { getOrganisation, organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type App, createRouter } from "../frame/context.ts";
import { registerView } from "../public/reader.ts";
import { takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const organisationScreen = createRouter();

const route = consoleRoutes(organisationScreen);

async function page(c: Context<App>, form: FormState): Promise<string> {
  const { today } = await organisationToday(c.var.deps);
  return renderOrganisation({
    ...(await consoleView(c, c.var.signedIn.user)),
    form: { ...form, readOnly: !allows(c.var.scopes, "admin") },
    example: exampleOf(form, today),
  });
}

route("GET", "/console/organisation", { role: "read" }, async (c) => {
  const { locale } = await consoleView(c);
  return c.html(await page(c, formOf(ORGANISATION_FORM, await getOrganisation(c.var.deps.db), locale)));
});

route("POST", "/console/organisation/page", { role: "admin" }, (c) =>
  takeForm(c, ORGANISATION_FORM, {
    act: async (organisation) => {
      const view = await registerView(c);
      const register = { ...view.register, organisation, publishers: [] };
      return c.html(renderRegistry({ ...view, register, at: null, filters: {} }));
    },
    page: (form) => page(c, form),
  }),
);

route("POST", "/console/organisation", { role: "admin" }, (c) =>
  takeForm(c, ORGANISATION_FORM, {
    current: async () => {
      const document = await getOrganisation(c.var.deps.db);
      return { document, version: documentTag(document) };
    },
    act: async (document, ifMatch) => {
      await putOrganisation(c.var.deps, c.var.actor, document, { ifMatch });
      return "/console/organisation";
    },
    page: (form) => page(c, form),
  }),
);
