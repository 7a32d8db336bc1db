import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../src/cli/host.ts";
import { main } from "../../src/cli/main.ts";
import type { Registry } from "./registry.ts";

/** What a command has said, and ended with. */
export type Said = { exit: number; out: string; err: string };

/** A folder in which `spr` runs, asking that registry by its address, as a process would: with files, settings and a key. */
export function workplace(r: Registry, atEnd: (end: () => void) => void) {
  const cwd = mkdtempSync(join(tmpdir(), "spr-"));
  atEnd(() => rmSync(cwd, { recursive: true }));
  const address = "https://registry.example";
  const ask: typeof fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(`${address}/`)) throw new Error(`${url} is no address of the registry`);
    return r.app.request(url.slice(address.length), init);
  };
  return {
    cwd,
    read: (name: string) => readFileSync(join(cwd, name), "utf8"),
    write: (name: string, text: string | Uint8Array) => writeFileSync(join(cwd, name), text),
    /** Runs a command. The key is the registry's admin key, unless the environment has another, or none. */
    async spr(
      args: string[],
      { env = {}, answers, ...more }: Partial<Host> & { answers?: string[] } = {},
    ): Promise<Said> {
      let [out, err] = ["", ""];
      const host: Host = {
        env: { SPR_REGISTRY: address, SPR_API_KEY: r.adminKey, ...env },
        fetch: ask,
        cwd,
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        isTerminal: { out: false, err: false },
        wait: async () => {},
        ask: answers ? async () => answers.shift() ?? "" : null,
        ...more,
      };
      const exit = await main(args, host);
      return { exit, out, err };
    },
  };
}
