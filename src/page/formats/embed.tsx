import type { PropsWithChildren } from "hono/jsx";
import { inLanguage } from "../../model/values/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { whenAndWhat } from "../changes/in-effect.tsx";
import { describeValue } from "../describe/value.ts";
import { NotStated } from "../parts/facts.tsx";
import type { ListedService } from "../register/listed.ts";
import { AccentStyle, Logo } from "../shell/brand.tsx";
import { listTitleOn } from "../shell/title.ts";
import { href, isUnnamed, titled } from "../shell/view.ts";
import { stylesheetPath } from "../style/index.ts";
import { comingFor, type ListView, listFor, unrecordedUntil, whyEmpty } from "./list-for.ts";

/**
 * The page `/embed`: the list in short, for a frame in anybody's page. It needs no script, has no forms, and its links open
 * beside the page around it.
 */
export function renderEmbed(view: ListView): string {
  const { register, locale, on, today, product, region } = view;
  const { organisation, snapshot } = register;
  const { page, changes, takeAlong: words, terms } = wordsFor(locale);
  const listed = listFor(view);
  const title = listTitleOn(view, on);
  const at = on === today ? undefined : on;
  const coming = comingFor(view);
  const empty = whyEmpty(view, listed);
  const document = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{titled(view, title.text)}</title>
        <link rel="stylesheet" href={stylesheetPath} />
        <AccentStyle of={register} />
      </head>
      <body class="embedded">
        <main>
          <Logo of={register} />
          <h1 dir={title.isOwn ? "auto" : undefined} lang={title.lang}>
            {title.text}
          </h1>
          <p class="tally">
            {at && <span>{page.list.on(formatDate(at, locale))}</span>}
            {listed.length > 0 && <span>{page.services(listed.length)}</span>}
            {snapshot && !unrecordedUntil(view) && <span>{page.version(snapshot.number)}</span>}
          </p>
          {coming.length > 0 && (
            <ul class="plain notice" aria-label={changes.coming.heading}>
              {coming.map((set) => (
                <li dir="auto">
                  <Out to={href(view, `/changes/${set.number}`)}>{whenAndWhat(set, view)}</Out>
                </li>
              ))}
            </ul>
          )}
          {empty && <p class="empty">{empty}</p>}
          {listed.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{terms.fields.name}</th>
                  <th scope="col">{terms.fields.purpose}</th>
                  <th scope="col">{terms.fields.locations}</th>
                </tr>
              </thead>
              <tbody>
                {listed.map((each) => (
                  <Row view={view} listed={each} at={at} />
                ))}
              </tbody>
            </table>
          )}
          <p>
            <Out to={href(view, "/", { at, product, region })}>
              {isUnnamed(view) ? page.list.today : words.whole(organisation.name)}
            </Out>
          </p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${document.toString()}`;
}

function Row({
  view,
  listed: { id, name, service, entry },
  at,
}: {
  view: ListView;
  listed: ListedService;
  at: string | undefined;
}) {
  const { locale, register } = view;
  const { page, terms } = wordsFor(locale);
  const { document, slug } = entry;
  const text = service.purpose ?? service.category;
  const purpose = text === undefined ? null : inLanguage(text, locale, register.organisation.defaultLocale);
  const where = describeValue("locations", service.locations, locale, register.organisation);
  const legalName = document.legalName ?? document.name;
  return (
    <tr id={id}>
      <th scope="row" dir="auto">
        <Out to={`${href(view, `/vendors/${slug}`, { at })}#${id}`}>{name}</Out>
        {legalName !== name && <small>{legalName}</small>}
      </th>
      <td dir="auto" lang={purpose?.lang}>
        {purpose?.text ?? <NotStated locale={locale} />}
      </td>
      <td>
        {where.length > 0 ? terms.clauses(where) : <NotStated locale={locale} text={page.service.placeNotStated} />}
      </td>
    </tr>
  );
}

/** A link that leaves the frame. */
const Out = ({ to, children }: PropsWithChildren<{ to: string }>) => (
  <a href={to} target="_blank" rel="noopener">
    {children}
  </a>
);
