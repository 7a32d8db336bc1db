import type { Context } from "hono";
import { type FormState, formOf } from "../../../console/kit/form-state.ts";
import type { Typed } from "../../../console/kit/typed.ts";
import { DraftDifference, OtherDrafts } from "../../../console/vendors/drafted.tsx";
import { patchTo, VENDOR_FORM } from "../../../console/vendors/form.ts";
import { formPath } from "../../../console/vendors/path.ts";
import { renderVendorForm } from "../../../console/vendors/screen.tsx";
import { NewRectification } from "../../../model/change/change-set.ts";
import type { VendorView } from "../../../model/change/register.ts";
import { fieldErrors } from "../../../model/values/field-errors.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { VendorDocument, VendorInput } from "../../../model/vendor/vendor-document.ts";
import { getChangeSet } from "../../../registry/changes/change-sets.ts";
import { etagOf, findVendor, patchVendor, removeVendor } from "../../../registry/changes/vendors.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { takeForm } from "../form.ts";
import { consoleView } from "../frame.ts";
import { consoleRoutes, slugIn } from "../routes.ts";
import { draftChosen, draftIn, draftOffered, targetFor, versionToEdit } from "./drafts.ts";

export const vendorEdits = createRouter();

const route = consoleRoutes(vendorEdits);

/** Only what the vendor's document has of what is shown of it. */
export function documentOf(vendor: VendorView): VendorDocument {
  const {
    slug: _,
    status: _status,
    neverListed: _never,
    changeSet: _set,
    effectiveOn: _on,
    pending: _pending,
    ...document
  } = vendor;
  return document;
}

type Editing = { slug: string; isRectification: boolean; draft: number | undefined };

const editing = async (c: Context<App>, isRectification: boolean): Promise<Editing> => {
  const slug = slugIn(c);
  return { slug, isRectification, draft: isRectification ? undefined : await draftIn(c, slug) };
};

async function current(c: Context<App>, { slug, draft }: Editing) {
  const version = etagOf(await findVendor(c.var.deps.db, slug));
  return { document: documentOf(await versionToEdit(c, slug, draft)), version };
}

async function page(c: Context<App>, form: FormState, edit: Editing): Promise<string> {
  const { deps, signedIn } = c.var;
  const { slug, draft, isRectification } = edit;
  const vendor = await versionToEdit(c, slug, draft);
  const { today, organisation: publisher, law } = await organisationToday(deps);
  const view = await consoleView(c, signedIn.user);
  const target = await targetFor(c, { vendor, isRectification, draft });
  const facts = { publisher, law, today };
  const set = draft === undefined ? null : await getChangeSet(deps, draft, slug);
  const [change] = set?.changes ?? [];
  return renderVendorForm({
    ...view,
    ...facts,
    form,
    target,
    isRectification,
    vendor: { slug, name: vendor.name },
    action: isRectification ? formPath.wrong(view, slug) : formPath.edit(view, slug, draft),
    suggested: new Set(),
    before:
      target.inDraft && change ? (
        <DraftDifference
          view={view}
          draft={target.inDraft}
          change={change}
          isCorrection={set?.rectification !== null}
          {...facts}
        />
      ) : (
        <OtherDrafts view={view} vendor={vendor} />
      ),
  });
}

for (const [path, isRectification] of [
  ["/console/vendors/:slug/edit", false],
  ["/console/vendors/:slug/wrong", true],
] as const) {
  route("GET", path, { role: "write" }, async (c) => {
    const edit = await editing(c, isRectification);
    const { document, version } = await current(c, edit);
    const { locale } = await consoleView(c);
    const form = formOf(VENDOR_FORM, document, locale, version);
    const vendor = await versionToEdit(c, edit.slug, edit.draft);
    // A correction is its own draft unless another is chosen.
    const offered = isRectification ? {} : draftOffered(c, await targetFor(c, { vendor }));
    return c.html(await page(c, { ...form, values: { ...offered, ...form.values } }, edit));
  });

  route("POST", path, { role: "write" }, async (c) => {
    const edit = await editing(c, isRectification);
    return takeForm(c, VENDOR_FORM, {
      current: () => current(c, edit),
      act: async (document, ifMatch, sent) => saved(c, edit, document, ifMatch, sent),
      page: (form) => page(c, form, edit),
    });
  });
}

async function saved(
  c: Context<App>,
  edit: Editing,
  document: VendorInput,
  ifMatch: string | undefined,
  sent: Typed,
): Promise<string> {
  const { deps, actor } = c.var;
  const { slug, isRectification, draft } = edit;
  const vendor = await versionToEdit(c, slug, draft);
  const changeSet = draftChosen(await targetFor(c, { vendor, isRectification, draft }), sent);
  const rectification = isRectification ? rectificationTyped(sent) : undefined;
  const into = { changeSet, ifMatch, ...(rectification && { rectification }) };
  const done =
    isRectification && sent.flag("unlisted")
      ? await removeVendor(deps, actor, slug, into)
      : await patchVendor(deps, actor, slug, patchTo(document), into);
  return `/console/changes/${done.changeSet}`;
}

/** What was wrong, and since when. Refuses: invalid-request. */
function rectificationTyped(sent: Typed): NewRectification {
  const read = NewRectification.safeParse({
    reason: sent.texts("rectification.reason"),
    since: sent.text("rectification.since"),
  });
  if (read.success) return read.data;
  const errors = fieldErrors(read.error.issues, ["rectification"]);
  throw new Refusal("invalid-request", "What was wrong is not said.", { errors });
}
