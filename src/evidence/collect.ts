import { type Action, type ActionData, isAction, readData } from "../model/actions.ts";
import { type Announced, type LogContents, type LoggedResponse, loggedSet, mailKey } from "./log-contents.ts";
import type { AuditEntry } from "./records.ts";

/** An entry without its data. `id` is that of its subject; `changeSet` is null where the subject is no change set. */
type About = Pick<AuditEntry, "sequence" | "at"> & { action: Action; id: string; changeSet: number | null };

/** Adds what an entry says; nothing of an action that is not known. Gives whether its data is what its action holds. */
export function collect(log: LogContents, { sequence, at, action, subject }: AuditEntry, data: unknown): boolean {
  if (!isAction(action)) return true;
  const read = readData(action, data);
  if (read === null) return false;
  const colon = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  const about = { sequence, at, action, id, changeSet: kind === "change-set" ? Number(id) : null };
  addPublished(log, about, read);
  // The data is of the same action, which the compiler cannot follow.
  const add = BY_ACTION[action] as Collects<Action> | undefined;
  add?.(log, about, read);
  return true;
}

/** What an entry of any action may hold: the version published with it, and the notice owed. */
function addPublished(log: LogContents, about: About, data: ActionData): void {
  const { sequence, changeSet } = about;
  const snapshot = "snapshot" in data ? data.snapshot : null;
  if (snapshot) log.snapshots.set(snapshot, { sequence, cause: causeOf(about) });
  if (snapshot && changeSet !== null) loggedSet(log, changeSet).versions.push(snapshot);
  if (!("owed" in data && data.owed)) return;
  const said = "text" in data ? data.text : "renamed" in data ? data.renamed : "about" in data ? data.about : null;
  const changes = "text" in data && "changes" in data ? (data.changes ?? null) : null;
  log.notices.set(data.owed.notice, { ...data.owed, changeSet, snapshot, text: said ?? null, changes });
}

/** The cause of the snapshot that an entry names. */
function causeOf({ action, changeSet }: About): string {
  if (action === "registry.loaded") return "baseline";
  if (changeSet === null) return action;
  return `${action === "change-set.approvals-waived" ? "change-set.released" : action}:${changeSet}`;
}

type Collects<Name extends Action> = (log: LogContents, about: About, data: ActionData<Name>) => void;

const announced = (log: LogContents, { id }: About, data: Announced): void => {
  log.publications.push({ set: Number(id), is: "announced", changes: null });
  loggedSet(log, Number(id)).announced = data;
};

type Released = ActionData<"change-set.released" | "change-set.held" | "change-set.approvals-waived">;

const released = (log: LogContents, { id }: About, data: Released): void => {
  const { releasedOn: on, changes = null } = data;
  loggedSet(log, Number(id)).releases.push({ on, reason: "reason" in data ? data.reason : null, changes });
};

const UNRESOLVED = { outcome: null, note: null };

/** What is collected of an entry by its action, besides what was published. */
const BY_ACTION: { [Name in Action]?: Collects<Name> } = {
  "registry.loaded": announced,
  "change-set.announced": announced,
  "change-set.withdrawn": (log, { id, at }, { reason, changes = null }) => {
    log.publications.push({ set: Number(id), is: "withdrawn", changes });
    loggedSet(log, Number(id)).withdrawn = { at, reason, changes };
  },
  "change-set.released": released,
  "change-set.held": released,
  "change-set.approvals-waived": released,
  "change-set.postponed": (log, { id, at }, data) => {
    loggedSet(log, Number(id)).postponements.push({ ...data, at });
  },
  "change-set.last-days-moved": (log, { id, at }, { untilEffect }) => {
    loggedSet(log, Number(id)).moved.push({ at, untilEffect });
  },
  "change-set.joined": (log, { id }, { customers, joined: { at, sha256 } }) => {
    loggedSet(log, Number(id)).joined.set(at, { customers, sha256 });
  },
  "change-set.reminded": (log, { id }, { reminded }) => {
    loggedSet(log, Number(id)).reminded.push(reminded);
  },
  "law.amended": (log, { sequence }, { number, on, amendment }) => {
    log.amendments.push({ sequence, recorded: { number, on, amendment } });
  },
  "mail.written": (log, { id, at }, { locale, variant, sha256, response }) => {
    log.mails.set(mailKey(id, locale, variant), { sha256, response, at });
  },
  "vendor.redacted": (log, { sequence }, { snapshots, sets, mails, notices }) => {
    log.redactions.push({
      sequence,
      sets: sets.map(({ changeSet }) => changeSet),
      snapshots: snapshots.map(({ snapshot }) => snapshot),
    });
    for (const { snapshot, content } of snapshots) log.leftOfSnapshots.set(snapshot, content);
    for (const { changeSet, document } of sets) loggedSet(log, changeSet).left = document;
    for (const { notice, locale, variant, sha256 } of mails) {
      const mail = log.mails.get(mailKey(notice, locale, variant));
      if (mail) log.mails.set(mailKey(notice, locale, variant), { ...mail, left: sha256 });
    }
    for (const { notice, text } of notices) {
      const told = log.notices.get(notice);
      if (told) log.notices.set(notice, { ...told, text });
    }
  },
  "response.recorded": (log, { id, at }, answer) => {
    const { kind, receipts = 1 } = answer;
    const given = { givenAt: [at], kinds: [kind], receipts, resolvedAt: [], isRedacted: false, isForgotten: false };
    log.responses.set(id, { ...answer, ...UNRESOLVED, ...given });
  },
  "response.edited": (log, { id, at }, answer) => {
    const { kind, receipts = 1, reopened = kind === "objected" } = answer;
    changeResponse(log, id, (before) => ({
      ...answer,
      // Who objects or asks anew is to be answered anew.
      ...(reopened ? UNRESOLVED : {}),
      givenAt: [...before.givenAt, at],
      kinds: [...before.kinds, kind],
      receipts: before.receipts + receipts,
    }));
  },
  "response.counted": (log, { id }) => {
    changeResponse(log, id, () => ({ waiting: false }));
  },
  "response.resolved": (log, { id, at }, { outcome, note }) => {
    changeResponse(log, id, ({ resolvedAt }) => ({ outcome, note, resolvedAt: [...resolvedAt, at] }));
  },
  "response.forgotten": (log, { id }, { outcomeNote: note, text, onBehalfOf }) => {
    changeResponse(log, id, () => ({ text, onBehalfOf, note, isRedacted: true, isForgotten: true }));
  },
  "notice.forgotten": (log, { id }, { deliveries }) => {
    log.forgotten.set(id, (log.forgotten.get(id) ?? 0) + deliveries);
  },
  "response.redacted": (log, { id }, { outcomeNote: note, text, onBehalfOf }) => {
    changeResponse(log, id, () => ({ text, onBehalfOf, note, isRedacted: true }));
  },
};

/** Changes an answer that was recorded before. */
function changeResponse(
  log: LogContents,
  id: string,
  change: (before: LoggedResponse) => Partial<LoggedResponse>,
): void {
  const before = log.responses.get(id);
  if (before) log.responses.set(id, { ...before, ...change(before) });
}
