/** How something was made of what a file says. Each has words in `words/<language>/console/import-reading.ts`. */
export const GUESS_RULES = [
  "column-by-header",
  "column-by-content",
  "name-and-entity",
  "service-in-brackets",
  "same-vendor",
  "row-above",
  "alone",
  "none",
  "heading",
  "remark",
  "planned",
  "status",
  "place-by-name",
  "place-by-code",
  "place-by-city",
  "place-by-state",
  "place-by-cloud-region",
  "place-of-entity",
  "area",
  "world",
  "excluded",
  "place-kind",
  "mechanism",
  "role",
  "choice",
  "names",
  "date",
  "link-by-header",
  "link-by-text",
  "link-by-address",
  "contact",
  "product",
  "catalogue",
] as const;
export type GuessRule = (typeof GUESS_RULES)[number];

/** Whether a guess is about whether a vendor is used at all: that is asked also where nothing else would change. */
export const isOfUse = (rule: GuessRule): boolean => rule === "status" || rule === "planned";

/**
 * What is answered by itself, never with others at once: to confirm it would say that what is gone or ruled out is not, take
 * away what is listed, or list what is no vendor.
 */
const ANSWERED_ALONE: readonly string[] = ["status", "planned", "excluded", "none", "alone"] satisfies GuessRule[];

/** Whether a guess can be read in one way, so that it may be confirmed with others. */
export const hasOneReading = ({ instead, rule }: { instead: readonly unknown[]; rule: string }): boolean =>
  instead.length === 0 && !ANSWERED_ALONE.includes(rule);

/** Why what a file says is in no document. */
export const LOST_REASONS = [
  "no-field",
  "not-understood",
  "another-value",
  "does-not-fit",
  "no-vendor",
  "struck-out",
  "lapsed",
  "unnamed-link",
  "not-used",
  "not-the-organisations",
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** What a column can be. `link` is a link of whatever kind, `nothing` what nobody needs, such as numbers of rows. */
export const COLUMN_FIELDS = [
  "name",
  "legalName",
  "formerNames",
  "service",
  "registrationNumber",
  "identity",
  "relationship",
  "country",
  "address",
  "contact",
  "contractSignedOn",
  "certifications",
  "website",
  "privacyPolicyUrl",
  "cookiePolicyUrl",
  "dpaUrl",
  "optOutUrl",
  "subprocessorsUrl",
  "link",
  "role",
  "category",
  "purpose",
  "nature",
  "legalBasis",
  "dataCategories",
  "sensitiveData",
  "dataSubjects",
  "usedForTraining",
  "locations",
  "safeguards",
  "products",
  "hostingRegions",
  "optional",
  "retention",
  "note",
  "nothing",
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];
