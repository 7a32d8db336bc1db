import type { Child, PropsWithChildren } from "hono/jsx";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { oneByOne, type Turn } from "../parts/turns.tsx";
import { stylesheetPath } from "../style/index.ts";
import { AccentStyle, Homepage, Logo, SharedLogo } from "./brand.tsx";
import { Footer, footOf } from "./footer.tsx";
import { iconPath } from "./icon.ts";
import { Alternates, type Narrowed } from "./take-along.tsx";
import { href, isUnnamed, type PageView, type RegisterView } from "./view.ts";

export type Head = {
  title: string;
  description?: string | undefined;
  /** The address search engines should keep; a page without one asks not to be kept. */
  canonical?: string | undefined;
  /** The date whose list the page shows, when that is not today's. */
  at?: IsoDate | undefined;
  /** What the list on the page is narrowed to. */
  asked?: Narrowed | undefined;
  /** The same page in another language; by default the same path with another `lang`. */
  inLanguage?: ((locale: Locale) => string) | undefined;
};

type LayoutProps = PropsWithChildren<{ view: PageView; head: Head }>;

/** What stands around every page: works without script, asks no other server for anything. */
function Layout({ view, head, children }: LayoutProps) {
  const { register, locale } = view;
  const words = wordsFor(locale).page;
  const organisation = isUnnamed(view) ? null : (register?.organisation ?? null);
  const title = organisation ? words.pageTitle(head.title, organisation.name) : head.title;
  const inLanguage = head.inLanguage ?? ((other: Locale) => `?lang=${other}`);
  // Nothing is offered where there is nothing to choose, or nobody has chosen yet.
  const locales = register ? (organisation?.locales ?? []) : LOCALES;
  const offered = locales.length > 1 ? locales : [];
  const canonical = register && !organisation ? undefined : head.canonical;
  return (
    <html lang={locale} data-foot={footOf(view, head.at)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {organisation && head.description && <meta name="description" content={head.description} />}
        {canonical ? <link rel="canonical" href={canonical} /> : <meta name="robots" content="noindex" />}
        {canonical &&
          offered.map((each) => (
            <link rel="alternate" hreflang={each} href={new URL(inLanguage(each), canonical).href} />
          ))}
        {/* Without a language in its address, the page is in the one that its reader's browser asks for. */}
        {canonical && offered.length > 0 && <link rel="alternate" hreflang="x-default" href={canonical} />}
        {register && <Alternates view={view} asked={head.asked} />}
        {canonical && <OpenGraph view={view} head={head} title={title} canonical={canonical} />}
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetPath} />
        {register && <AccentStyle of={register} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={href(view, "/")} dir="auto">
              {register?.logo ? <Logo of={register} /> : (organisation?.name ?? words.headings.subprocessor)}
            </a>
            <div class="ways">
              {register && <Homepage of={register} />}
              {offered.length > 0 && <Languages locale={locale} offered={offered} inLanguage={inLanguage} />}
            </div>
          </div>
        </header>
        <main id="content" class="wrap" tabindex={-1}>
          {children}
        </main>
        <Footer view={view} at={head.at} />
      </body>
    </html>
  );
}

type OpenGraphProps = { view: PageView; head: Head; title: string; canonical: string };

/** What is shown of the page where its address is shared (ogp.me). */
function OpenGraph({ view: { register, locale }, head, title, canonical }: OpenGraphProps) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={canonical} />
      {head.description && <meta property="og:description" content={head.description} />}
      {register && <meta property="og:site_name" content={register.organisation.name} />}
      {register && <SharedLogo of={register} publicUrl={new URL(canonical).origin} />}
      <meta property="og:locale" content={LANGUAGES[locale].tag.replace("-", "_")} />
    </>
  );
}

type LanguagesProps = { locale: Locale; offered: readonly Locale[]; inLanguage: (locale: Locale) => string };

/** Languages that stand beside the name on a phone; more of them are folded there. */
const FEW = 2;

function Languages({ locale, offered, inLanguage }: LanguagesProps) {
  const label = wordsFor(locale).page.languages;
  const list = (
    <ul>
      {offered.map((each) => (
        <li>
          <a href={inLanguage(each)} lang={each} hreflang={each} aria-current={each === locale ? "true" : undefined}>
            {LANGUAGES[each].name}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="languages" aria-label={label}>
      {offered.length <= FEW ? (
        list
      ) : (
        <details>
          <summary>
            <span class="unseen">{wordsFor(locale).terms.explained(label, "")}</span>
            {LANGUAGES[locale].name}
          </summary>
          {list}
        </details>
      )}
    </nav>
  );
}

const DOCTYPE = "<!doctype html>\n";

/** A whole page as HTML text. */
export function renderPage(view: PageView, head: Head, content: Child): string {
  const page = (
    <Layout view={view} head={head}>
      {content}
    </Layout>
  );
  return `${DOCTYPE}${page.toString()}`;
}

type RegisterHead = Head & { back?: { path: string; label: string } };

/** What a page of the register is made of. */
export type RegisterPage = { view: RegisterView; head: RegisterHead; content: Child };

/** A page of the register: says when it may be behind, and may lead back to another. */
export const renderRegisterPage = (view: RegisterView, head: RegisterHead, content: Child): string =>
  `${DOCTYPE}${registerLayout({ view, head, content }).toString()}`;

/** The same of one that was made with a turn: its parts are promises. */
const renderParts = async (page: RegisterPage): Promise<string> => `${DOCTYPE}${await registerLayout(page).toString()}`;

/** A page that may be long, by what it is made of: at once, and so that whatever else waits has its turn meanwhile. */
export function longPage<View extends RegisterView, Page extends RegisterPage | null>(make: (view: View) => Page) {
  type Html = string | (null extends Page ? null : never);
  return {
    render(view: View): Html {
      const page = make(view);
      return (page && renderRegisterPage(page.view, page.head, page.content)) as Html;
    },
    async renderInTurns(view: View, turn: Turn): Promise<Html> {
      const page = make({ ...view, turn: oneByOne(turn) });
      return (page && (await renderParts(page))) as Html;
    },
  };
}

function registerLayout({ view, head: { back, ...head }, content }: RegisterPage) {
  return (
    <Layout view={view} head={head}>
      <StaleNotice view={view} />
      {back && (
        <nav class="back">
          <a href={href(view, back.path)}>{back.label}</a>
        </nav>
      )}
      {content}
    </Layout>
  );
}

/** Says that the page may be behind, when it is shown from memory. */
function StaleNotice({ view: { stale, register, locale } }: { view: RegisterView }) {
  if (!stale) return null;
  const words = wordsFor(locale).page;
  const { snapshot, organisation } = register;
  return (
    <p class="stale" role="status">
      {snapshot ? words.stale(formatDate(dateIn(organisation.timeZone, snapshot.takenAt), locale)) : words.staleUnknown}
    </p>
  );
}
