import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { MAX_BYTES } from "../../imports/formats/bounds.ts";
import type { Client } from "../client.ts";
import { command } from "../command.ts";
import { EXIT, type Exit, Failure, type Host, Misused } from "../host.ts";
import { removalsAllowed } from "../option.ts";
import { isEmpty, Plan } from "../plan.ts";
import { planText } from "../plan-text.ts";
import { applyPlan } from "./apply.ts";

const FORMATS = ["csv", "tsv", "markdown", "html", "json", "yaml", "xlsx"];

export const importFrom = command({
  takes: "<file>",
  most: 1,
  says: "Reads a list out of any file (CSV, Markdown, HTML, JSON, YAML, XLSX), says what it would change and what was guessed, and puts\nit into a draft once --confirm says so (scope write). With --all: takes everything out of an archive of spr export --all, into\nthe database of DATABASE_URL, which was migrated and has nothing yet, with the TOKEN_SECRET of the registry it is of.",
  options: {
    format: { value: "name", says: "csv, tsv, markdown, html, json, yaml or xlsx, where the name does not say it" },
    confirm: {
      says: "confirms what is asked about and can be read in one way, names it, and puts the plan into a draft; what is left to ask is answered in the console",
    },
    "allow-removals": { value: "number", says: "how many vendors it may remove, as the plan says" },
    all: { says: "everything, out of an archive" },
  },
  async run({ args: [file], options, registry, ...host }) {
    if (file === undefined) throw new Misused("Name the file.");
    const path = resolve(host.cwd, file);
    if (options.all !== undefined) return importAll(path, host);
    const { format } = options;
    if (format !== undefined && !FORMATS.includes(format))
      throw new Misused(`There is no format "${format}": there are ${FORMATS.join(", ")}.`);
    const how = removalsAllowed("--allow-removals", options["allow-removals"]);
    const client = registry();
    let plan = await client.send("POST", "/v1/imports", Plan, {
      file: bytesOf(path, MAX_BYTES).toString("base64"),
      encoding: "base64",
      fileName: basename(path).slice(-200),
      ...(format && { format }),
    });
    if (options.confirm !== undefined) {
      const { columnsText, confirmable, confirmedText } = await import("../reading-text.ts");
      const found = confirmable(plan);
      if (found.asked.length > 0) {
        const guesses = Object.fromEntries(found.asked.map(({ guess }) => [guess.id, true]));
        plan = await client.send("PATCH", `/v1/imports/${plan.id}`, Plan, { guesses });
      }
      host.out(confirmedText(found) + (plan.totals.unsure > 0 ? "" : columnsText(plan)));
    }
    // What is still asked is answered in the console, where the plan stays.
    return options.confirm === undefined || plan.totals.unsure > 0
      ? tell(client, plan, host)
      : put(client, plan, how, host);
  },
});

/** What was read, and what was guessed; the plan stays, for whoever goes on with it in the console. */
async function tell(client: Client, plan: Plan, host: Host): Promise<Exit> {
  const { readingText } = await import("../reading-text.ts");
  host.out(planText(plan, host) + readingText(plan));
  if (isEmpty(plan)) return EXIT.done;
  host.err(`The plan is kept for 30 days: ${client.address}/console/imports/${plan.id}, or again with --confirm.\n`);
  return plan.totals.unsure > 0 ? EXIT.unsure : EXIT.changes;
}

async function put(client: Client, plan: Plan, how: object, host: Host): Promise<Exit> {
  const set = await applyPlan(client, plan, how, host);
  if (set !== null) host.out(`It is in change set ${set}.\n`);
  return EXIT.done;
}

/** Of an archive all is in memory, and no file that is larger is read at once. */
const MOST_OF_ARCHIVE = 2 ** 31 - 1;

function bytesOf(path: string, most: number): Buffer {
  try {
    const { size } = statSync(path);
    if (size > most) throw new Failure(`${path} has ${size} bytes, and no more than ${most} are taken.`);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${path} cannot be read.`);
  }
}

async function importAll(path: string, { env, err }: Host): Promise<Exit> {
  // The server's own script: it speaks to the database, of which the command line knows nothing.
  const bytes = bytesOf(path, MOST_OF_ARCHIVE);
  const { importAll: take } = await import("../../../scripts/import-all.ts");
  try {
    await take(bytes, env, (line) => err(`${line}\n`));
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
  err(
    "Sending is held: when the former registry is shut down, POST /v1/sending/resume, or resume it in the console.\n",
  );
  return EXIT.done;
}
