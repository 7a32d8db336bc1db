import { resolve } from "node:path";
import { command } from "../command.ts";
import { EXIT, Failure, Misused } from "../host.ts";

export const importFrom = command({
  takes: "<file>",
  most: 1,
  says: "With --all: takes everything out of an archive of spr export --all, into the database of DATABASE_URL, which was migrated\nand has nothing yet. TOKEN_SECRET is the one of the registry it is of. Sending is held until somebody resumes it.",
  options: { all: { says: "everything, out of an archive" } },
  async run({ args: [file], options, env, cwd, err }) {
    if (file === undefined) throw new Misused("Name the file.");
    if (options.all === undefined) throw new Misused("Say --all.");
    // The server's own script: it speaks to the database, of which the command line knows nothing.
    const { importAll } = await import("../../../scripts/import-all.ts");
    try {
      await importAll(resolve(cwd, file), env, (line) => err(`${line}\n`));
    } catch (error) {
      throw new Failure(error instanceof Error ? inWords(error) : String(error));
    }
    err(
      "Sending is held: when the former registry is shut down, POST /v1/sending/resume, or resume it in the console.\n",
    );
    return EXIT.done;
  },
});

/** What PostgreSQL or the system said, rather than the statement and its rows. */
const inWords = (error: Error): string => (error.cause instanceof Error ? error.cause : error).message;
