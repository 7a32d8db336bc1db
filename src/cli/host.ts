import { printable } from "./printable.ts";

/** What a command reads and writes besides the registry: the process has one, and tests have others. */
export type Host = {
  env: Readonly<Record<string, string | undefined>>;
  fetch: typeof fetch;
  /** Files that are named are found from here. */
  cwd: string;
  /** What was asked for, and nothing else: it may be read by a program. */
  out: (text: string) => void;
  /** What a person should know besides. */
  err: (text: string) => void;
  isTerminal: { out: boolean; err: boolean };
  wait: (milliseconds: number) => Promise<void>;
  /** The line that a person types; null where nobody is there to be asked. */
  ask: ((question: string) => Promise<string>) | null;
};

/** Why a command was not done, in words for whoever gave it. What they quote of files and answers moves no cursor. */
export class Failure extends Error {
  constructor(message: string) {
    super(printable(message));
  }
}

/** The same of a command that was not understood. */
export class Misused extends Failure {}

/** What the process ends with. */
export const EXIT = {
  /** Done; of a plan: nothing would change. */
  done: 0,
  /** Refused, or not possible; of a verification: something does not hold. */
  failed: 1,
  /** Of a plan: something would change. */
  changes: 2,
  /** Of a plan: something has to be confirmed by somebody first. */
  unsure: 3,
  /** The command was not understood (EX_USAGE of sysexits.h). */
  misused: 64,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
