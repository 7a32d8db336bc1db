import { foldName } from "../../model/values/text.ts";
import type { GuessRule } from "../guess-rules.ts";
import { foldPhrase, wordsOf } from "../phrases.ts";
import { isOnlyPlaces, placesIn } from "../places/places.ts";
import { entityAtStart } from "./legal-forms.ts";
import { DENIES } from "./split-names.ts";

/** What a cell that names a vendor says. `rest` is what was not understood. */
export type Named = {
  name: string;
  legalName?: string | undefined;
  formerNames?: string[];
  /** A service of the vendor, in brackets behind its name. */
  service?: string;
  country?: string;
  /** The address below or behind the name. */
  address?: string;
  rule?: GuessRule;
  sure: boolean;
  instead: readonly string[];
  rest: readonly string[];
};

/** Whether somebody is a vendor that many know, by this name. */
export type IsKnown = (name: string) => boolean;

const LONGEST = 1000;
const TRADES_AS = /\s*,?\s+(?:d\/b\/a|d\.b\.a\.|dba|doing business as|trading as|t\/a|operating as)\s+/i;
const FORMERLY =
  /^(?:formerly|former|previously|f\/k\/a|fka|ex|anciennement|ehemals|früher|vormals|antes|anteriormente|già|ex-|voorheen|tidigare)\b[\s:-]*/i;
/** Whose a company is, or of what kind. */
const BELONGS =
  /^(?:an? |part of |subsidiary of |owned by |member of |une? |filiale |eine? |Tochter |una? |een |dochter |ett? )/i;
const NUMBERED = /^\s*(?:\d{1,3}[.)]\s+|[-*•·–]\s+)/;
/** "[1]", "[a]" and "[^note]" behind a word; "*" and "(1)" at the end. */
const NOTES = [
  /(?<=\S)\s{0,9}\[(?:\^[^\]\s]{1,40}|\d{1,2}|[a-z])\]/gu,
  /(?<=\S)\s*\(\d{1,2}\)\s*$/u,
  /[\s*†‡§¹²³⁴⁵]+$/u,
];

/** "not Pebble, Inc.", "expired: Pebble, Inc.": what stands before a company may turn what is said of it. */
const CALLED = /^[\p{Lu}\p{N}][^,;:–—]*$/u;

/** Whether a text is one company with its legal form, and nothing else: "Pebble, Inc.". */
export function isEntityAlone(text: string): boolean {
  const found = entityAtStart(text);
  return found?.end === text.length && CALLED.test(found.name) && !FORMERLY.test(text) && !DENIES.test(text);
}

/** A name without the marks of footnotes. */
export const withoutNotes = (name: string): string => NOTES.reduce((so, mark) => so.replace(mark, ""), name);

/** The parts in brackets that a text ends with, and what stands before them. */
function brackets(text: string): { before: string; inside: string[] } {
  const inside: string[] = [];
  let before = text.trim();
  for (;;) {
    const open = before.endsWith(")") ? before.lastIndexOf("(") : -1;
    if (open < 0) return { before, inside };
    inside.unshift(before.slice(open + 1, -1).trim());
    before = before.slice(0, open).trim();
  }
}

/**
 * A vendor's name and legal entity: "Cloudflare, Inc.", "Brevo (Sendinblue SAS)", "The Rocket Science Group LLC d/b/a
 * Mailchimp", "Vercel, Inc. (AI Gateway)". Of a text that names none, undefined.
 */
