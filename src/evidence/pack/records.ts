import type { z } from "@hono/zod-openapi";
import { owedLink } from "../chain.ts";
import type { Table } from "../fault.ts";
import {
  ChangeSetFile,
  CustomerLine,
  DeliveryLine,
  type ManifestFile,
  NoticeLine,
  ReportLine,
  ResponseLine,
  SnapshotLine,
} from "../formats.ts";
import type { ChainedSnapshot, Records } from "../records.ts";
import { instant } from "../times.ts";
import { lines, type Pack, read, refuseTwice, Wrong } from "./read-files.ts";
import { packedEntries } from "./read-log.ts";
import { packedMails } from "./read-mails.ts";

/** What a pack holds of its change set: records that are each written exactly as the registry writes them, or Wrong. */
export function packedSet(pack: Pack, { changeSet, auditHead }: z.infer<typeof ManifestFile>) {
  const set = read(pack, "change-set.json", ChangeSetFile);
  if (set.number !== changeSet) throw new Wrong("change-set.json", "it is of another number than the manifest's");
  const versions = lines(pack, "snapshots.json", SnapshotLine);
  refuseTwice("snapshots.json", versions, ({ number }) => String(number));
  const customers = lines(pack, "customers.json", CustomerLine);
  refuseTwice("customers.json", customers, ({ externalId }) => externalId);
  const notices = lines(pack, "notices.json", NoticeLine);
  refuseTwice("notices.json", notices, ({ id }) => id);
  const responses = lines(pack, "responses.json", ResponseLine);
  refuseTwice("responses.json", responses, ({ id }) => id);
  const reports = packedReports(pack);
  const { mails, ...written } = packedMails(pack, notices, changeSet);
  const { releasedOn, releasedReason } = set.approvals ?? { releasedOn: null, releasedReason: null };

  const records: Records = {
    changeSet,
    entries: () => packedEntries(pack, auditHead),
    *snapshots() {
      for (const version of versions.toSorted((a, b) => a.number - b.number))
        yield { ...version, content: contentOf(pack, version) };
    },
    changeSets: () => [{ ...set, releasedOn, releasedReason, customers, stored: null }],
    *notices() {
      for (const notice of notices) yield { ...notice, changeSet };
    },
    mails,
    deliveries: () => packedDeliveries(pack, notices, reports),
    *responses() {
      for (const response of responses) yield { ...response, recipient: response };
    },
  };
  /** Where the pack has a record. */
  const placeOf = (table: Table, id: string): string =>
    ({
      audit: `audit.txt, entry ${id}`,
      snapshot: /^\d+$/.test(id) ? nameOf(Number(id)) : "snapshots.json",
      "change-set": "change-set.json",
      customer: "customers.json",
      notice: `notices.json, ${id}`,
      mail: written.places.get(id) ?? "notices.json",
      delivery: `deliveries.json, ${id}`,
      response: `responses.json, ${id}`,
    })[table];
  return { records, placeOf, set, versions, customers, responses, reports, mailFiles: written.files };
}

const nameOf = (version: number): string => `snapshots/${version}.json`;

/** The list as it was published as a version. */
export const contentOf = (pack: Pack, { number }: Pick<ChainedSnapshot, "number">): string =>
  pack.read(nameOf(number)).toString();

/** Takes the reports of each delivery out of those that are there. */
function* packedDeliveries(
  pack: Pack,
  notices: readonly z.infer<typeof NoticeLine>[],
  reports: ReturnType<typeof packedReports>,
) {
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  const deliveries = lines(pack, "deliveries.json", DeliveryLine).sort((a, b) => (a.id < b.id ? -1 : 1));
  refuseTwice("deliveries.json", deliveries, ({ id }) => id);
  for (const { events, customer, ...delivery } of deliveries) {
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

/** What the provider reported, by the delivery. */
function packedReports(pack: Pack): Map<string, z.infer<typeof ReportLine>[]> {
  const reports = lines(pack, "provider-events.json", ReportLine);
  refuseTwice("provider-events.json", reports, ({ id }) => id);
  return Map.groupBy(reports, ({ deliveryId }) => deliveryId);
}
