import type { ColumnField } from "../guess-rules.ts";
import { foldPhrase } from "../phrases.ts";
import type { Link } from "../source.ts";
import { headerMeant } from "./headers.ts";

/** The fields of a vendor that hold a link. */
export const LINK_FIELDS = [
  "website",
  "privacyPolicyUrl",
  "cookiePolicyUrl",
  "dpaUrl",
  "optOutUrl",
  "subprocessorsUrl",
] as const satisfies readonly ColumnField[];
export type LinkField = (typeof LINK_FIELDS)[number];

const isLinkField = (field: ColumnField | undefined): field is LinkField => LINK_FIELDS.some((each) => each === field);

/** What a page of an address is for, by the words of its path: the more special before what it may be within. */
const PATHS: readonly [LinkField, RegExp][] = [
  ["subprocessorsUrl", /sub-?processors?|sub-?processor-list|sous-traitants|unterauftrags/i],
  [
    "dpaUrl",
    /(?:^|[/_-])dpa(?:[/_.-]|$)|data-?processing-?(?:agreement|addendum|terms)|customer-dpa|[a-z]dpa(?:\.pdf|\/?$)|auftragsverarbeitung|adsprocessorterms/i,
  ],
  ["cookiePolicyUrl", /cookie/i],
  ["optOutUrl", /opt-?out/i],
  ["privacyPolicyUrl", /privacy|datenschutz|confidentialite|privacidad|privacybeleid|integritet/i],
];

/** The page that says how a vendor deals with data, and no page about something else of it. */
const PRIVACY_POLICY =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:(?:legal|company|policies|about|terms|site-policy|corporate)\/)*(?:privacy|privacy-?(?:policy|notice|statement|center)|privacypolicy|datenschutz(?:erklaerung)?)(?:\.html?)?\/?$/i;

/** Hosts of pages that are beside a home page. */
const BESIDE =
  /^(?:policies|trust|status|docs|support|help|privacy|legal|security|compliance|community|blog|developers?)\./i;

export type LinkMeant = { field: LinkField; rule: "link-by-text" | "link-by-address"; sure: boolean };

/** What a link is to: by its own text, else by its address; undefined where neither tells. */
export function linkMeant({ text, url }: Link): LinkMeant | undefined {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const path = address.pathname;
  const byPath = PATHS.find(([, words]) => words.test(path))?.[0];
  if (text !== url && text.length <= 200) {
    const { fields, sure } = headerMeant(text);
    const [field] = fields;
    if (isLinkField(field)) return { field, rule: "link-by-text", sure: sure || field === byPath };
  }
  if (byPath) {
    const sure = byPath !== "privacyPolicyUrl" ? byPath !== "cookiePolicyUrl" : PRIVACY_POLICY.test(path);
    return { field: byPath, rule: "link-by-address", sure };
  }
  if (BESIDE.test(address.hostname)) return undefined;
  const isHome = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(path) && address.search === "" && !/^#./.test(address.hash);
  return isHome ? { field: "website", rule: "link-by-address", sure: true } : undefined;
}

/** An address that is written without its scheme: "www.vendor.example". */
export function bareAddress(text: string): string | undefined {
  const written = text.trim();
  if (written.length > 200 || !/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/u.test(written)) return undefined;
  const url = `https://${written}`;
  return URL.canParse(url) ? url : undefined;
}

/** Whether a text only says where a link leads: nothing is lost if it is left out. */
export const isOnlyLinks = (text: string, links: readonly Link[]): boolean => {
  let left = foldPhrase(text);
  // An address may be what another one begins with.
  const said = links.flatMap(({ text: label, url }) => [foldPhrase(label), foldPhrase(url)]);
  for (const each of said.toSorted((a, b) => b.length - a.length)) left = left.replace(each, " ");
  return foldPhrase(left) === "";
};