export function nameIn(cell: string, isKnown: IsKnown = () => false): Named | undefined {
  const [first = "", ...lines] = cell.split("\n");
  // Brackets on the next line belong to the name.
  while (lines[0]?.startsWith("(")) lines.splice(0, 1);
  const bracketed = cell.split("\n").slice(1, cell.split("\n").length - lines.length);
  // No company is called so: it is lost as it does not fit.
  if (cell.length > LONGEST) return plain(cell);
  const text = withoutNotes([first, ...bracketed].join(" ").replace(NUMBERED, ""))
    .replace(NEW, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const named = oneLine(text, isKnown);
  const below = lines.join("\n").trim();
  if (below === "") return named;
  const isAddress = placesIn(below).places.length > 0 && /\d/.test(below);
  return isAddress ? { ...named, address: below } : { ...named, rest: [...named.rest, below] };
}

function oneLine(text: string, isKnown: IsKnown): Named {
  // "Pebble (Gull, LLC d/b/a Pebble)": what stands in brackets names both.
  const outer = brackets(text);
  const [trading = ""] = outer.inside;
  const [owner = "", traded] = trading.split(TRADES_AS, 2);
  if (traded && outer.before !== "" && outer.inside.length === 1) {
    const isSame = foldPhrase(traded) === foldPhrase(outer.before);
    const named: Named = { ...plain(outer.before), legalName: owner.trim(), rule: "name-and-entity" };
    return isSame ? named : { ...named, sure: false, instead: [traded.trim()] };
  }
  const [entity = "", brand] = text.split(TRADES_AS, 2);
  if (brand) return { ...plain(brand.trim()), legalName: entity.trim(), rule: "name-and-entity" };
  const found = entityAtStart(text);
  return found ? withEntity(text, found, isKnown) : withoutEntity(text, isKnown);
}

const NEW = /\s*[([](?:new|neu|nouveau|nuevo|nuovo|nieuw|ny)!?[)\]]$/i;

const plain = (name: string): Named => ({ name, sure: true, instead: [], rest: [] });

function withEntity(text: string, { end, name }: { end: number; name: string }, isKnown: IsKnown): Named {
  const legalName = text.slice(0, end);
  // "AWS / Pebble Web Services, Inc.": which of them is its name, nobody says.
  const [short = "", long] = legalName.split(/\s+\/\s+/, 2);
  if (long && entityAtStart(short) === undefined && legalName.length === text.length)
    return { ...plain(short), legalName: long, rule: "name-and-entity", sure: false, instead: [name] };
  const named: Named = { ...plain(name), legalName, rule: "name-and-entity" };
  const after = text.slice(end).replace(/^\./, "").trim();
  if (after === "") return named;
  // "Acme, LLC (US) / Acme Europe, Limited (Ireland)": which of them the contract is with, nobody says.
  if (/^(?:\([^)]*\)\s*)?(?:\/|and |& )/.test(after) && entityAtStart(after.replace(/^[^/&]*?(?:\/|and |& )\s*/, "")))
    return { ...named, legalName: text, sure: false, instead: [legalName] };
  const { before, inside } = brackets(after);
  if (inside[0] === "haftungsbeschränkt") return { ...named, legalName: `${legalName} (${inside[0]})` };
  const behind = before.replace(/^[,;–—-]\s*/, "").trim();
  const country = onlyCountry(behind);
  const left = behind === "" || country ? [] : [behind];
  const placed: Named = { ...named, ...(country && { country }), rest: left, sure: left.length === 0 };
  return inside.reduce((so, part) => withBracket(so, part, isKnown), placed);
}

/** What stands in brackets behind a legal entity: a country, a short form, what it was called, a brand, or a service. */
function withBracket(named: Named, part: string, isKnown: IsKnown): Named {
  const country = onlyCountry(part);
  if (country) return { ...named, country };
  if (part === "" || isShortOf(part, named.name))
    return isAcronym(part) ? { ...named, name: `${named.name} (${part})` } : named;
  if (FORMERLY.test(part)) return { ...named, formerNames: [part.replace(FORMERLY, "").trim()] };
  // "(USA, EU)" is where it is, and no service.
  if (BELONGS.test(part) || isOnlyPlaces(part)) return { ...named, rest: [...named.rest, part] };
  if (isKnown(part) && !isKnown(named.name)) return { ...named, name: part };
  return { ...named, service: part, rule: "service-in-brackets", sure: false, instead: [part] };
}

