import { DraftEdit } from "../../model/change/draft.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { wordsFor } from "../../words/index.ts";
import { dateTyped } from "../kit/dates.ts";
import type { DocumentForm } from "../kit/form-state.ts";
import type { Typed } from "../kit/typed.ts";

/** What a vendor is called in names of fields. Rows are numbered there: a slug of figures alone would be taken for one. */
export const fieldKey = (slug: string): string => (/^\d+$/.test(slug) ? `${slug}-` : slug);

/** The form of a draft: its terms, and of the vendors that it shows their weights and dates. */
export const draftForm = (vendors: readonly { vendor: string; name: string }[]): DocumentForm<DraftEdit> => ({
  labels: (locale) => {
    const { drafts: words } = wordsFor(locale).screens;
    const ofVendors = vendors.flatMap(({ vendor, name }): [string, string][] => [
      [`weights.${fieldKey(vendor)}.weight`, words.weight.label(name)],
      [`weights.${fieldKey(vendor)}.reason`, words.weight.reason(name)],
      [`changes.${fieldKey(vendor)}.effectiveOn`, words.ownDate(name)],
      [`changes.${fieldKey(vendor)}.replaces`, words.replaces.label(name)],
    ]);
    return {
      effectiveOn: words.effectiveOn,
      reason: words.reason,
      "emergency.reason": words.emergency,
      "rectification.reason": words.rectification,
      "rectification.since": words.since,
      ...Object.fromEntries(ofVendors),
    };
  },
  schema: DraftEdit,
  read: draftTyped,
  shown: ({ weights = {}, changes = {}, ...terms }) => {
    const keyed = (of: object) => Object.fromEntries(Object.entries(of).map(([slug, each]) => [fieldKey(slug), each]));
    return { ...terms, weights: keyed(weights), changes: keyed(changes) };
  },
});

function draftTyped(typed: Typed) {
  const date = (name: string) => {
    const text = typed.text(name);
    return text === undefined ? undefined : dateTyped(text);
  };
  // What the form did not ask for stays as it is.
  const asked = <Value>(name: string, value: Value) =>
    isAsked(typed, name) ? { [name.replace(/\..*/, "")]: value } : {};
  const since = date("rectification.since");
  const vendors = typed.all("vendors");
  const weighed = vendors.filter((slug) => `weights.${fieldKey(slug)}.weight` in typed.values);
  const emergency = typed.group("emergency", (group) => ({ reason: group.texts("reason") ?? "" }));
  const rectification = typed.group("rectification", (group) => ({
    reason: group.texts("reason") ?? "",
    ...(since !== undefined && { since }),
  }));
  return {
    ...asked("effectiveOn", date("effectiveOn") ?? null),
    ...asked("reason", typed.texts("reason") ?? null),
    ...asked("emergency.reason", emergency ?? null),
    ...asked("rectification.reason", rectification ?? null),
    weights: Object.fromEntries(
      weighed.map((slug) => [
        slug,
        typed.group(`weights.${fieldKey(slug)}`, (group) => ({
          weight: group.text("weight"),
          reason: group.texts("reason") ?? "",
        })) ?? null,
      ]),
    ),
    changes: Object.fromEntries(
      vendors.flatMap((slug) => {
        const [day, former] = ["effectiveOn", "replaces"].map((name) => `changes.${fieldKey(slug)}.${name}`);
        const own = {
          ...(day && isAsked(typed, day) && { effectiveOn: date(day) ?? null }),
          ...(former && isAsked(typed, former) && { replaces: typed.text(former) ?? null }),
        };
        return Object.keys(own).length > 0 ? [[slug, own]] : [];
      }),
    ),
  };
}

/** Whether a form has a field, or one for each language. */
const isAsked = ({ values }: Typed, name: string): boolean =>
  Object.keys(values).some((field) => field === name || field.startsWith(`${name}.`));

type Written = Pick<ChangeSetView, "plannedOn" | "reason" | "emergency" | "rectification"> & {
  changes: readonly Pick<ChangeSetView["changes"][number], "vendor" | "weightOverride" | "plannedOn" | "replaces">[];
};

/** A draft as its form edits it: as it is written. */
export const draftOf = ({ plannedOn, reason, emergency, rectification, changes }: Written): DraftEdit => ({
  effectiveOn: plannedOn,
  reason,
  emergency,
  rectification: rectification && {
    reason: rectification.reason,
    ...(rectification.since !== null && { since: rectification.since }),
  },
  weights: Object.fromEntries(changes.map(({ vendor, weightOverride }) => [vendor, weightOverride])),
  changes: Object.fromEntries(
    changes.map(({ vendor, plannedOn: effectiveOn, replaces }) => [vendor, { effectiveOn, replaces }]),
  ),
});

/** What of an edit differs from the draft as it is written; null where nothing does: then nobody has written anything. */
export function differenceOf({ weights, changes, ...terms }: DraftEdit, written: DraftEdit): DraftEdit | null {
  const differing = <Of extends object>(of: Of | undefined, there: object = {}): Of => {
    const before = new Map<string, unknown>(Object.entries(there));
    const isOther = ([name, value]: [string, unknown]) =>
      value !== undefined && canonicalJson(value) !== canonicalJson(before.get(name) ?? null);
    return Object.fromEntries(Object.entries(of ?? {}).filter(isOther)) as Of;
  };
  // A form asks for the date of one, and for whom another replaces.
  const whole = Object.entries(changes ?? {}).map(([slug, each]) => [slug, { ...written.changes?.[slug], ...each }]);
  const ofWeights = differing(weights, written.weights);
  const ofChanges = differing<NonNullable<DraftEdit["changes"]>>(Object.fromEntries(whole), written.changes);
  const edit: DraftEdit = {
    ...differing(terms, written),
    ...(Object.keys(ofWeights).length > 0 && { weights: ofWeights }),
    ...(Object.keys(ofChanges).length > 0 && { changes: ofChanges }),
  };
  return Object.keys(edit).length === 0 ? null : edit;
}
