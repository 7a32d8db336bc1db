import { isUtf8 } from "node:buffer";
import { z } from "@hono/zod-openapi";
import { sha256 } from "../../model/values/hash.ts";
import { instant } from "../chain.ts";
import type { Table } from "../fault.ts";
import { ManifestFile } from "../formats.ts";
import { loggedSet } from "../log-contents.ts";
import { verify } from "../verify.ts";
import { answeredFault, diffFault, publishedFault, versionsFault } from "./check-pack.ts";
import { filesAt } from "./mail-places.ts";
import { packedSet, snapshotContent, snapshotFile } from "./packed-records.ts";
import { demand, type Pack, parse, readDocument, refuseTwice, textOf, Wrong } from "./read-files.ts";
import { readZip, Unusable } from "./read-zip.ts";
import { FORMATS, isFormat, namedIn, PAGE } from "./readme.ts";
import { MANIFEST, SUMS, sumsOf } from "./write-zip.ts";

/** What a verification says: what was checked, what could not be, and the first thing that is wrong, if any. */
export type PackVerification = {
  checked: string[];
  excepted: string[];
  wrong: { where: string; reason: string } | null;
};

/** Said where there is no secret. */
const UNKEYED = "addresses against their keyed hashes: that takes the registry's secret, as TOKEN_SECRET";

/**
 * Checks an evidence pack by itself, without server, network or database. With the registry's `secret` addresses are
 * checked against their hashes, too. Throws Unusable for what is no pack.
 */
export async function verifyPack(archive: Buffer, secret?: string): Promise<PackVerification> {
  const found: PackVerification = { checked: [], excepted: secret === undefined ? [UNKEYED] : [], wrong: null };
  try {
    await check(readZip(archive), found, secret);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    found.wrong = { where: error.where, reason: error.message };
  }
  return found;
}

/** Throws Wrong at the first thing that is wrong. */
async function check(pack: Pack, { checked, excepted }: PackVerification, secret: string | undefined): Promise<void> {
  const { format } = parse(MANIFEST, textOf(pack, MANIFEST), z.object({ format: z.string() }));
  if (!isFormat(format))
    throw new Unusable(
      `it is of another format (${JSON.stringify(format.slice(0, 100))}): neither evidence of a change nor everything of a registry, as this version writes them`,
    );
  const { readmeOf, hasPage } = FORMATS[format];
  const manifest = readDocument(pack, MANIFEST, ManifestFile);
  verifySums(pack, manifest);
  const page = hasPage ? [PAGE] : [];
  for (const name of page) {
    demand(name, pack.names.includes(name) ? null : "is missing");
    excepted.push(`${name}: it is for reading, and may say anything; what is proved is in the other files`);
  }
  checked.push(`${manifest.files.length} files are as the manifest lists them`);

  const packed = await packedSet(pack, manifest, format);
  const { evidence, placeOf, set, versions, customers, notices, responses, reportsOf } = packed;
  const notes = {
    wrong(table: Table, id: string | number, reason: string): never {
      throw new Wrong(placeOf(table, String(id)), reason);
    },
    erased: (table: Table, id: string) => excepted.push(`${placeOf(table, id)}: something of it was erased`),
    checked: (table: Table, count: number) => checked.push(CHECKED[table](count)),
  };
  const logged = loggedSet(await verify(evidence, notes, { secret }), set.number);

  // The deliveries have taken theirs.
  const [stray] = reportsOf.keys();
  demand("provider-events.json", stray === undefined ? null : `reports of a delivery that is not here: ${stray}`);
  demand("snapshots.json", versionsFault(versions, logged));
  const announced = versions.find(({ hash }) => hash === logged.announced?.snapshot);
  demand(
    "change-set.json",
    announced ? publishedFault(set, snapshotContent(pack, announced)) : "it was never published",
  );
  const about = {
    number: set.number,
    announcedAt: instant(set.announcedAt),
    organisation: publisherOf(pack, announced),
  };
  const isReadme = pack.read("README.txt").toString() === readmeOf(about);
  demand("README.txt", isReadme ? null : "is not the README of this format, or of this change");
  demand("change-set.json", diffFault(set.changes) ?? answeredFault(set, customers, responses));
  checked.push(
    `change set ${set.number} was announced at ${instant(set.announcedAt)}; the log's head is ${manifest.auditHead?.hash}`,
  );
  const mails = notices.flatMap((notice) => notice.mails.flatMap(filesAt));
  // A file that nothing refers to could say what nobody checks.
  refuseOthers(pack, [...FILES, ...page, ...versions.map(snapshotFile), ...mails], "is a file that no record is of");
}

/** Who published a version, by name. */
const publisherOf = (pack: Pack, version: { number: number } | undefined): string =>
  version === undefined ? "" : namedIn(snapshotContent(pack, version));

const CHECKED: Record<Table, (count: number) => string> = {
  audit: (count) => `the audit log's ${count} entries are whole`,
  snapshot: (count) => `versions of the list, as they were published: ${count}`,
  "change-set": () => "the change set is what was announced",
  customer: (count) => `customers concerned, on these terms: ${count}`,
  notice: (count) => `notices owed: ${count}`,
  mail: (count) => `mails written for them, in these words: ${count}`,
  delivery: (count) => `deliveries owed, which came to these states by these steps: ${count}`,
  response: (count) => `responses, which say what was recorded: ${count}`,
};

const FILES = [
  ...["README.txt", "change-set.json", "snapshots.json", "customers.json", "notices.json", "deliveries.json"],
  ...["provider-events.json", "responses.json", "audit.txt", MANIFEST, SUMS],
];

function refuseOthers({ names }: Pack, files: readonly string[], reason: string): void {
  const known = new Set(files);
  const other = names.find((name) => !known.has(name));
  if (other !== undefined) throw new Wrong(other, reason);
}

/** Every file is the one the manifest lists, and there is no other. */
function verifySums(pack: Pack, { files }: z.infer<typeof ManifestFile>): void {
  refuseTwice(MANIFEST, files, ({ name }) => name);
  for (const { name, bytes, sha256: sum } of files) {
    if (!pack.names.includes(name)) throw new Wrong(name, "is missing");
    const content = pack.read(name);
    if (content.length !== bytes || sha256(content) !== sum) throw new Wrong(name, "is not what the manifest lists");
    if (!isUtf8(content)) throw new Wrong(name, "is not text");
  }
  refuseOthers(pack, [...files.map(({ name }) => name), MANIFEST, SUMS], "is not in the manifest");
  const manifest = pack.read(MANIFEST);
  const all = [...files, { name: MANIFEST, bytes: manifest.length, sha256: sha256(manifest) }];
  if (pack.read(SUMS).toString() !== sumsOf(all)) throw new Wrong(SUMS, "does not say the same as the manifest");
}
