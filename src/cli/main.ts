import { parseArgs } from "node:util";
import { openRegistry } from "./client.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { commandHelp, help } from "./help.ts";
import { EXIT, type Exit, Failure, type Host, Misused } from "./host.ts";
import { accessOf, SHARED } from "./settings.ts";

/** Does what the arguments say, and tells what the process ends with. What fails is told in words. */
export async function main(args: readonly string[], host: Host): Promise<Exit> {
  const [name = "", ...rest] = args;
  try {
    if (["", "help", "--help", "-h"].includes(name) && !(name === "help" && rest[0])) {
      host.out(help());
      return name === "" ? EXIT.misused : EXIT.done;
    }
    const asked = name === "help" ? (rest[0] ?? "") : name;
    if (!isCommand(asked)) throw new Misused(`There is no command "${asked}": spr --help names those there are.`);
    const command = await COMMANDS[asked].load();
    if (name === "help" || rest.some((each) => each === "--help" || each === "-h")) {
      host.out(commandHelp(asked, command));
      return EXIT.done;
    }
    return await run(asked, command, rest, host);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.err(`${error.message}\n`);
    return error instanceof Misused ? EXIT.misused : EXIT.failed;
  }
}

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

function run(name: string, command: Command, args: string[], host: Host): Promise<Exit> {
  const given = readOptions(name, command, args);
  const registry = () => openRegistry(host, accessOf(host, given.options));
  return command.run({ ...host, ...given, registry });
}

/** The arguments by what the command takes. Throws `Misused`. */
function readOptions(name: string, { options, most = 0 }: Command, args: string[]) {
  const types = Object.entries({ ...options, ...SHARED }).map(([option, it]) => {
    const type = "value" in it && it.value !== undefined ? ("string" as const) : ("boolean" as const);
    return [option, { type }] as const;
  });
  try {
    const { values, positionals } = parseArgs({ args, options: Object.fromEntries(types), allowPositionals: true });
    if (positionals.length > most) throw new Error(`It does not know what to do with "${positionals[most]}"`);
    const read = Object.entries(values).map(([option, value]) => [option, typeof value === "string" ? value : ""]);
    return { args: positionals, options: Object.fromEntries(read) as Record<string, string> };
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/\. To specify a positional.*$/s, "") : String(error);
    throw new Misused(`${said.replace(/\.$/, "")}. See spr ${name} --help.`);
  }
}
