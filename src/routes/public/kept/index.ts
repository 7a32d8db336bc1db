import type { Clock } from "../../../clock.ts";
import type { Deps } from "../../../deps.ts";
import type { PublishedReader } from "../../frame/published.ts";
import { languageBy } from "../reader.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, answerOf, give } from "./answer.ts";
import { type Edition, ownEditions, sharedEditions } from "./editions.ts";
import { type Bounds, mostAsked } from "./most-asked.ts";
import { type RuntimeCache, sharedCache } from "./shared.ts";

/** How a runtime keeps what it has answered. */
export type Keeping = Bounds & {
  /** By which the database is asked for the version at most once a second. */
  clock: Clock;
  /** Whether one request may wait for what another has begun: on Workers that one might be ended before it is done. */
  together: boolean;
  /** Whether answers are encoded here, and not by what stands before this. */
  mayEncode: boolean;
  /** A cache that other processes share. */
  cache?: RuntimeCache | undefined;
};

/** What a runtime gives a request, beside what it binds. */
export type Lifetime = { waitUntil(work: Promise<unknown>): void };

type Question<Bindings> = [request: Request, bindings: Bindings, lifetime?: Lifetime];

export type Fetch<Bindings> = (...question: Question<Bindings>) => Response | Promise<Response>;

export type DepsOf<Bindings> = (...question: Question<Bindings>) => Deps;

/** Finished answers to what is published as it is now; those to what it was before go with it. */
type Kept = {
  edition: Edition;
  /** What headers ask for, by their text. */
  locales: Map<string, string>;
  answers: ReturnType<typeof mostAsked>;
  making: Map<string, Promise<Answer | Response>>;
};

/** The headers of a question that ask for less than a whole answer. */
const PARTIAL = ["if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range", "if-range"];

const SAFE = ["GET", "HEAD", "OPTIONS"];

// Browsers send few; whatever else is sent is read each time.
const MOST_LOCALES = 200;

/**
 * Stands before everything else and answers what it has answered before, from finished bytes, as long as what is published
 * is the same and the day is the same: by the language, and by the address in its one form. Whatever else is asked goes
 * through to `answer`; what may have changed something has the database asked by whoever comes next.
 */
export function keeping<Bindings>(
  { bytes, answers, mayEncode, together, cache, clock }: Keeping,
  reader: PublishedReader,
  depsOf: DepsOf<Bindings>,
  answer: Fetch<Bindings>,
): Fetch<Bindings> {
  const shared = cache && sharedCache(cache);
  const editions = shared ? sharedEditions(reader, shared, clock) : ownEditions(reader);
  let latest: Kept | null = null;

  function keptOf(edition: Edition): Kept {
    if (latest && latest.edition.of === edition.of) return latest;
    latest = { edition, locales: new Map(), answers: mostAsked({ bytes, answers }), making: new Map() };
    return latest;
  }

  function from(kept: Kept, asked: Asked, question: Question<Bindings>) {
    const [request] = question;
    const key = keyOf(kept, asked, request.headers.get("accept-language") ?? "");
    if (key === null) return answer(...question);
    const found = kept.answers.get(key);
    return found ? give(found, request) : first(kept, key, question);
  }

  /** Whoever asks while an answer is made waits for it. What is none to be kept is made for each. */
  async function first({ edition, answers, making }: Kept, key: string, question: Question<Bindings>) {
    const [request] = question;
    const others = making.get(key);
    const mine = others ?? make(edition, key, question);
    if (together && !others) making.set(key, mine);
    try {
      const made = await mine;
      if (made instanceof Response) return others ? answer(...question) : asAsked(made, request);
      answers.set(key, made);
      return await give(made, request);
    } finally {
      if (!others) making.delete(key);
    }
  }

  /** An answer to be kept; or one that is not, and is for this request alone. */
  async function make(edition: Edition, key: string, question: Question<Bindings>): Promise<Answer | Response> {
    const [request, bindings, lifetime] = question;
    const { name } = edition;
    if (!shared || name === null) {
      const response = await answer(asWhole(request), bindings, lifetime);
      return (await answerOf(response, mayEncode)) ?? response;
    }
    const { publicUrl } = depsOf(...question).config;
    const found = await shared.answer(publicUrl, name, key);
    const response = found ?? (await answer(asWhole(request), bindings, lifetime));
    // Another version may have been published meanwhile: its answer is given, and not kept as this one's.
    if (!found && !editions.isAt(edition)) return response;
    const made = await answerOf(response, mayEncode);
    if (made && !found) lifetime?.waitUntil(shared.keep(publicUrl, name, key, made));
    return made ?? response;
  }

  return (...question) => {
    const [request] = question;
    const { method } = request;
    if (method !== "GET" && method !== "HEAD") {
      if (SAFE.includes(method)) return answer(...question);
      return Promise.resolve(answer(...question)).finally(() => editions.askAnew(depsOf(...question)));
    }
    const asked = addressOf(request.url);
    if (asked === null) return answer(...question);
    const recent = editions.recent();
    if (recent) return from(keptOf(recent), asked, question);
    return editions.read(depsOf(...question)).then(
      (edition) => from(keptOf(edition), asked, question),
      // What is wrong is found again, and said as it is said of anything.
      () => answer(...question),
    );
  };
}

type Asked = NonNullable<ReturnType<typeof addressOf>>;

/** What an answer is kept by. Null for a language that the organisation does not write: any number of these can be asked for. */
function keyOf({ edition, locales }: Kept, { address, lang }: Asked, header: string): string | null {
  if (lang !== undefined) {
    const { lang: offered } = languageBy(lang, header, edition.languages);
    return offered === undefined ? null : `?${offered} ${address}`;
  }
  let locale = locales.get(header);
  if (locale === undefined) {
    locale = languageBy(undefined, header, edition.languages).locale;
    if (locales.size < MOST_LOCALES && header.length < MOST_LOCALES) locales.set(header, locale);
  }
  return `${locale} ${address}`;
}

/** The same question for all of the answer. */
function asWhole(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of PARTIAL) headers.delete(name);
  return new Request(request, { method: "GET", headers });
}

/** What was answered to the whole question, as it was asked. */
const asAsked = (response: Response, { method }: Request): Response =>
  method === "HEAD" ? new Response(null, response) : response;
