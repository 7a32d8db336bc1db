import type { Calendar } from "../../../model/values/dates.ts";
import type { Languages } from "../reader.ts";
import type { Answer } from "./answer.ts";

/** Which version there is, as it was found at an instant, in milliseconds. */
export type Pointer = { version: string; calendar: Calendar; languages: Languages; askedAt: number };

/** What a runtime's cache can do, such as `caches.default` of a Worker. */
export type RuntimeCache = {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
};

export type SharedCache = ReturnType<typeof sharedCache>;

/** How long a version, and the answers to it, are there for when the database is down: a day, as caches are told. */
const DAY = "max-age=86400";

/** The header that has those of the answer, as a cache reads its own out of them otherwise. */
const HEADERS = "kept-headers";

/**
 * The cache that the processes of one place share. What is in it is found by addresses of the registry's own that lead
 * nowhere. Where it fails, or is none, nothing is found in it.
 */
export function sharedCache(cache: RuntimeCache) {
  const at = (publicUrl: string, path: string) => `${publicUrl}/.kept/${path}`;
  const none = () => undefined;
  return {
    async pointer(publicUrl: string): Promise<Pointer | undefined> {
      const found = await cache.match(at(publicUrl, "version")).catch(none);
      return (found?.json() as Promise<Pointer> | undefined)?.catch(none);
    },
    point: (publicUrl: string, pointer: Pointer) =>
      cache
        .put(at(publicUrl, "version"), new Response(JSON.stringify(pointer), { headers: { "cache-control": DAY } }))
        .catch(none),
    forget: (publicUrl: string) => cache.delete(at(publicUrl, "version")).catch(none),
    /** An answer to an edition, by its key. */
    async answer(publicUrl: string, edition: string, key: string): Promise<Response | undefined> {
      const found = await cache.match(at(publicUrl, `${edition}/${encodeURIComponent(key)}`)).catch(none);
      const headers = found?.headers.get(HEADERS);
      return found && headers ? new Response(found.body, { headers: JSON.parse(headers) }) : undefined;
    },
    keep: (publicUrl: string, edition: string, key: string, { plain: { headers, bytes } }: Answer) =>
      cache
        .put(
          at(publicUrl, `${edition}/${encodeURIComponent(key)}`),
          new Response(bytes, { headers: { "cache-control": DAY, [HEADERS]: JSON.stringify(headers) } }),
        )
        .catch(none),
  };
}
