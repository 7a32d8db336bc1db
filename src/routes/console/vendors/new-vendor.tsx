import type { Context } from "hono";
import { type FormState, formOf, shownOf } from "../../../console/kit/form-state.ts";
import { placeTyped } from "../../../console/kit/places.tsx";
import { type Values, valueIn, valuesOf } from "../../../console/kit/values.ts";
import { NO_VENDOR, VENDOR_FORM, vendorBeginning } from "../../../console/vendors/form.ts";
import { formPath } from "../../../console/vendors/path.ts";
import { renderVendorForm } from "../../../console/vendors/screen.tsx";
import { Suggestions } from "../../../console/vendors/suggestions.tsx";
import { type Organisation, writtenIn } from "../../../model/organisation-document.ts";
import { Key } from "../../../model/values/text.ts";
import type { VendorInput } from "../../../model/vendor/vendor-document.ts";
import { describeVendor } from "../../../registry/changes/vendor-list.ts";
import { addVendor } from "../../../registry/changes/vendors.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { takeForm } from "../form.ts";
import { consoleView } from "../frame.ts";
import { consoleRoutes } from "../routes.ts";
import { draftChosen, draftOffered, targetFor } from "./drafts.ts";
import { documentOf } from "./edits.tsx";

export const newVendor = createRouter();

const route = consoleRoutes(newVendor);

const PATH = "/console/new-vendor";

/** Few requests need the catalogue. */
const catalogue = () => import("../../../catalogue/index.ts");

/** The vendor that comes back, as an address names it. */
const returningIn = (c: Context<App>): string | undefined => Key.safeParse(c.req.query("returning")).data;

async function page(c: Context<App>, form: FormState): Promise<string> {
  const view = await consoleView(c, c.var.signedIn.user);
  const { today, organisation: publisher, law } = await organisationToday(c.var.deps);
  const returning = returningIn(c);
  const from = valueIn(form.values, "from");
  const known = await knownValues(from, publisher);
  const suggested = Object.keys(known).filter((field) => isSaidIn(known, form.values, field));
  return renderVendorForm({
    ...view,
    form,
    publisher,
    law,
    today,
    vendor: null,
    action: formPath.add(view, { returning }),
    target: await targetFor(c, {}),
    isRectification: false,
    suggested: new Set(suggested),
    catalogue: returning === undefined && (await offered(form, from)),
  });
}

/** What the catalogue has of the name in the form, but for what the form is filled from. */
async function offered(form: FormState, from: string) {
  const { knownContract, offeredFor, CATALOGUE_SOURCE } = await catalogue();
  const found = offeredFor(valueIn(form.values, "name").trim().slice(0, 200)).filter(({ id }) => id !== from);
  const used = knownContract(from)?.vendor ?? null;
  return <Suggestions form={form} found={found} used={used} source={CATALOGUE_SOURCE} />;
}

/** What a catalogue says of a vendor and of whom the contract is with, as fields; of nothing chosen nothing. */
async function knownValues(from: string, publisher: Organisation): Promise<Values> {
  const { factsFor } = await catalogue();
  const facts = factsFor(from, publisher.defaultLocale, writtenIn(publisher));
  return facts ? valuesOf(shownOf(VENDOR_FORM, vendorBeginning(facts.vendor, facts.service))) : {};
}

/** Whether a field has what the catalogue says. */
function isSaidIn(known: Values, values: Values, field: string): boolean {
  const said = (known[field] ?? []).join("\n");
  const stands = (values[field] ?? []).join("\n");
  return said !== "" && said === (field === "country" ? placeTyped(stands) : stands);
}

/**
 * The form as it was sent, with what is taken from the catalogue where nothing was typed, instead of what was taken before.
 * The name is what it was found by, so that the catalogue's stands in its place.
 */
async function withTaken(c: Context<App>, form: FormState): Promise<FormState> {
  const { organisation } = await organisationToday(c.var.deps);
  const known = await knownValues(form.taken ?? "", organisation);
  if (form.taken === undefined || Object.keys(known).length === 0) return form;
  const before = await knownValues(valueIn(form.values, "from"), organisation);
  const typed = Object.entries(form.values).filter(
    ([field, [value = ""]]) => field !== "name" && value !== "" && !isSaidIn(before, form.values, field),
  );
  return { ...form, values: { ...known, ...Object.fromEntries(typed), from: [form.taken] } };
}

/** What the form begins with: nothing, or what the vendor was that comes back. */
async function beginning(c: Context<App>): Promise<VendorInput> {
  const returning = returningIn(c);
  return returning === undefined ? NO_VENDOR : documentOf(await describeVendor(c.var.deps, returning, {}));
}

route("GET", PATH, { role: "write" }, async (c) => {
  const { locale } = await consoleView(c);
  const { values, ...form } = formOf(VENDOR_FORM, await beginning(c), locale);
  const into = draftOffered(c, await targetFor(c, {}));
  return c.html(await page(c, { ...form, version: undefined, values: { ...values, ...into } }));
});

route("POST", PATH, { role: "write" }, (c) =>
  takeForm(c, VENDOR_FORM, {
    act: async (document, _version, sent) => {
      const returning = returningIn(c);
      const changeSet = draftChosen(await targetFor(c, {}), sent);
      const input = returning === undefined ? document : { ...document, slug: returning };
      const target = { changeSet, returning: returning !== undefined };
      const done = await addVendor(c.var.deps, c.var.actor, input, target);
      return `/console/changes/${done.changeSet}`;
    },
    page: async (form) => page(c, await withTaken(c, form)),
  }),
);
