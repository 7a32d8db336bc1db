import { FORMS } from "../../../page/formats/forms.ts";
import { createRouter } from "../../frame/context.ts";
import { cached, revalidated } from "../cached.ts";
import { LanguageQuery, ListQuery } from "../list-query.ts";

/**
 * The public addresses whose answers are the same for every reader, with the parameters that they depend on: these are
 * kept, here and in caches. What is typed (`q`) is asked for once, and not kept. No address is here that shows a draft,
 * knows who asks, or changes anything.
 */
export const KEPT_ADDRESSES: Record<string, readonly string[]> = {
  "/": ["at", "category", "country", "product", "region", "sort", "print", "lang"],
  "/changes": ["lang"],
  "/changes/:number{[0-9]{1,9}}": ["lang"],
  "/vendors/:slug{[a-z0-9-]{1,64}}": ["at", "lang"],
  "/compare": ["from", "to", "lang"],
  "/problems": ["lang"],
  "/problems/:slug{[a-z-]{1,64}}": ["lang"],
  ...Object.fromEntries(
    Object.values(FORMS).map(({ path, of }) => [
      path,
      Object.keys(of === "list" ? ListQuery.shape : LanguageQuery.shape),
    ]),
  ),
  "/.well-known/subprocessors.json": Object.keys(ListQuery.shape),
  "/sitemap.xml": ["lang"],
  "/llms.txt": ["lang"],
  "/robots.txt": [],
};

/** Says of all of them that they may be kept, for how long, and what they are known by. */
export const keptRoutes = createRouter();

for (const path of Object.keys(KEPT_ADDRESSES)) keptRoutes.use(path, revalidated, cached);

const exact = new Map(Object.entries(KEPT_ADDRESSES).filter(([path]) => !path.includes(":")));

const patterns = Object.entries(KEPT_ADDRESSES).flatMap(([path, parameters]) => {
  const [, before, pattern] = /^(.+):\w+\{(.+)\}$/.exec(path) ?? [];
  return before ? [{ pattern: new RegExp(`^${before}${pattern}$`), parameters }] : [];
});

const parametersOf = (path: string) =>
  exact.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.parameters;

/** Longer than any key, name or date that the list can be asked for by. */
const LONGEST_VALUE = 200;

/**
 * An address without its language, its parameters sorted and the empty ones left out: all that ask for the same have the same.
 * Null where its answer is not kept: elsewhere, and with a parameter that is unknown, repeated, too long or no text.
 */
export function addressOf(url: string): { address: string; lang: string | undefined } | null {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const mark = url.indexOf("?", start);
  const path = mark === -1 ? url.slice(start) : url.slice(start, mark);
  const parameters = parametersOf(path);
  if (!parameters) return null;
  if (mark === -1) return { address: path, lang: undefined };
  const query = url.slice(mark + 1);
  if (/[#\\]|%(?![0-9a-f]{2})/i.test(query)) return null;
  const asked = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!parameters.includes(name) || asked.has(name)) return null;
    if (value.length > LONGEST_VALUE || value.includes("\uFFFD")) return null;
    asked.set(name, value);
  }
  // A form sends what is left empty as an empty text: it asks for nothing.
  const lang = asked.get("lang") || undefined;
  const said = [...asked]
    .filter(([name, value]) => name !== "lang" && value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { address: said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`, lang };
}
