import type { Deps } from "../../deps.ts";
import { readDataOf } from "../../evidence/check-entry.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import { type LoggedFinding, readData } from "../../model/actions.ts";
import { dateIn } from "../../model/values/dates.ts";
import { findChangeSet } from "../changes/draft/drafts.ts";
import { findingsToAccept, type VendorFinding } from "../changes/findings/of-changes.ts";
import { listAudit } from "../log/audit.ts";
import { type LogNames, namesIn } from "../log/names.ts";
import { ownTerms } from "./evidence.ts";

/** What was accepted to announce a set: why, and by the entry of the log that says who and when. */
export type Accepted = {
  entry: AuditEntry;
  names: LogNames;
  reason: string;
  /** With its facts where it is found so still; else as the log has it. */
  findings: readonly (VendorFinding | LoggedFinding)[];
};

/**
 * What was accepted, with a reason, to announce a set; null where nothing was. The log has of each finding the vendor, the
 * code and the field: the facts are found anew in what was announced, by the organisation and the amended law of then.
 */
export async function acceptedIn({ db }: Pick<Deps, "db">, number: number): Promise<Accepted | null> {
  const subject = `change-set:${number}`;
  const { data } = await listAudit({ db }, { subject, action: "change-set.announced", limit: 1 });
  const [entry] = data;
  if (!entry) return null;
  const said = readData("change-set.announced", readDataOf(entry));
  const accepted = said?.acceptedFindings;
  if (!accepted || accepted.reason === null) return null;
  const { publishedAs } = await findChangeSet(db, number);
  const published = (await ownTerms(db)).findLast(({ version }) => version <= (publishedAs ?? 0));
  const then = published && {
    organisation: published.organisation,
    on: dateIn(published.organisation.timeZone, new Date(entry.at)),
  };
  const found = then ? await findingsToAccept({ db }, number, said.effectiveOn, then) : [];
  // In the same order: several of one vendor may have the same code and field.
  const findings = accepted.findings.map((logged) => {
    const at = found.findIndex((each) => isOf(each, logged));
    return found.splice(at, at < 0 ? 0 : 1)[0] ?? logged;
  });
  return { entry, names: await namesIn(db, [entry]), reason: accepted.reason, findings };
}

const isOf = (found: VendorFinding, { vendor, code, pointer }: LoggedFinding): boolean =>
  found.vendor === vendor && found.code === code && found.pointer === pointer;
