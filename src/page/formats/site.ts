import { inForceOrder } from "../../model/change/history.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { escaped } from "../../model/values/markup.ts";
import { wordsFor } from "../../words/index.ts";
import { announcements } from "../changes/changes.tsx";
import { lastUpdatedOn } from "../shell/footer.tsx";
import { listTitleOn } from "../shell/title.ts";
import { href, isUnnamed, type RegisterView, titled } from "../shell/view.ts";
import { updatedAt } from "./feed.tsx";
import { FORMS, formsOf } from "./forms.ts";

/** What is asked of robots: to leave alone what needs a key, and what was mailed to one person. */
export const robots = (publicUrl: string): string =>
  [
    "User-agent: *",
    ...["/v1/", "/console", "/respond/", "/confirm/", "/unsubscribe/", "/preferences/", "/departure/", "/embed"].map(
      (path) => `Disallow: ${path}`,
    ),
    "",
    `Sitemap: ${publicUrl}/sitemap.xml`,
    "",
  ].join("\n");

/** The most addresses that a sitemap may have (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/** Every page that is kept, with the day of its last change where that is known; the newest changes where there are too many. */
export function sitemap(view: RegisterView): string {
  const { register, today, publicUrl } = view;
  const { timeZone } = register.organisation;
  const vendors = new Map<string, IsoDate | null>();
  for (const { vendor } of register.history) vendors.set(vendor.slug, null);
  for (const { change, effectiveOn } of inForceOrder(register.history))
    if (effectiveOn <= today) vendors.set(change.vendor.slug, effectiveOn);
  const updated = lastUpdatedOn(register, today);
  const pages: [string, IsoDate | null][] = [
    ["/", updated],
    ["/changes", updated],
    ["/compare", null],
    ...[...vendors].map(([slug, on]): [string, IsoDate | null] => [`/vendors/${slug}`, on]),
    ...announcements(view).map((set): [string, IsoDate | null] => [
      `/changes/${set.number}`,
      dateIn(timeZone, updatedAt(set, register)),
    ]),
  ];
  const entries = pages
    .slice(0, MOST_ADDRESSES)
    .map(([path, on]) => `<url><loc>${escaped(publicUrl + path)}</loc>${on ? `<lastmod>${on}</lastmod>` : ""}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}

/** What is here and in which forms, for language models (llmstxt.org). */
export function llms(view: RegisterView): string {
  const { register, locale, publicUrl } = view;
  const { organisation } = register;
  const { page, takeAlong: words, changes, compare } = wordsFor(locale);
  const line = (name: string, path: string) => `- [${name}](${publicUrl}${href(view, path)})`;
  const forms = (what: "list" | "changes") => formsOf(what).map((name) => line(words.names[name], FORMS[name].path));
  return [
    `# ${titled(view, plain(listTitleOn(view).text), plain(organisation.name))}`,
    ...(isUnnamed(view) ? [] : [`> ${page.description(plain(organisation.name))}`]),
    `## ${words.list}`,
    [line(page.list.today, "/"), ...forms("list")].join("\n"),
    `## ${words.changes}`,
    [line(changes.all, "/changes"), line(compare.title, "/compare"), ...forms("changes")].join("\n"),
    "## API",
    [line("OpenAPI", "/openapi.json"), line("JSON Schema", "/schemas/subprocessors-v1.json")].join("\n"),
    "",
  ].join("\n\n");
}

/** A name that is no markup, since it stands in Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
