import type { Command, Option } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { SHARED } from "./settings.ts";

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
};

/** What there is. */
export function help(): string {
  const commands = Object.entries(COMMANDS).map(([name, { says }]) => [name, says] as const);
  return `spr <command> [options]: the list of subprocessors, from the command line

${columns(commands)}
The registry is named by --registry or SPR_REGISTRY, the API key is in SPR_API_KEY or in a file (--key-file).
spr <command> --help says more of each.

It ends with
${columns([
  ["0", "done; of plan and import: nothing would change"],
  ["1", "refused, or not possible; of verify: something does not hold"],
  ["2", "of plan and import: something would change"],
  ["3", "of plan and import: something has to be confirmed first"],
  ["64", "the command was not understood"],
  ["130", "stopped by Ctrl-C; no file is left half written"],
])}`;
}

/** What one command does, and takes. */
export function commandHelp(name: string, { takes, says, options }: Command): string {
  const named = Object.entries<Option>({ ...options, ...SHARED });
  const rows = named.map(([option, it]) => [`--${option}${it.value ? ` <${it.value}>` : ""}`, it.says] as const);
  return `spr ${name}${takes ? ` ${takes}` : ""} [options]\n\n${says}\n\n${columns(rows)}`;
}
