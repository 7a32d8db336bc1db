import type { Clock } from "../../../clock.ts";
import type { Deps } from "../../../deps.ts";
import type { Published, PublishedReader } from "../../frame/published.ts";
import { languageBy } from "../reader.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, answerOf, give } from "./answer.ts";
import { type Bounds, mostAsked } from "./most-asked.ts";

/** How a runtime keeps what it has answered. */
export type Keeping = Bounds & {
  /** By which the database is asked for the version at most once a second. */
  clock: Clock;
  /** Whether one request may wait for what another has begun: on Workers that one might be ended before it is done. */
  together: boolean;
  /** Whether answers are encoded here, and not by what stands before this. */
  mayEncode: boolean;
};

export type Fetch<Bindings, Lifetime> = (
  request: Request,
  bindings: Bindings,
  lifetime?: Lifetime,
) => Response | Promise<Response>;

export type DepsOf<Bindings, Lifetime> = (...asked: Parameters<Fetch<Bindings, Lifetime>>) => Deps;

/** Finished answers to what is published as it is now; those of what it was before go with it. */
type Kept = {
  published: Published;
  languages: Map<string, string>;
  answers: ReturnType<typeof mostAsked>;
  making: Map<string, Promise<Answer | Response>>;
};

/** The headers of a question that ask for less than a whole answer. */
const PARTIAL = ["if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range", "if-range"];

const SAFE = ["GET", "HEAD", "OPTIONS"];

// Browsers send few; whatever else is sent is read each time.
const MOST_LANGUAGES = 200;

/**
 * Stands before everything else and answers what it has answered before, from finished bytes, as long as what is published
 * is the same and the day is the same: by the language, and by the address in its one form. Whatever else is asked goes
 * through to `answer`; what may have changed something has the database asked by whoever comes next.
 */
export function keeping<Bindings, Lifetime>(
  { bytes, answers, mayEncode, together }: Keeping,
  reader: PublishedReader,
  depsOf: DepsOf<Bindings, Lifetime>,
  answer: Fetch<Bindings, Lifetime>,
): Fetch<Bindings, Lifetime> {
  let latest: Kept | null = null;

  const keptOf = (published: Published): Kept => {
    if (latest?.published !== published)
      latest = { published, languages: new Map(), answers: mostAsked({ bytes, answers }), making: new Map() };
    return latest;
  };

  function fromKept(kept: Kept, asked: Asked, [request, ...rest]: Parameters<Fetch<Bindings, Lifetime>>) {
    const key = keyOf(kept, asked, request.headers.get("accept-language") ?? "");
    if (key === null) return answer(request, ...rest);
    const found = kept.answers.get(key);
    return found ? give(found, request) : make(kept, key, [request, ...rest]);
  }

  /** Whoever asks while an answer is made waits for it. What is none to be kept is made for each. */
  async function make(kept: Kept, key: string, [request, ...rest]: Parameters<Fetch<Bindings, Lifetime>>) {
    const making = kept.making.get(key);
    if (making) {
      const made = await making;
      return made instanceof Response ? answer(request, ...rest) : give(made, request);
    }
    const mine = (async () => {
      const response = await answer(asWhole(request), ...rest);
      return (await answerOf(response, mayEncode)) ?? response;
    })();
    if (together) kept.making.set(key, mine);
    try {
      const made = await mine;
      if (made instanceof Response) return request.method === "HEAD" ? new Response(null, made) : made;
      kept.answers.set(key, made);
      return give(made, request);
    } finally {
      kept.making.delete(key);
    }
  }

  return (request, ...rest) => {
    const { method } = request;
    if (method !== "GET" && method !== "HEAD") {
      if (SAFE.includes(method)) return answer(request, ...rest);
      return Promise.resolve(answer(request, ...rest)).finally(reader.askAnew);
    }
    const asked = addressOf(request.url);
    if (asked === null) return answer(request, ...rest);
    const recent = reader.recent();
    if (recent) return fromKept(keptOf(recent), asked, [request, ...rest]);
    return reader.read(depsOf(request, ...rest)).then(
      (published) => fromKept(keptOf(published), asked, [request, ...rest]),
      // What is wrong is found again, and said as it is said of anything.
      () => answer(request, ...rest),
    );
  };
}

type Asked = NonNullable<ReturnType<typeof addressOf>>;

/** What an answer depends on; null where it is asked in a language that there is not, of which there may be any number. */
function keyOf({ published, languages }: Kept, { address, lang }: Asked, header: string): string | null {
  const { organisation } = published.register;
  if (lang !== undefined) {
    const { lang: offered } = languageBy(lang, header, organisation);
    return offered === undefined ? null : `?${offered} ${address}`;
  }
  let locale = languages.get(header);
  if (locale === undefined) {
    locale = languageBy(undefined, header, organisation).locale;
    if (languages.size < MOST_LANGUAGES && header.length < MOST_LANGUAGES) languages.set(header, locale);
  }
  return `${locale} ${address}`;
}

/** The same question for all of the answer. */
function asWhole(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of PARTIAL) headers.delete(name);
  return new Request(request, { method: "GET", headers });
}
