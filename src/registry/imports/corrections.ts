import { type Answers, answered } from "../../imports/answers.ts";
import { foldPhrase } from "../../imports/phrases.ts";
import type { PlanEntry } from "../../imports/plan-entry.ts";
import type { Mapping } from "../../imports/reading.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { VendorInput } from "../../model/vendor/vendor-document.ts";
import type { StoredReading } from "./stored.ts";

/** What is corrected of a plan: what columns are, and answers, by the ids of guesses and the keys of vendors; null takes one back. */
export type Correction = {
  mapping?: Mapping | undefined;
  guesses?: Record<string, unknown> | undefined;
  vendors?: Record<string, Answers["vendors"][string] | null> | undefined;
};

/** An answer is to a guess or a vendor of the plan. Refuses: invalid-request, with a pointer to each that is not. */
export function refuseUnknownAnswers({ guesses = {}, vendors = {} }: Correction, entries: readonly PlanEntry[]): void {
  const ids = new Set(entries.flatMap((entry) => entry.guesses.map(({ id }) => id)));
  const keys = new Set(entries.map(({ key }) => key));
  const errors = [
    ...Object.keys(guesses)
      .filter((id) => !ids.has(id))
      .map((id) => ({ pointer: `/guesses/${id.slice(0, 64)}`, detail: "is no guess of this plan" })),
    ...Object.keys(vendors)
      .filter((key) => !keys.has(key))
      .map((key) => ({ pointer: `/vendors/${key.slice(0, 64)}`, detail: "is no vendor of this plan" })),
  ];
  if (errors.length > 0) throw new Refusal("invalid-request", "The plan has nothing that this answers.", { errors });
}

/** What somebody says instead of a guess has to fit its place. */
export function refuseUnfitAnswers(
  { guesses = {} }: Correction,
  { vendors }: StoredReading,
  { entries, answers }: { entries: readonly PlanEntry[]; answers: Answers },
): void {
  const errors = vendors.flatMap(({ document, guesses: made }, at) => {
    const { key = "", guesses: told = [] } = entries[at] ?? {};
    const corrected = told.filter(({ id, answer }) => answer === "corrected" && Object.hasOwn(guesses, id));
    if (corrected.length === 0) return [];
    const read = VendorInput.safeParse(answered(key, document, made, answers.guesses).document);
    return fieldErrors(read.error?.issues ?? []).flatMap(({ pointer, detail }) =>
      corrected
        .filter((guess) => pointer === guess.pointer || pointer.startsWith(`${guess.pointer}/`))
        .map(({ id }) => ({ pointer: `/guesses/${id}`, detail })),
    );
  });
  if (errors.length > 0) throw new Refusal("invalid-request", "An answer does not fit what was guessed.", { errors });
}

/** A vendor that somebody chooses is one of the registry, and no other of the file is, or was `before`. Refuses: invalid-request, at `slug`. */
export function refuseUnfitVendors(
  { vendors = {} }: Correction,
  { entries, answers }: { entries: readonly PlanEntry[]; answers: Answers },
  before: readonly PlanEntry[],
): void {
  const chosen = entries.flatMap(({ key, name, match }) => {
    const slug = Object.hasOwn(answers.vendors, key) ? answers.vendors[key]?.slug : undefined;
    return slug == null ? [] : [{ key, name, slug, isMet: match?.slug === slug }];
  });
  const errors = chosen.flatMap(({ key, slug, isMet }) => {
    if (!Object.hasOwn(vendors, key)) return [];
    const other =
      chosen.find((each) => each.slug === slug && each.key !== key) ??
      // Whoever the file calls by that vendor's own name would else become another one of the same name.
      before.find((each) => each.match?.slug === slug && each.key !== key && answers.vendors[each.key] === undefined);
    const wrong = (detail: string) => [{ pointer: `/vendors/${key}/slug`, detail }];
    if (other) return wrong(`is what "${other.name}" of the file is`);
    return isMet ? [] : wrong("is no vendor of the registry");
  });
  if (errors.length > 0) throw new Refusal("invalid-request", "A vendor cannot be the one that is named.", { errors });
}

/** What columns are is said of columns that the file has. Refuses: invalid-request, with a pointer to each that it has not. */
export function refuseUnfitMapping(mapping: Mapping = [], { tables }: Pick<StoredReading, "tables">): void {
  const errors = mapping.flatMap(({ table, column }, at) => {
    const among = table === undefined ? tables : tables.slice(table, table + 1);
    if (table !== undefined && among.length === 0)
      return [{ pointer: `/mapping/${at}/table`, detail: "is no table of the file" }];
    const isThere = among.some(({ columns }) =>
      typeof column === "number"
        ? column < columns.length
        : columns.some(({ header }) => foldPhrase(header) === foldPhrase(column)),
    );
    return isThere ? [] : [{ pointer: `/mapping/${at}/column`, detail: "is no column of the file" }];
  });
  if (errors.length > 0) throw new Refusal("invalid-request", "The file does not have such columns.", { errors });
}
