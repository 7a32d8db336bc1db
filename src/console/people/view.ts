import type { Session } from "../../model/people/session.ts";
import type { User } from "../../model/people/user.ts";
import type { ApiKey } from "../../model/values/api-key.ts";
import type { ConsoleView } from "../shell.tsx";

/** What was typed into a form that was not taken, and what is wrong with it, by field; with "" of all of it. */
export type Typed = { values: Record<string, string>; wrong: Record<string, string> };

export type PeopleView = ConsoleView & {
  user: User;
  /** Where the organisation itself is told of answers; null where it has no address. */
  privacyEmail: string | null;
  /** The reader's own session. */
  session: Session;
  /** Everybody, for whoever administers; else null. */
  users: User[] | null;
  /** Those of everybody, or the reader's own. */
  sessions: Session[];
  /** The API keys that open something, of everybody or the reader's own. */
  keys: ApiKey[];
  /** A key that was just made, as it is shown this once. */
  made?: { name: string; key: string } | undefined;
  invited?: Typed | undefined;
  /** What was typed for a key that was not made. */
  unmade?: Typed | undefined;
  /** An address that was typed and is none. */
  unasked?: Typed | undefined;
  /** What could not be done to a user. */
  refused?: string | undefined;
  saved?: string | undefined;
};
