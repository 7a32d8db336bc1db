import { canonicalJson, sha256 } from "../model/hash.ts";
import { ABOUT_RESPONSES, kindsWhere } from "../model/notice.ts";
import type { Logged, LoggedNotice, LoggedResponse } from "./logged.ts";
import type { Notice } from "./records.ts";

/** What can be wrong with a notice. Null: nothing. Chains are plain hashes: anybody can make one that nobody owed. */

/** What goes to readers the log names whenever it is owed. */
const NAMED_KINDS = kindsWhere(({ to }) => to === "readers");

/** What the log does not name: each tells one person, or the organisation, of one answer. */
export const ANSWER_KINDS = ABOUT_RESPONSES;

export function noticeFault(notice: Notice, logged: Logged): string | null {
  const { id, kind, changeSet, createdAt, about } = notice;
  const owed = logged.owed.get(id);
  if (owed) return owedFault(notice, owed);
  if (NAMED_KINDS.includes(kind)) return `the audit log does not know it: no such ${kind} was owed`;
  if (changeSet === null) return null;
  if (!ANSWER_KINDS.includes(kind)) return `the audit log does not know it: a ${kind} is about no change set`;
  const answer = logged.responses.get(about?.response ?? "");
  if (answer?.changeSet !== changeSet) return `it is a ${kind} of an answer that the audit log does not know`;
  const times = kind === "resolution" ? answer.resolvedEachAt : answer.givenAt;
  return times.includes(createdAt.toISOString()) ? null : "it was owed when nothing was answered, or became of it";
}

function owedFault({ kind, changeSet, createdAt, about }: Notice, owed: LoggedNotice): string | null {
  if (changeSet !== owed.changeSet) return `it was owed about change set ${owed.changeSet}`;
  if (kind !== owed.kind) return `it was owed as ${owed.kind}`;
  if (createdAt.toISOString() !== owed.at) return `it was owed at ${owed.at}`;
  const text = about?.text === undefined ? null : sha256(canonicalJson(about.text));
  return text === owed.text ? null : "its words are not what was recorded";
}

/** The version of the list, by its hash, that a notice tells of: the one published with it, or with what it announces late. */
export function versionFault({ id, kind }: Notice, version: string | null, logged: Logged): string | null {
  const owed = logged.owed.get(id);
  if (!owed) return null;
  const told = kind === "late-announcement" ? logged.announced.get(owed.changeSet)?.snapshot : owed.snapshot;
  return (told ?? null) === version ? null : "it tells of another version of the list";
}

/** Counts the receipts of each answer: every time it was given or edited, whoever gave it was owed one. */
export function countReceipts() {
  const receipts = new Map<string, number>();
  return {
    add({ kind, about }: Pick<Notice, "kind" | "about">): void {
      if (kind !== "receipt" || !about?.response) return;
      receipts.set(about.response, (receipts.get(about.response) ?? 0) + 1);
    },
    /** Call it after the last notice. */
    fault(response: string, { givenAt }: LoggedResponse): string | null {
      const owed = receipts.get(response) ?? 0;
      return owed === givenAt.length ? null : `receipts owed: ${givenAt.length}; receipts here: ${owed}`;
    },
  };
}
