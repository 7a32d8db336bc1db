import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Access } from "./client.ts";
import { Failure, type Host } from "./host.ts";

/** What every command takes. A key is never an option: whoever lists processes would see it. */
export const SHARED = {
  registry: { value: "address", says: "where the registry is (SPR_REGISTRY)" },
  "key-file": { value: "file", says: "has the API key, if SPR_API_KEY does not (SPR_API_KEY_FILE)" },
  help: { says: "says this" },
} as const;
export type Shared = Partial<Record<keyof typeof SHARED, string>>;

const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/** Where the registry is and with which key it is asked, by options and environment. Throws `Failure` where that cannot be. */
export function accessOf({ env, cwd }: Pick<Host, "env" | "cwd">, given: Shared): Access {
  const named = given.registry || env.SPR_REGISTRY;
  if (!named) throw new Failure("Name the registry: --registry https://list.company.example, or SPR_REGISTRY.");
  const url = URL.parse(named.includes("://") ? named : `https://${named}`);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Failure(`"${named}" is no address of a registry.`);
  if (url.username || url.password) throw new Failure("The registry's address has no user and no password in it.");
  const key = keyOf(env, cwd, given["key-file"] || env.SPR_API_KEY_FILE);
  if (key !== null && url.protocol === "http:" && !THIS_MACHINE.includes(url.hostname))
    throw new Failure(`The API key would be readable on its way to ${url.origin}: name the registry by https.`);
  return { address: `${url.origin}${url.pathname}`.replace(/\/+$/, ""), key };
}

function keyOf(env: Host["env"], cwd: string, file: string | undefined): string | null {
  const key = env.SPR_API_KEY?.trim() || (file ? readKey(resolve(cwd, file)) : "");
  if (key === "") return null;
  if (!/^spr_[0-9A-Za-z]{36}$/.test(key))
    throw new Failure(
      `What ${env.SPR_API_KEY?.trim() ? "SPR_API_KEY" : file} has is no API key: it is "spr_" and 36 letters.`,
    );
  return key;
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Failure(`The API key's file ${path} cannot be read.`);
  }
}
