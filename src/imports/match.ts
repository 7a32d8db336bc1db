import { slugify } from "../model/values/text.ts";
import type { VendorDocument } from "../model/vendor/vendor-document.ts";
import type { VendorReading } from "./reading.ts";

/** A vendor that the registry knows: as its newest announcement has it, as it is in force, as drafts have it, and as it last was. */
export type Known = {
  slug: string;
  /** Null where it is not on the list, or leaves it. */
  newest: VendorDocument | null;
  inForce: VendorDocument | null;
  drafts: readonly { changeSet: number; after: VendorDocument | null }[];
  last: VendorDocument;
};

/** By what a vendor of a file is taken for one of the registry. */
export const MATCH_RULES = {
  slug: "the file names its slug",
  name: "the name is the same",
  "former-name": "one is called what the other was called",
  "legal-form": "the names are the same but for a legal form, such as Inc.",
  "legal-name": "the legal entity is the same",
  domain: "the websites are of the same domain",
  "similar-name": "one name holds the other",
  chosen: "somebody has chosen it",
} as const;
export type MatchRule = keyof typeof MATCH_RULES;

/** A vendor that is meant, or may be, as the registry calls it. */
export type Match = { slug: string; name: string; by: MatchRule };

/** What a vendor of a file is: one of the registry, none of it, or one of those that are to be asked about. */
export type Matched = { match: Match | null; asked: readonly Match[] };

const LEGAL_FORMS =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|gmbh|ug|ag|kg|gmbh & co\.? kg|corp|corporation|co|company|pbc|plc|pty|pty ltd|s\.?a\.?s|s\.?a|s\.?r\.?l|s\.?p\.?a|s\.?à\.? ?r\.?l|sarl|b\.?v|n\.?v|ab|a\/s|aps|oy|oü|se|sp\. z o\.o|pte|pte\.? ltd|k\.?k)\.?$/i;

/** A name by its letters and digits alone. */
const folded = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

function withoutForm(name: string): string {
  const rest = name.trim().replace(LEGAL_FORMS, "");
  return rest === name.trim() ? folded(rest) : withoutForm(rest);
}

const hostOf = (url: string | undefined): string | null =>
  (url &&
    URL.parse(url)
      ?.hostname.replace(/^www\./, "")
      .toLowerCase()) ||
  null;

type Names = Pick<VendorDocument, "name" | "legalName" | "formerNames" | "website">;

const names = {
  name: ({ name }: Names) => [folded(name)],
  former: ({ formerNames = [] }: Names) => formerNames.map(folded),
  bare: ({ name, legalName }: Names) => [withoutForm(name), ...(legalName ? [withoutForm(legalName)] : [])],
};

/** A rule that needs no question: which texts of a file's vendor are compared with which of the registry's. */
type SureRule = { by: MatchRule; file: (names: Names) => string[]; known: (names: Names, slug: string) => string[] };

const SURE: readonly SureRule[] = [
  { by: "name", file: names.name, known: names.name },
  { by: "former-name", file: names.name, known: names.former },
  { by: "former-name", file: names.former, known: names.name },
  { by: "legal-form", file: ({ name }) => [withoutForm(name)], known: names.bare },
  { by: "legal-form", file: names.bare, known: ({ name }) => [withoutForm(name)] },
  { by: "slug", file: ({ name }) => [slugify(name)], known: (_, slug) => [slug] },
];

const asListed = ({ newest, inForce, drafts, last }: Known): VendorDocument =>
  newest ?? inForce ?? drafts.find(({ after }) => after)?.after ?? last;

const matchOf = (known: Known, by: MatchRule): Match => ({ slug: known.slug, name: asListed(known).name, by });

const isHere = ({ newest, inForce, drafts }: Known): boolean =>
  newest !== null || inForce !== null || drafts.some(({ after }) => after !== null);

/**
 * Which vendors of the registry those of a file are, in the order of the file: by a slug that it names, or else by the first
 * rule that finds one for each and no other. What only makes it likely is asked about. One that has gone returns by its
 * slug or its name alone. `chosen` says what somebody has answered: a slug, or null for none of them.
 */
