import { resolve } from "node:path";
import { z } from "zod";
import type { Client } from "../client.ts";
import { command } from "../command.ts";
import { writePieces } from "../file.ts";
import { EXIT, type Exit, Failure, type Host, Misused } from "../host.ts";

/** The forms of the public list that are files. */
const FORMS = ["json", "csv", "md", "docx", "cdx.json"];

export const exportTo = command({
  says: "Writes into a file: the list in a form; with --evidence what proves who was told of a change; with --all everything,\nfor a backup or a move. README.md says how a registry is moved.",
  options: {
    to: { value: "file", says: "where it is written" },
    form: { value: FORMS.join("|"), says: "the form of the list, by default json; needs no key" },
    evidence: { value: "number", says: "of this change set (scope admin)" },
    all: { says: "documents, history, customers, evidence, the log (scope admin)" },
    move: { says: "with --all: holds sending here for good, and waits until nothing is under way" },
  },
  async run({ options, registry, ...host }) {
    const { form = "json", evidence, all, move } = options;
    if (!options.to) throw new Misused("Say where it is to be written: --to <file>.");
    if (move !== undefined && all === undefined) throw new Misused("--move goes with --all.");
    if (!FORMS.includes(form)) throw new Misused(`There is no form "${form}": there are ${FORMS.join(", ")}.`);
    if (evidence !== undefined && !/^\d{1,9}$/.test(evidence))
      throw new Misused("--evidence takes a change set's number.");
    const path = resolve(host.cwd, options.to);
    const client = registry();
    if (all !== undefined) return exportAll(client, path, move !== undefined, host);
    const pieces =
      evidence === undefined
        ? client.download("GET", `/subprocessors.${form}`, { key: false })
        : wholeZip(client.download("GET", `/v1/change-sets/${evidence}/evidence.zip`), client);
    await writePieces(path, pieces, host);
    host.err(`Written into ${path}.\n`);
    return EXIT.done;
  },
});

/** Of the record with which an archive ends (APPNOTE 4.3.16): its bytes without a comment, and those it begins with. */
const END_BYTES = 22;
const END = Buffer.from("PK\u0005\u0006");

/** Pieces that end as an archive does. Throws `Failure` at the end of others, such as what was cut off on its way. */
async function* wholeZip(pieces: AsyncIterable<Uint8Array>, { address }: Client): AsyncGenerator<Uint8Array> {
  let last = Buffer.alloc(0);
  for await (const piece of pieces) {
    last = Buffer.concat([last, piece.subarray(-END_BYTES)]).subarray(-END_BYTES);
    yield piece;
  }
  if (!last.subarray(0, END.length).equals(END)) throw new Failure(`What ${address} sent is no whole zip archive.`);
}

const Deliveries = z.object({ deliveries: z.int() });
const Sending = z.object({ state: z.string(), pending: Deliveries, uncertain: Deliveries });

async function exportAll(client: Client, path: string, isMove: boolean, host: Host): Promise<Exit> {
  let sending = isMove
    ? await client.send("POST", "/v1/sending/hold", Sending)
    : await client.get("/v1/sending", Sending);
  if (isMove) {
    for (let tries = 0; sending.state === "sending" && tries < 60; tries += 1) {
      if (tries === 0) host.err("Sending is held; what is under way ends within a minute …\n");
      await host.wait(2000);
      sending = await client.get("/v1/sending", Sending);
    }
    if (sending.state !== "held")
      throw new Failure(
        "What is under way does not end, so nothing is written. Sending stays held: try again, or resume it.",
      );
    const { pending, uncertain } = sending;
    host.err(
      `Sending is held here. ${pending.deliveries} mails wait, and will be sent from the new place; ${uncertain.deliveries} are of unknown outcome.\n`,
    );
  }
  const bytes = await writePieces(path, wholeZip(client.download("POST", "/v1/export"), client), host);
  host.err(`Everything is in ${path}, ${bytes} bytes. It holds personal data: keep it as you keep the database.\n`);
  host.err(
    isMove
      ? "This registry is not closed: whoever announces here still publishes, and whoever resumes sending here sends again. Take the archive in with spr import --all, with the same TOKEN_SECRET; then shut this registry down (stop its server or Worker), and only then resume sending in the new one.\n"
      : `Sending ${sending.state === "held" ? "is held" : "goes on"} here. Before a registry that takes it in sends, this one has to be shut down.\n`,
  );
  return EXIT.done;
}
