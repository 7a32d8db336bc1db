import type { Command } from "../command.ts";

/** Every command, by what it is called: loaded when it is given. */
export const COMMANDS = {
  pull: {
    says: "writes the list as it is announced into a file, keeping its comments",
    load: async () => (await import("./pull.ts")).pull,
  },
  export: {
    says: "writes the list in a form, the evidence of a change, or everything for a backup or a move, into a file",
    load: async () => (await import("./export.ts")).exportTo,
  },
  import: {
    says: "takes everything out of an archive, into an empty registry",
    load: async () => (await import("./import.ts")).importFrom,
  },
  status: {
    says: "says what the registry waits for",
    load: async () => (await import("./status.ts")).status,
  },
  verify: {
    says: "checks every chain of the registry, or an evidence file without it",
    load: async () => (await import("./verify.ts")).verify,
  },
} as const satisfies Record<string, { says: string; load: () => Promise<Command> }>;
