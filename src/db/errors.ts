// postgres.js's own codes, the operating system's, and SQLSTATE classes 08 (connection), 53 (resources) and 57P
// (server shutting down or starting up).
const unavailable =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOENT|08|53|57P)/;

/** What workerd says of a socket that could not be opened, or was lost: it gives no code. */
const socketLost = /^(proxy request failed|network connection lost|stream was cancelled)/i;

/** Whether the database could not be reached, rather than refused the statement. */
export function isUnavailable(error: unknown): boolean {
  const found = cause(error);
  const code = field(found, "code");
  if (typeof code === "string") return unavailable.test(code);
  return found instanceof Error && socketLost.test(found.message);
}

/** Whether a transaction was undone for another's sake, a deadlock for one, and may simply be tried again. */
export const isOvertaken = (error: unknown): boolean => String(field(cause(error), "code")).startsWith("40");

/** Whether a table is missing: the migrations have not been run. */
export function isUnmigrated(error: unknown): boolean {
  return field(cause(error), "code") === "42P01";
}

/** Whether there is no database of that name. */
const isMissing = (error: unknown): boolean => field(cause(error), "code") === "3D000";

/** Whether the role may not do it: it was not given its rights. */
export function isForbidden(error: unknown): boolean {
  return field(cause(error), "code") === "42501";
}

/** Whether the database lets the role not in: there is none, or its password is another (SQLSTATE class 28). */
export const isTurnedAway = (error: unknown): boolean => String(field(cause(error), "code")).startsWith("28");

/** What an operator can mend of it, in words that name no host, role or database; null for anything else. */
export function inWords(error: unknown): string | null {
  if (isUnavailable(error)) return "The database cannot be reached: check DATABASE_URL, and that it is running.";
  if (isTurnedAway(error)) return "The database does not let that role in: check DATABASE_URL, its user and password.";
  if (isMissing(error)) return "There is no such database: check the name at the end of DATABASE_URL, or create it.";
  if (isUnmigrated(error)) return "The database has no tables yet: run `npm run migrate` first.";
  if (isForbidden(error)) return "The database's role lacks rights: run `npm run migrate` as the owner of its tables.";
  return null;
}

/** What a script says as it fails: what an operator can mend in words, or what was said at the bottom of it. */
export function lastWords(error: unknown): string {
  const found = cause(error);
  return inWords(error) ?? (found instanceof Error ? found.message : String(found));
}

function cause(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
