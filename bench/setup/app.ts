import { start } from "./process.ts";

export type App = Awaited<ReturnType<typeof startApp>>;

/** The whole HTTP surface over a database, in a process of its own, asked with its admin key. */
export async function startApp(databaseUrl: string) {
  const child = await start<{ url: string; adminKey: string }>("app", { url: databaseUrl });
  const { url, adminKey } = child.answer;
  const headers = { authorization: `Bearer ${adminKey}`, "content-type": "application/json" };

  /** Fails unless the answer is a good one. Its body is still to be read. */
  async function ask(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  return {
    url,
    ask,
    /** Announces a draft, from the call to the end of its answer. */
    async announce(number: number): Promise<void> {
      const response = await ask("POST", `/v1/change-sets/${number}/announce`, { effectiveOn: "2099-01-01" });
      await response.text();
    },
    /** The most memory its process has needed. */
    peakBytes: async () => (await child.ask<{ peakBytes: number }>()).peakBytes,
    stop: child.stop,
  };
}
