import type { Context } from "hono";
import { type FormState, formOf } from "../../../console/kit/form-state.ts";
import { vendorPath } from "../../../console/vendors/path.ts";
import { ERASURE_FORM, REMOVAL_FORM, renderErasure, renderRemoval } from "../../../console/vendors/removal.tsx";
import { writtenIn } from "../../../model/organisation-document.ts";
import { href } from "../../../page/shell/view.ts";
import { describeVendor } from "../../../registry/changes/vendor-list.ts";
import { etagOf, findVendor, removeVendor } from "../../../registry/changes/vendors.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { redactVendor } from "../../../registry/people/redact.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { takeForm } from "../form.ts";
import { consoleView, freshSignIn } from "../frame.ts";
import { consoleRoutes, slugIn } from "../routes.ts";
import { draftChosen, draftOffered, targetFor } from "./drafts.ts";

export const vendorRemoval = createRouter();

const route = consoleRoutes(vendorRemoval);

async function viewOf(c: Context<App>, form: FormState, does: "remove" | "erase") {
  const view = await consoleView(c, c.var.signedIn.user);
  const vendor = await describeVendor(c.var.deps, slugIn(c), {});
  return { ...view, vendor, form, action: href(view, `${vendorPath(vendor.slug)}/${does}`) };
}

async function removal(c: Context<App>, form: FormState): Promise<string> {
  const view = await viewOf(c, form, "remove");
  const { organisation } = await organisationToday(c.var.deps);
  return renderRemoval({
    ...view,
    target: await targetFor(c, { vendor: view.vendor }),
    locales: writtenIn(organisation),
  });
}

route("GET", "/console/vendors/:slug/remove", { role: "write" }, async (c) => {
  const { locale } = await consoleView(c);
  const version = etagOf(await findVendor(c.var.deps.db, slugIn(c)));
  const vendor = await describeVendor(c.var.deps, slugIn(c), {});
  const form = formOf(REMOVAL_FORM, {}, locale, version);
  return c.html(await removal(c, { ...form, values: draftOffered(c, await targetFor(c, { vendor })) }));
});

route("POST", "/console/vendors/:slug/remove", { role: "write" }, (c) =>
  takeForm(c, REMOVAL_FORM, {
    act: async ({ reason }, ifMatch, sent) => {
      const slug = slugIn(c);
      const vendor = await describeVendor(c.var.deps, slug, {});
      const changeSet = draftChosen(await targetFor(c, { vendor }), sent);
      const done = await removeVendor(c.var.deps, c.var.actor, slug, { changeSet, ifMatch, reason });
      return `/console/changes/${done.changeSet}`;
    },
    page: (form) => removal(c, form),
  }),
);

const erasure = async (c: Context<App>, form: FormState) => renderErasure(await viewOf(c, form, "erase"));

route("GET", "/console/vendors/:slug/erase", { role: "admin" }, async (c) => {
  const { locale } = await consoleView(c);
  const { version: _, ...form } = formOf(ERASURE_FORM, { value: "", reason: "" }, locale);
  return c.html(await erasure(c, form));
});

route("POST", "/console/vendors/:slug/erase", { role: "admin", before: [freshSignIn] }, (c) =>
  takeForm(c, ERASURE_FORM, {
    act: async (erased) => {
      await redactVendor(c.var.deps, c.var.actor, slugIn(c), erased);
      return vendorPath(slugIn(c));
    },
    page: (form) => erasure(c, form),
  }),
);
