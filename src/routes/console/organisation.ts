import type { Context } from "hono";
import { type FormState, formOf } from "../../console/kit/form-state.ts";
import { exampleOf } from "../../console/organisation/example.tsx";
import { ORGANISATION_FORM } from "../../console/organisation/form.ts";
import type { LogoView } from "../../console/organisation/logo.tsx";
import type { RenamingView } from "../../console/organisation/renaming.tsx";
import { renderOrganisation } from "../../console/organisation/screen.tsx";
import { LOGO_BYTES } from "../../model/brand/logo.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { documentTag } from "../../model/values/entity-tag.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { previewRenaming } from "../../notify/preview/renaming.ts";
import { renderRegistry } from "../../page/register/registry.tsx";
import { readingOf } from "../../registry/changes/announced/supposed.ts";
import { hasAnnounced } from "../../registry/changes/change-sets.ts";
import { foreseeRenaming } from "../../registry/changes/renaming.ts";
import { putOrganisation } from "../../registry/changes/settings.ts";
import { findLogo, putLogo, removeLogo } from "../../registry/log/logo.ts";
import { getOrganisation, organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { sayFault } from "../../words/fault.ts";
import { readUpload } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { registerView } from "../public/reader.ts";
import { done, takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const organisationScreen = createRouter();

const route = consoleRoutes(organisationScreen);

const PATH = "/console/organisation";

type Besides = { logo?: Partial<LogoView>; renaming?: RenamingView | undefined };

async function page(c: Context<App>, form: FormState, { logo, renaming }: Besides = {}): Promise<string> {
  const { today } = await organisationToday(c.var.deps);
  const stored = await findLogo(c.var.deps.db);
  return renderOrganisation({
    ...(await consoleView(c, c.var.signedIn.user)),
    form: { ...form, readOnly: !allows(c.var.scopes, "admin") },
    example: exampleOf(form, today),
    logo: { logo: stored, ...logo },
    isFirst: !(await hasAnnounced(c.var.deps.db)),
    renaming,
  });
}

async function filled(c: Context<App>): Promise<FormState> {
  const { locale } = await consoleView(c);
  return formOf(ORGANISATION_FORM, await getOrganisation(c.var.deps.db), locale);
}

route("GET", "/console/organisation", { role: "read" }, async (c) => c.html(await page(c, await filled(c))));

/** Takes a logo. What is left out of it is said at once, as nobody asks for it later. */
route("POST", "/console/organisation/logo", { role: "admin" }, async (c) => {
  const form = await filled(c);
  const refused = async (detail: string, status: 413 | 422) =>
    c.html(await page(c, form, { logo: { wrong: sayFault(detail, form.locale) } }), status);
  const bytes = await readUpload(c, LOGO_BYTES);
  if (bytes === "too large") return refused(`must be at most ${LOGO_BYTES / 1024} KiB`, 413);
  if (bytes === null) return refused("is required", 422);
  try {
    const { removed } = await putLogo(c.var.deps, c.var.actor, { bytes });
    return removed.length === 0 ? done(c, PATH) : c.html(await page(c, form, { logo: { removed } }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.errors[0] === undefined) throw error;
    return refused(error.errors[0].detail, 422);
  }
});

route("POST", "/console/organisation/logo/remove", { role: "admin" }, async (c) => {
  await removeLogo(c.var.deps, c.var.actor);
  return done(c, PATH);
});

/** Whom saving would tell of another name, and by which mails; undefined where nobody would be told. */
async function renamingOf(c: Context<App>, document: Organisation): Promise<RenamingView | undefined> {
  const { deps } = c.var;
  const r = await readingOf(deps);
  const renaming = await foreseeRenaming(r, r.organisation, document);
  if (renaming === null) return undefined;
  const mails = await previewRenaming(deps, r, renaming, document);
  return mails.length === 0 ? undefined : { asRead: sha256(canonicalJson(renaming)), mails };
}

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
    act: async (document, ifMatch, sent) => {
      const renaming = await renamingOf(c, document);
      if (renaming && sent.text("renamed") !== renaming.asRead) {
        const { locale } = await consoleView(c);
        const form = formOf(ORGANISATION_FORM, document, locale, ifMatch);
        return c.html(await page(c, { ...form, unsaved: true }, { renaming }));
      }
      await putOrganisation(c.var.deps, c.var.actor, document, { ifMatch });
      return PATH;
    },
    page: (form) => page(c, form),
  }),
);
