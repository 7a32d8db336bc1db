import type { Clock } from "../../../clock.ts";
import { isUnavailable } from "../../../db/errors.ts";
import type { Deps } from "../../../deps.ts";
import { dayOf, type IsoDate } from "../../../model/values/dates.ts";
import type { Published, PublishedReader } from "../../frame/published.ts";
import type { Languages } from "../reader.ts";
import type { Pointer, SharedCache } from "./shared.ts";

/** What answers are of: a version on a day, as far as it has to be known to find an answer. */
export type Edition = {
  /** Another whenever anything that answers show has changed. */
  of: unknown;
  languages: Languages;
  /** By what processes that share a cache know it; null where its answers are for this process alone. */
  name: string | null;
};

export type Editions = {
  /** The edition that was found so recently that it need not be looked for; else null. */
  recent(): Edition | null;
  /** The edition that there is. Throws where the database does not answer, and nothing is known. */
  read(deps: Deps): Promise<Edition>;
  /** Something may have been published: whoever comes next looks anew. */
  askAnew(deps: Deps): unknown;
  /** Whether what this process makes answers of is that edition. */
  isAt(edition: Edition): boolean;
};

/** As this process alone knows it. */
export function ownEditions(reader: PublishedReader): Editions {
  return {
    recent() {
      const published = reader.recent();
      return published && own(published);
    },
    read: async (deps) => own(await reader.read(deps)),
    askAnew: () => reader.askAnew(),
    // What was read later than an edition is never older, and is found to be another by whoever comes next.
    isAt: () => true,
  };
}

const own = (published: Published): Edition => ({
  of: published,
  languages: published.register.organisation,
  name: null,
});

/** So often the database is asked, by all processes that share a cache: as old a copy may be by what answers say of themselves. */
const ASKED_MS = 30_000;

/** So long a process takes what it found in the shared cache to be so still. */
const RECENT_MS = 1000;

/**
 * As processes know it that share a cache. One that publishes has the cache forget which version there is; where that
 * cannot be, in the cache of another place, it is asked again after half a minute. While the database is down the last one
 * that is known goes on.
 */
export function sharedEditions(reader: PublishedReader, shared: SharedCache, clock: Clock): Editions {
  let last: Edition | null = null;
  let lookedAt = Number.NaN;
  let wroteAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();
  const isWithin = (since: number, milliseconds: number) => now() - since >= 0 && now() - since < milliseconds;

  async function look(deps: Deps): Promise<Edition> {
    const { publicUrl } = deps.config;
    // What this process read before may be of an older version than the one that is found now.
    reader.askAnew();
    const known = await shared.pointer(publicUrl);
    // One that was asked for before this process wrote may have been put there after it was forgotten.
    if (known && known.askedAt > wroteAt && isWithin(known.askedAt, ASKED_MS)) return pointed(known, deps);
    const askedAt = now();
    const published = await reader.read(deps).catch((error) => {
      if (!known || !isUnavailable(error)) throw error;
      return null;
    });
    if (published && (published.stale || !published.register.snapshot)) return own(published);
    const pointer = published ? pointerTo(published, askedAt) : known && { ...known, askedAt };
    if (!pointer) throw new Error("Nothing is published");
    await shared.point(publicUrl, pointer);
    return pointed(pointer, deps);
  }

  return {
    recent: () => (isWithin(lookedAt, RECENT_MS) ? last : null),
    async read(deps) {
      const at = now();
      // Whoever asks meanwhile is given what was found before, as none of them can wait for this one.
      if (last) lookedAt = at;
      const before = wroteAt;
      const found = await look(deps);
      if (before !== wroteAt) return found;
      last = found;
      lookedAt = at;
      return found;
    },
    async askAnew({ config }) {
      reader.askAnew();
      last = null;
      wroteAt = now();
      await shared.forget(config.publicUrl);
    },
    isAt: ({ name }) => {
      // However long the answer took to make: the version that was read last is the one it was made of, or a newer one.
      const read = reader.last();
      return read !== null && !read.stale && name === nameOf(read.register.snapshot?.hash, read.today);
    },
  };
}

function pointerTo({ register: { snapshot, calendar, organisation } }: Published, askedAt: number): Pointer {
  const { locales, defaultLocale } = organisation;
  return { version: snapshot?.hash ?? "", calendar, languages: { locales, defaultLocale }, askedAt };
}

function pointed({ version, calendar, languages }: Pointer, { clock }: Deps): Edition {
  const name = nameOf(version, dayOf(calendar, clock.now()));
  return { of: name, languages, name };
}

const nameOf = (version: string | undefined, today: IsoDate) => `${version}/${today}`;
