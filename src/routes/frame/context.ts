import { OpenAPIHono } from "@hono/zod-openapi";
import type { Deps } from "../../deps.ts";
import type { KeyScope } from "../../model/values/api-key.ts";
import type { Locale } from "../../model/values/text.ts";
import type { Actor } from "../../registry/log/audit.ts";
import type { SignedIn } from "../../registry/users/sessions.ts";
import type { Download } from "./downloads.ts";
import { invalidRequest } from "./problems.ts";
import type { Published } from "./published.ts";

/** What a request carries through the app. */
export type App = {
  /** What the runtime binds; only `worker.ts` and `server.ts` look inside. */
  Bindings: object;
  Variables: {
    deps: Deps;
    /** The visitor's address, for limits alone; null where it cannot be known. */
    ip: string | null;
    /** The first gate of the public forms: false when a visitor asks too often. */
    gate: () => Promise<boolean>;
    /** The published register, from memory if need be. */
    published: () => Promise<Published>;
    /** Answers with a stream, within what a process can give at once. */
    download: Download;
    /** Who calls the API, once a key was checked: an actor of the audit log, and what the key allows. */
    actor: Actor;
    scopes: KeyScope[];
    /** Who is signed in to the console, once their session was checked. */
    signedIn: SignedIn;
    /** The caller's language, for answers of the API with sentences. */
    locale: () => Promise<Locale>;
    /** The language of a page for people, which its answer says (RFC 9110, 8.5). */
    pageLanguage: Locale;
  };
};

export const createRouter = () => new OpenAPIHono<App>({ defaultHook: invalidRequest });
