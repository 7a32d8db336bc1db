import { resolve } from "node:path";
import type { Host } from "./host.ts";

/** The option by which commands are told where the list is. */
export const FILE = {
  value: "path",
  says: "where the list is kept (SPR_FILE); by default subprocessors.yaml",
} as const;

export const listPath = ({ cwd, env }: Pick<Host, "cwd" | "env">, given: string | undefined): string =>
  resolve(cwd, given || env.SPR_FILE || "subprocessors.yaml");
