import { isUtf8 } from "node:buffer";
import { z } from "@hono/zod-openapi";
import { diff } from "../model/diff.ts";
import { canonicalJson, sha256 } from "../model/hash.ts";
import type { VendorDocument } from "../model/vendor-document.ts";
import { answeredFault } from "./check-responses.ts";
import { changeSetFault, concernedFault, remindedFault } from "./checks.ts";
import { ChangeSetFile, CustomerLine, ManifestFile, ResponseLine } from "./formats.ts";
import {
  demand,
  lines,
  type Pack,
  parse,
  read,
  refuseTwice,
  type Session,
  textOf,
  UNKEYED,
  Wrong,
} from "./read-pack.ts";
import { Unusable } from "./read-zip.ts";
import { README } from "./readme.ts";
import { verifyDeliveries, verifyResponses } from "./verify-owed.ts";
import { snapshotsOf, verifyLog, verifySnapshots } from "./verify-published.ts";
import { verifyNotices } from "./verify-told.ts";
import { FORMAT, MANIFEST, SUMS, sumsOf } from "./zip.ts";

const FILES = [
  ...["README.txt", "change-set.json", "snapshots.json", "customers.json", "notices.json", "deliveries.json"],
  ...["provider-events.json", "responses.json", "audit.txt", MANIFEST, SUMS],
];

/** Checks a pack by itself, without anything else. With the registry's secret it also checks addresses by their hashes. */
export function verifyPack(pack: Pack, session: Session): void {
  const { checked, excepted, secret } = session;
  if (secret === undefined) excepted.push(UNKEYED);
  const { format } = parse(MANIFEST, textOf(pack, MANIFEST), z.object({ format: z.string() }));
  if (format !== FORMAT) throw new Unusable(`it is of another format: ${format}`);
  const manifest = read(pack, MANIFEST, ManifestFile);
  verifySums(pack, manifest);
  checked.push(`${manifest.files.length} files are as the manifest lists them`);

  const snapshots = snapshotsOf(pack);
  const said = verifyLog(pack, manifest, snapshots, session);
  const set = read(pack, "change-set.json", ChangeSetFile);
  const { number } = set;
  if (number !== manifest.changeSet) throw new Wrong("change-set.json", "it is of another number than the manifest's");
  demand("change-set.json", changeSetFault(publicSet(set), said) ?? diffFault(set));
  checked.push(`change set ${number} is what was announced at ${set.announcedAt}`);

  const customers = lines(pack, "customers.json", CustomerLine);
  refuseTwice("customers.json", customers, ({ externalId }) => externalId);
  demand("customers.json", concernedFault(number, customers, said) ?? remindedFault(number, customers, said));
  checked.push(`${customers.length} customers were concerned, on these terms`);

  verifySnapshots(snapshots, set, said, session);
  const { notices, files } = verifyNotices(pack, number, said, session);
  verifyDeliveries(pack, notices, number, said, session);
  const responses = lines(pack, "responses.json", ResponseLine);
  verifyResponses(responses, "responses.json", number, said, session);
  demand("change-set.json", answeredFault(set, customers, responses));
  refuseOthers(pack, [...FILES, ...snapshots.map(({ name }) => name), ...files]);
}

/** A file that nothing refers to could say what nobody checks. */
function refuseOthers({ names }: Pack, files: readonly string[]): void {
  const known = new Set(files);
  const other = names.find((name) => !known.has(name));
  if (other !== undefined) throw new Wrong(other, "is a file that no record is of");
}

/** A change set as the checks take it. */
export const publicSet = (set: z.infer<typeof ChangeSetFile>) => ({
  ...set,
  releasedOn: set.approvals?.releasedOn ?? null,
  releasedReason: set.approvals?.releasedReason ?? null,
});

/** Every file is the one the manifest lists, and there is no other. */
function verifySums(pack: Pack, { files }: z.infer<typeof ManifestFile>): void {
  refuseTwice(MANIFEST, files, ({ name }) => name);
  for (const { name, bytes, sha256: sum } of files) {
    if (!pack.names.includes(name)) throw new Wrong(name, "is missing");
    const content = pack.read(name);
    if (content.length !== bytes || sha256(content) !== sum) throw new Wrong(name, "is not what the manifest lists");
    if (!isUtf8(content)) throw new Wrong(name, "is not text");
  }
  const listed = new Set([...files.map(({ name }) => name), MANIFEST, SUMS]);
  const extra = pack.names.find((name) => !listed.has(name));
  if (extra !== undefined) throw new Wrong(extra, "is not in the manifest");
  const manifest = pack.read(MANIFEST);
  const all = [...files, { name: MANIFEST, bytes: manifest.length, sha256: sha256(manifest) }];
  if (pack.read(SUMS).toString() !== sumsOf(all)) throw new Wrong(SUMS, "does not say the same as the manifest");
  if (pack.read("README.txt").toString() !== README) throw new Wrong("README.txt", "is not the README of this format");
}

/** What reads as a difference is what the entries before and after make. */
function diffFault({ changes }: z.infer<typeof ChangeSetFile>): string | null {
  const other = changes.find(
    ({ before, after, diff: shown }) =>
      canonicalJson(diff(before as VendorDocument | null, after as VendorDocument | null)) !== canonicalJson(shown),
  );
  return other ? `the differences of "${other.vendor}" are not those of its entries before and after` : null;
}
