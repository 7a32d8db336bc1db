import { inAYear } from "../measure.ts";
import { start } from "./process.ts";

type Json = { number: number; changeSet: { number: number } };

export type App = Awaited<ReturnType<typeof startApp>>;

/** The whole HTTP surface over a database, in a process of its own, asked with its admin key. */
export async function startApp(databaseUrl: string) {
  const child = await start<{ url: string; adminKey: string }>("app", { url: databaseUrl });
  const { url, adminKey } = child.answer;
  /** Fails unless the answer is a good one. Its body is still to be read. */
  const ask = (method: string, path: string, body?: object) => send(method, path, body && JSON.stringify(body));

  async function send(method: string, path: string, body?: string, type = "application/json"): Promise<Response> {
    const headers = { authorization: `Bearer ${adminKey}`, "content-type": type };
    const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body }) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  return {
    url,
    ask,
    send,
    read: async (path: string): Promise<string> => (await ask("GET", path)).text(),
    json: async (method: string, path: string, body: object): Promise<Json> =>
      (await ask(method, path, body)).json() as Promise<Json>,
    /** Announces a draft, from the call to the end of its answer. */
    async announce(number: number): Promise<void> {
      const response = await ask("POST", `/v1/change-sets/${number}/announce`, { effectiveOn: inAYear() });
      await response.text();
    },
    /** The most memory its process has needed. */
    peakBytes: async () => (await child.ask<{ peakBytes: number }>()).peakBytes,
    stop: child.stop,
  };
}
