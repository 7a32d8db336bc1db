import { html } from "hono/html";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { Locale } from "../../model/values/text.ts";
import { capitalised, formatDeadline, formatMidnights, wordsFor } from "../../words/index.ts";
import { announcements } from "../changes/changes.tsx";
import { Corrected } from "../changes/corrected.tsx";
import { DifferenceRows, describedOn } from "../changes/difference.tsx";
import { whenOf, whenOfEach } from "../changes/in-effect.tsx";
import { summarise } from "../changes/summary.ts";
import { Prose } from "../parts/facts.tsx";
import { href, isUnnamed, ownWords, type RegisterView, titled } from "../shell/view.ts";
import { FORMS } from "./forms.ts";

/** The most announcements a feed has, and the most changes of one that it tells field by field: a reader keeps the older ones. */
const MOST_ITEMS = 50;
const MOST_CHANGES = 20;

/**
 * The announcements, newest first, as a feed (Atom, RFC 4287; JSON Feed 1.1). An item's id is the address of its page, and its
 * time that of what last happened to it: announced, postponed, corrected or withdrawn. Nothing in it is of the moment it is
 * asked for.
 */
export async function feedOf(view: RegisterView, as: "atom" | "json"): Promise<string> {
  const { Feed } = await import("feed");
  const { register, locale, publicUrl } = view;
  const { organisation } = register;
  const { changes: words } = wordsFor(locale);
  const isNameless = isUnnamed(view);
  const sets = announcements(view).slice(0, MOST_ITEMS);
  const at = (path: string) => `${publicUrl}${href(view, path)}`;
  const times = sets.map((set) => updatedAt(set, register));
  const feed = new Feed({
    id: at("/changes"),
    title: titled(view, words.title),
    ...(!isNameless && { description: words.lead(organisation.name) }),
    link: at("/changes"),
    updated: new Date(Math.max(0, ...times.map(Number))),
    // Somebody has to be named (RFC 4287, 4.1.1).
    author: { name: isNameless ? new URL(publicUrl).host : organisation.name, link: at("/") },
    feedLinks: { atom: at(FORMS.atom.path), json: at(FORMS.jsonFeed.path) },
    generator: false,
  });
  for (const [index, set] of sets.entries()) {
    const title = summarise(set, locale);
    feed.addItem({
      id: `${publicUrl}/changes/${set.number}`,
      link: at(`/changes/${set.number}`),
      // Atom's title is HTML here, that of JSON is text.
      title: as === "atom" ? html`${title}`.toString() : title,
      date: times[index] ?? set.updatedAt,
      published: set.announcedAt ?? set.updatedAt,
      content: (
        <div lang={locale}>
          <Told view={view} set={set} />
        </div>
      ).toString(),
    });
  }
  if (as === "json") return asJsonFeed(feed.json1(), locale);
  return feed.atom1().replace(/<feed\b/, `$& xml:lang="${locale}"`);
}

/** As version 1.1, which names the language; `feed` writes 1. */
function asJsonFeed(json: string, language: Locale): string {
  const { version: _, ...feed } = JSON.parse(json);
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", language, ...feed }, null, 4);
}

/** When something last happened to a set that its page tells. */
export function updatedAt(set: ChangeSetView, { postponements, corrections }: RegisterView["register"]): Date {
  const later = [...postponements, ...corrections].flatMap(({ changeSet, at }) => (changeSet === set.number ? at : []));
  return new Date(Math.max(...[set.updatedAt, ...later].map(Number)));
}

/** An announcement in the words of its page. */
function Told({ view, set }: { view: RegisterView; set: ChangeSetView }) {
  const { register, locale, today } = view;
  const { changes: words, rectification } = wordsFor(locale);
  const until = set.state === "withdrawn" ? null : set.lastDayToObjectOn;
  if (set.baseline) return <p>{words.firstPublishedNotice}</p>;
  const told = set.changes.slice(0, MOST_CHANGES);
  return (
    <>
      {set.state === "withdrawn" ? (
        <p>{words.withdrawnNotice}</p>
      ) : (
        whenOfEach(set, view).map((when) => <p>{capitalised(when)}.</p>)
      )}
      {set.rectification && <p>{rectification.page.notice}</p>}
      {until && <p>{words.objectUntil(formatDeadline(until, locale, register.organisation.timeZone))}</p>}
      {set.reason && <Prose {...ownWords(set.reason, view)} />}
      <Corrected view={view} set={set} />
      {told.map((change) => {
        const { heading, kind, note, rows } = describedOn(change.effectiveOn ?? today, change, view);
        const when = whenOf(change, set, view);
        return (
          <>
            <h2>
              {heading} – {set.rectification ? rectification.page.kinds[change.kind] : kind}
            </h2>
            {when && <p>{capitalised(when)}</p>}
            {note && <p>{note}</p>}
            <DifferenceRows
              rows={rows}
              kind={change.kind}
              locale={locale}
              sides={set.rectification ? rectification : words}
            />
          </>
        );
      })}
      {set.changes.length > told.length && <p>{words.more(set.changes.length - told.length)}</p>}
      <p>{formatMidnights(locale, register.organisation.timeZone)}</p>
    </>
  );
}
