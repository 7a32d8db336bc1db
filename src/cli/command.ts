import type { Client } from "./client.ts";
import type { Exit, Host } from "./host.ts";

/** An option of a command: a flag, or with the name of its value. */
export type Option = { value?: string; says: string };

/** What was given to a command. */
export type Given<Names extends string> = {
  /** What is no option. */
  args: string[];
  /** The values of options; of a flag "". */
  options: Partial<Record<Names, string>>;
};

export type Context<Names extends string = string> = Host &
  Given<Names> & {
    /** The registry that is named. Throws `Failure` where none is. */
    registry: () => Client;
  };

/** One command: what `--help` says of it, and what it does. */
export type Command<Names extends string = string> = {
  /** What stands behind its name: `[file]`. */
  takes?: string;
  /** How many arguments it takes at most. */
  most?: number;
  says: string;
  options: Record<Names, Option>;
  run: (context: Context<Names>) => Promise<Exit>;
};

/** A command with the names of its options, so that no other is asked for. */
export const command = <Names extends string>(it: Command<Names>): Command<Names> => it;
