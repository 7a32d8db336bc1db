import type { WriteDb } from "../../src/db/client.ts";
import { batches } from "../../src/db/schema.ts";

export const never = new Promise<never>(() => {});

/**
 * The database as one process sees it: before each of its statements `befall` may throw, stall, or end the process
 * (throw DEATH), whose open transaction is then undone by the server while the process waits for ever.
 */
export const DEATH = new Error("the process died");
export const BREAK = new Error("it broke");

export function watched(
  db: WriteDb,
  befall: (writesBatch: boolean) => Promise<void> | undefined,
  died: () => void,
): WriteDb {
  const end = (error: unknown): Promise<never> => {
    if (error !== DEATH) return Promise.reject(error);
    died();
    return never;
  };
  const wrap = (inner: WriteDb, inTransaction: boolean): WriteDb =>
    new Proxy(inner, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (name === "transaction") {
          return async (work: (tx: WriteDb) => Promise<unknown>) => {
            try {
              await befall(false);
              return await target.transaction((tx) => work(wrap(tx, true)));
            } catch (error) {
              return inTransaction ? Promise.reject(error) : end(error);
            }
          };
        }
        if (!["select", "insert", "update", "delete", "execute"].includes(String(name))) return member;
        return (...args: unknown[]) => {
          const befalling = befall(name === "update" && args[0] === batches);
          const built = Reflect.apply(member as () => unknown, target, args);
          if (!befalling) return built;
          return delayed(built, befalling.catch(inTransaction ? (error) => Promise.reject(error) : end));
        };
      },
    });
  return wrap(db, false);
}

/** A statement that is sent only once something else is over; whatever is chained to it is chained to the statement. */
function delayed(built: unknown, until: Promise<void>): unknown {
  // A statement may be awaited a while after it was begun.
  until.catch(() => {});
  return new Proxy(built as object, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (name === "then") {
        return (done: (rows: unknown) => unknown, failed: (error: unknown) => unknown) =>
          until.then(() => target as PromiseLike<unknown>).then(done, failed);
      }
      if (typeof member !== "function") return member;
      if (name === "execute") return (...args: unknown[]) => until.then(() => Reflect.apply(member, target, args));
      return (...args: unknown[]) => delayed(Reflect.apply(member, target, args), until);
    },
  });
}
