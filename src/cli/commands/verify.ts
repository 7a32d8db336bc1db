import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { command } from "../command.ts";
import { EXIT, Failure } from "../host.ts";
import { printable } from "../printable.ts";

const Verification = z.object({
  ok: z.boolean(),
  entries: z.int(),
  snapshots: z.int(),
  deliveries: z.int(),
  head: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
  bad: z.array(z.object({ table: z.string(), id: z.string(), reason: z.string() })),
});

export const verify = command({
  takes: "[file]",
  most: 1,
  says: "Checks the registry's audit log, versions, notices and deliveries (scope admin); or, without the registry, a file:\nevidence of a change, or what spr export --all wrote. TOKEN_SECRET, where it is set, checks what is keyed by it.",
  options: { from: { value: "hash", says: "goes on after the head that was verified before" } },
  async run({ args: [file], options, registry, out, err, isTerminal, ...host }) {
    if (file !== undefined) return verifyOffline(resolve(host.cwd, file), host.env.TOKEN_SECRET || undefined, out);
    if (isTerminal.err) err("Reading every record …\n");
    const query = options.from ? `?from=${encodeURIComponent(options.from)}` : "";
    const found = await registry().get(`/v1/audit/verify${query}`, Verification);
    for (const { table, id, reason } of found.bad) out(printable(`  WRONG  ${table} ${id}: ${reason}\n`));
    if (!found.ok) return EXIT.failed;
    const { entries, snapshots, deliveries, head } = found;
    out(`All of it holds: ${entries} entries of the log, ${snapshots} versions, ${deliveries} deliveries.\n`);
    if (head) out(`Keep the head elsewhere, entry ${head.sequence}: ${head.hash}\n`);
    return EXIT.done;
  },
});

async function verifyOffline(path: string, secret: string | undefined, out: (text: string) => void) {
  const [{ verifyFile }, { Unusable }] = await Promise.all([
    import("../../evidence/verify-file.ts"),
    import("../../evidence/pack/read-zip.ts"),
  ]);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Failure(`${path} cannot be read.`);
  }
  try {
    const { checked, excepted, wrong } = await verifyFile(bytes, secret);
    for (const each of checked) out(`  ok     ${each}\n`);
    for (const each of excepted) out(`  note   not checked: ${each}\n`);
    if (wrong) out(printable(`  WRONG  ${wrong.where}: ${wrong.reason}\n`));
    else out("Everything is as it was recorded. Compare the log's head with one that somebody else has kept.\n");
    return wrong ? EXIT.failed : EXIT.done;
  } catch (error) {
    if (error instanceof Unusable) throw new Failure(`${path} does not verify: ${error.message}.`);
    throw error;
  }
}
