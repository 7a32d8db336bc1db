import type { z } from "@hono/zod-openapi";
import { canonicalJson } from "../../model/values/hash.ts";
import { instant, owedLink } from "../chain.ts";
import type { Table } from "../fault.ts";
import {
  ChangeSetFile,
  CustomerLine,
  customerOf,
  DeliveryLine,
  EntryContent,
  FormerCustomerLine,
  type ManifestFile,
  NoticeLine,
  ReportLine,
  ResponseLine,
  SnapshotLine,
} from "../formats.ts";
import { type Logged, loggedSet } from "../log-contents.ts";
import type { AuditEntry, AuditHead, ChainedSnapshot, Concerned, Records } from "../records.ts";
import type { Evidence } from "../verify.ts";
import { demandText, type Pack, parse, readArray, readDocument, readLines, Wrong } from "./read-files.ts";
import { packedMails } from "./read-mails.ts";
import { FORMATS, type Format } from "./readme.ts";
import { entryLine } from "./text.ts";

/** What a pack holds of its change set: records that are each written exactly as the registry writes them, or Wrong. */
export async function packedSet(pack: Pack, { changeSet, auditHead }: z.infer<typeof ManifestFile>, format: Format) {
  const set = readDocument(pack, "change-set.json", ChangeSetFile);
  if (set.number !== changeSet) throw new Wrong("change-set.json", "it is of another number than the manifest's");
  const versions = await readArray(pack, "snapshots.json", SnapshotLine, ({ number }) => String(number));
  const customers = await packedCustomers(pack, format);
  const notices = await readArray(pack, "notices.json", NoticeLine, ({ id }) => id);
  const responses = await readArray(pack, "responses.json", ResponseLine, ({ id }) => id);
  const reports = await readArray(pack, "provider-events.json", ReportLine, ({ id }) => id);
  const reportsOf = Map.groupBy(reports, ({ deliveryId }) => deliveryId);
  const { mails, places } = packedMails(pack, notices, changeSet);

  const recordsOf = ({ log }: Logged): Records => ({
    only: { sets: new Set([changeSet]), versions: loggedSet(log, changeSet).versions, notices: new Set() },
    *snapshots() {
      for (const version of versions.toSorted((a, b) => a.number - b.number))
        yield { ...version, content: snapshotContent(pack, version) };
    },
    changeSets: () => [{ ...set, customers, stored: null }],
    builtOn: async () => null,
    notices: () => notices.map((notice) => ({ ...notice, changeSet })),
    mails,
    deliveries: () => packedDeliveries(pack, notices, reportsOf),
    responses: () => responses.map((response) => ({ ...response, recipient: response })),
  });
  const evidence: Evidence = { entries: () => packedEntries(pack, auditHead), records: recordsOf };
  /** Where the pack has a record. */
  const placeOf = (table: Table, id: string): string =>
    ({
      audit: `audit.txt, entry ${id}`,
      snapshot: /^\d+$/.test(id) ? snapshotFile({ number: Number(id) }) : "snapshots.json",
      "change-set": "change-set.json",
      customer: "customers.json",
      notice: `notices.json, ${id}`,
      mail: places.get(id) ?? "notices.json",
      delivery: `deliveries.json, ${id}`,
      response: `responses.json, ${id}`,
    })[table];
  return { evidence, placeOf, set, versions, customers, notices, responses, reportsOf };
}

/** Whom it concerned, as the format says it. */
async function packedCustomers(pack: Pack, format: Format): Promise<Concerned[]> {
  // One that a part of the set brings nothing new has that part beside the other.
  const idOf = ({ externalId, since, changes }: Pick<Concerned, "externalId" | "since" | "changes">) =>
    [externalId, instant(since) ?? [], changes ?? []].flat().join(" ");
  if (FORMATS[format].hasPeriods) return (await readArray(pack, "customers.json", CustomerLine, idOf)).map(customerOf);
  const lines = await readArray(pack, "customers.json", FormerCustomerLine, idOf);
  return lines.map((line) => ({ ...line, periods: null }));
}

type Version = Pick<ChainedSnapshot, "number">;

/** The file of the list as it was published as a version. */
export const snapshotFile = ({ number }: Version): string => `snapshots/${number}.json`;

export const snapshotContent = (pack: Pack, version: Version): string => pack.read(snapshotFile(version)).toString();

/** Takes the reports of each delivery out of those that are there. */
async function* packedDeliveries(
  pack: Pack,
  notices: readonly z.infer<typeof NoticeLine>[],
  reports: Map<string, z.infer<typeof ReportLine>[]>,
) {
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  const deliveries = await readArray(pack, "deliveries.json", DeliveryLine, ({ id }) => id);
  for (const { events, customer, ...delivery } of deliveries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, noticeId, owedAt, customers } = delivery;
    const where = `deliveries.json, ${id}`;
    const notice = noticeOf.get(noticeId) ?? null;
    if (notice && instant(notice.createdAt) !== owedAt)
      throw new Wrong(where, "was owed at another time than its notice");
    const [owed, ...steps] = events;
    const isOwed = owed?.at === owedAt && owed.state === "pending" && owed.cause === "owed" && owed.emailId === null;
    if (!isOwed || owed.hash !== owedLink(delivery)) throw new Wrong(where, "step 0 (owed) is not what its chain says");
    if (customer !== (customers?.join(", ") ?? null))
      throw new Wrong(where, "names another customer than it was owed for");
    const own = reports.get(id) ?? [];
    reports.delete(id);
    yield { ...delivery, events: steps, reports: own, recipient: delivery, address: null, notice };
  }
}

/** The log line by line, until where the manifest says that it ends. */
function* packedEntries(pack: Pack, end: AuditHead | null): Generator<AuditEntry> {
  let head: AuditHead | null = null;
  for (const line of readLines(pack, "audit.txt")) {
    const where = `audit.txt, entry ${(head?.sequence ?? 0) + 1}`;
    const { data, ...content } = parse(where, line.slice(65), EntryContent);
    const previousHash: string | null = head?.hash ?? null;
    const entry: AuditEntry = { ...content, data: canonicalJson(data), previousHash, hash: line.slice(0, 64) };
    demandText(where, `${line}\n`, entryLine(entry));
    yield entry;
    head = entry;
  }
  if (head?.hash !== end?.hash || head?.sequence !== end?.sequence)
    throw new Wrong("audit.txt", "does not end where the manifest says");
}