export function matchVendors(
  readings: readonly Pick<VendorReading, "document">[],
  known: readonly Known[],
  chosen: readonly (string | null | undefined)[],
): Matched[] {
  const bySlug = new Map(known.map((each) => [each.slug, each]));
  const here = known.filter(isHere);
  const gone = known.filter((each) => !isHere(each));
  const taken = new Set<string>();
  const found = readings.map(({ document: { slug } }, at): Match | null => {
    const answer = chosen[at];
    const named = answer ?? (answer === undefined ? slug : undefined);
    const one = named === undefined || taken.has(named) ? undefined : bySlug.get(named);
    if (!one) return null;
    taken.add(one.slug);
    return matchOf(one, answer ? "chosen" : "slug");
  });
  const isOpen = (at: number) => !found[at] && chosen[at] === undefined && readings[at]?.document.slug === undefined;
  const settle = ({ by, file, known: of }: SureRule, among: readonly Known[]): void => {
    const those = index(
      among.filter(({ slug }) => !taken.has(slug)),
      (each) => of(asListed(each), each.slug),
    );
    const ours = index(readings.map((_, at) => at).filter(isOpen), (at) => file(documentAt(readings, at)));
    for (const [text, [at, ...others]] of ours) {
      const [one, ...more] = those.get(text) ?? [];
      if (at === undefined || !one || others.length + more.length > 0 || found[at] || taken.has(one.slug)) continue;
      found[at] = matchOf(one, by);
      taken.add(one.slug);
    }
  };
  for (const rule of SURE) settle(rule, here);
  const likelyOf = likelyAmong(here.filter(({ slug }) => !taken.has(slug)));
  const likely = readings.map(({ document }, at) => (isOpen(at) ? likelyOf(document) : []));
  const asked = new Set<Names>(readings.flatMap(({ document }, at) => (likely[at]?.length ? document : [])));
  for (const rule of SURE.filter(({ by }) => by === "name" || by === "slug"))
    settle({ ...rule, file: (document) => (asked.has(document) ? [] : rule.file(document)) }, gone);
  return readings.map((_, at) => ({ match: found[at] ?? null, asked: found[at] ? [] : (likely[at] ?? []) }));
}

function documentAt(readings: readonly Pick<VendorReading, "document">[], at: number): Names {
  const reading = readings[at];
  if (!reading) throw new RangeError(`There is no reading ${at}`);
  return reading.document;
}

/** Things by the texts that each has; a text of none is left out. */
function index<Thing>(things: readonly Thing[], textsOf: (thing: Thing) => string[]): Map<string, Thing[]> {
  const map = new Map<string, Thing[]>();
  for (const thing of things)
    for (const text of new Set(textsOf(thing))) {
      const those = map.get(text);
      if (those) those.push(thing);
      else if (text !== "") map.set(text, [thing]);
    }
  return map;
}

const MOST_ASKED = 5;

/** Tells which of some vendors a vendor of a file may be. Only those that share a word, a name or a site with it are compared. */
function likelyAmong(known: readonly Known[]): (document: Names) => Match[] {
  const all = known.map((each, order) => {
    const document = asListed(each);
    const [bare, host, words] = [names.bare(document), hostOf(document.website), wordsOf(document.name)];
    return { each, order, bare, host, words };
  });
  const sharing = index(all, ({ bare, host, words }) => sharedBy(bare, host, words));
  return (document) => {
    const [bare, host, words] = [names.bare(document), hostOf(document.website), wordsOf(document.name)];
    const near = new Set(sharedBy(bare, host, words).flatMap((text) => sharing.get(text) ?? []));
    return [...near]
      .sort((one, other) => one.order - other.order)
      .flatMap((other): Match[] => {
        const isOf = (by: MatchRule) => [matchOf(other.each, by)];
        if (bare.some((name) => other.bare.includes(name))) return isOf("legal-name");
        if (host && host === other.host) return isOf("domain");
        return isPart(words, other.words) || isPart(other.words, words) ? isOf("similar-name") : [];
      })
      .slice(0, MOST_ASKED);
  };
}

const sharedBy = (bare: readonly string[], host: string | null, words: readonly string[]): string[] => [
  ...bare.map((name) => `name ${name}`),
  ...(host ? [`site ${host}`] : []),
  ...words.map((word) => `word ${word}`),
];

const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A first word that is shared says little: of "Google Cloud" and "Google Analytics" neither holds the other. */
const isPart = (words: readonly string[], of: readonly string[]): boolean =>
  words.join("").length >= 3 && words.length <= of.length && words.every((word) => of.includes(word));