/** Without a form of company the name is as it stands, unless brackets hold the entity or what it was called. */
function withoutEntity(text: string, isKnown: IsKnown): Named {
  const { before, inside } = brackets(text);
  if (before === "" || inside.length === 0) return withPlace(text);
  const [part = ""] = inside;
  const entity = inside.length === 1 ? entityAtStart(part) : undefined;
  if (entity) return { ...withEntity(part, entity, isKnown), name: before };
  if (FORMERLY.test(part))
    return { ...plain(before), formerNames: [part.replace(FORMERLY, "").trim()], rule: "name-and-entity" };
  // "(US)" behind a name that is no company's may be the region of a service.
  const country = onlyCountry(inside.at(-1) ?? "");
  if (country) {
    const kept = text.slice(0, text.lastIndexOf("(")).trim();
    return { ...plain(kept), country, rule: "place-of-entity", sure: false, instead: [text] };
  }
  return plain(text);
}

/** A legal entity and the country in brackets behind it. */
type Placed = { legalName: string; country: string; sure: boolean; instead: readonly string[] };

/**
 * "Pebble SARL (Luxembourg)" as the entity and its country; without its form before it, "(UK)" may be part of what it is called.
 * Undefined where no country stands so, or more than one company.
 */
export function entityIn(cell: string): Placed | undefined {
  const text = withoutNotes(cell).trim();
  const { inside } = brackets(text);
  const legalName = text.slice(0, text.lastIndexOf("(")).trim();
  const country = onlyCountry(inside.at(-1) ?? "");
  if (!country || legalName === "") return undefined;
  const found = entityAtStart(legalName);
  if (found) return found.end === legalName.length ? { legalName, country, sure: true, instead: [] } : undefined;
  return /[(/;\n]/.test(legalName) ? undefined : { legalName, country, sure: false, instead: [text] };
}

/** "Pebble – United States of America" names a place behind the name. */
function withPlace(text: string): Named {
  const at = Math.max(text.lastIndexOf(" – "), text.lastIndexOf(" — "), text.lastIndexOf(" - "));
  const country = at > 0 ? onlyCountry(text.slice(at + 3)) : undefined;
  return country
    ? { ...plain(text.slice(0, at).trim()), country, rule: "place-of-entity", sure: false, instead: [text] }
    : plain(text);
}

/** The one country that all of a text names, with its cities and states. */
function onlyCountry(text: string): string | undefined {
  if (text === "" || text.length > 100) return undefined;
  const { places, rest } = placesIn(text);
  const [place, ...others] = places;
  const isOne = rest.length === 0 && place?.sure && others.length === 0 && place.rule !== "area";
  return isOne ? place.country : undefined;
}

const isAcronym = (text: string): boolean => /^[A-Z0-9]{2,8}$/.test(text);

/** "AWS" of "Amazon Web Services", "Cloudflare" of "Cloudflare". */
function isShortOf(part: string, name: string): boolean {
  const initials = wordsOf(name)
    .map(({ folded }) => folded.charAt(0))
    .join("");
  return foldPhrase(part) === foldPhrase(name) || (isAcronym(part) && initials.includes(part.toLowerCase()));
}

/** By which rows are taken for one vendor: its name without case and blanks, and without its own short form in brackets. */
export function vendorKey(name: string): string {
  const { before, inside } = brackets(name);
  return foldName(inside.length === 1 && before !== "" && isShortOf(inside[0] ?? "", before) ? before : name);
}

/** A name and the service of it in brackets, where it is written so: "Brevo (Marketing)". */
export function serviceInBrackets(name: string): { base: string; service: string } | undefined {
  const { before, inside } = brackets(name);
  const [service] = inside;
  const isOwn = before !== "" && inside.length === 1 && service && !isShortOf(service, before);
  return isOwn ? { base: before, service } : undefined;
}
