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
import { draftChosen, draftComingFrom, draftOffered, targetFor } from "./drafts.ts";
import { documentOf } from "./edits.tsx";

export const newVendor = createRouter();

const route = consoleRoutes(newVendor);

const PATH = "/console/new-vendor";

/** Few requests need the catalogue. */
const catalogue = () => import("../../../catalogue/index.ts");

/** The vendor that comes back, as an address names it. */
const returningIn = (c: Context<App>): string | undefined => Key.safeParse(c.req.query("returning")).data;

/** What is looked for in the catalogue, as long as a name may be; null where nothing is. */
const sought = (c: Context<App>): string | null => c.req.query("q")?.trim().slice(0, 200) || null;

async function page(c: Context<App>, form: FormState): Promise<string> {
  const view = await consoleView(c, c.var.signedIn.user);
  const { today, organisation: publisher, law } = await organisationToday(c.var.deps);
  const { knownContract, offeredFor, CATALOGUE_SOURCE } = await catalogue();
  const from = valueIn(form.values, "from");
  const used = knownContract(from);
  const known = await knownValues(from, publisher);
  const q = sought(c);
  const returning = returningIn(c);
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
    before: returning === undefined && (
      <Suggestions
        view={view}
        into={draftComingFrom(c)}
        q={q}
        found={q === null ? [] : offeredFor(q)}
        used={used?.vendor ?? null}
        source={CATALOGUE_SOURCE}
      />
    ),
  });
}

/** What a catalogue says, as fields; of nothing chosen nothing. */
const knownValues = async (from: string, publisher: Organisation): Promise<Values> =>
  (await catalogue()).knownContract(from) ? valuesOf(shownOf(VENDOR_FORM, await documentFrom(from, publisher))) : {};

/** Whether a field has what the catalogue says. */
function isSaidIn(known: Values, values: Values, field: string): boolean {
  const said = (known[field] ?? []).join("\n");
  const stands = (values[field] ?? []).join("\n");
  return said !== "" && said === (field === "country" ? placeTyped(stands) : stands);
}

/** The form as it was sent, with what is chosen from the catalogue where nothing was typed, instead of what was chosen before. */
async function withChosen(c: Context<App>, form: FormState): Promise<FormState> {
  const { knownContract, findKnown } = await catalogue();
  const from = c.req.query("from") ?? "";
  if (!knownContract(from)) {
    const q = sought(c);
    const isItsName = q !== null && valueIn(form.values, "name") === "" && findKnown(q).length === 0;
    return isItsName ? { ...form, values: { ...form.values, name: [q] } } : form;
  }
  const { organisation } = await organisationToday(c.var.deps);
  const before = await knownValues(valueIn(form.values, "from"), organisation);
  const typed = Object.entries(form.values).filter(
    ([field, [value = ""]]) => value !== "" && !isSaidIn(before, form.values, field),
  );
  const values = { ...(await knownValues(from, organisation)), ...Object.fromEntries(typed), from: [from] };
  return { ...form, values };
}

/** What the form begins with: nothing, what the catalogue has, or what the vendor was that comes back. */
async function beginning(c: Context<App>): Promise<{ document: VendorInput; from?: string }> {
  const returning = returningIn(c);
  if (returning !== undefined) return { document: documentOf(await describeVendor(c.var.deps, returning, {})) };
  const { knownContract, findKnown } = await catalogue();
  const from = c.req.query("from") ?? "";
  if (knownContract(from))
    return { document: await documentFrom(from, (await organisationToday(c.var.deps)).organisation), from };
  // A name that was looked for and is not known is that of the vendor.
  const q = sought(c);
  return { document: q !== null && findKnown(q).length === 0 ? { ...NO_VENDOR, name: q } : NO_VENDOR };
}

/** What the catalogue has of a vendor and of whom the contract is with, in the languages that the organisation writes. */
async function documentFrom(from: string, publisher: Organisation): Promise<VendorInput> {
  const { factsFor } = await catalogue();
  const facts = factsFor(from, publisher.defaultLocale, writtenIn(publisher));
  return facts ? vendorBeginning(facts.vendor, facts.service) : NO_VENDOR;
}

route("GET", PATH, { role: "write" }, async (c) => {
  const { locale } = await consoleView(c);
  const { document, from } = await beginning(c);
  const { values, ...form } = formOf(VENDOR_FORM, document, locale);
  const beside = { ...(from && { from: [from] }), ...draftOffered(c, await targetFor(c, {})) };
  return c.html(await page(c, { ...form, version: undefined, values: { ...values, ...beside } }));
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
    page: async (form) => page(c, await withChosen(c, form)),
  }),
);
