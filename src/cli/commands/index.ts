import type { Command } from "../command.ts";

/** Every command, by what it is called: loaded when it is given. */
export const COMMANDS = {
  pull: {
    says: "writes the list as it is announced into a file, keeping its comments",
    load: async () => (await import("./pull.ts")).pull,
  },
  plan: {
    says: "says what the list in the file would change",
    load: async () => (await import("./plan.ts")).plan,
  },
  apply: {
    says: "puts what the list in the file would change into a draft, once for each commit",
    load: async () => (await import("./apply.ts")).apply,
  },
  announce: {
    says: "announces a draft, with a person's own key",
    load: async () => (await import("./announce.ts")).announce,
  },
  import: {
    says: "reads a list out of any file; with --all everything, out of an archive",
    load: async () => (await import("./import.ts")).importFrom,
  },
  export: {
    says: "writes the list in a form, the evidence of a change, or everything for a backup or a move, into a file",
    load: async () => (await import("./export.ts")).exportTo,
  },
  verify: {
    says: "checks every chain of the registry, or without it a file of evidence or of everything",
    load: async () => (await import("./verify.ts")).verify,
  },
  status: {
    says: "says what the registry waits for",
    load: async () => (await import("./status.ts")).status,
  },
} as const satisfies Record<string, { says: string; load: () => Promise<Command> }>;
