import { ABOUT_RESPONSES, kindsWhere } from "../model/people/notice.ts";
import { canonicalJson, sha256 } from "../model/values/hash.ts";
import { instant } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { LogContents, LoggedNotice } from "./log-contents.ts";
import type { Notice } from "./records.ts";

/** What can be wrong with a notice. Null: nothing. Chains are plain hashes: anybody can make one that nobody owed. */

/** What goes to readers the log names whenever it is owed. */
const NAMED_KINDS = kindsWhere(({ to }) => to === "readers");

export function noticeFault(notice: Notice, log: LogContents): string | null {
  const { id, kind, changeSet, createdAt, about } = notice;
  const owed = log.notices.get(id);
  if (owed) return owedFault(notice, owed, log);
  if (NAMED_KINDS.includes(kind)) return `the audit log does not know it: no such ${kind} was owed`;
  if (changeSet === null) return null;
  // Of each answer the log does not name the notices: each tells one person, or the organisation.
  if (!ABOUT_RESPONSES.includes(kind)) return `the audit log does not know it: a ${kind} is about no change set`;
  const answer = log.responses.get(about?.response ?? "");
  if (answer?.changeSet !== changeSet) return `it is a ${kind} of an answer that the audit log does not know`;
  const times = kind === "resolution" ? answer.resolvedAt : answer.givenAt;
  const at = createdAt.toISOString();
  if (!times.includes(at)) return "it was owed when nothing was answered, or became of it";
  const wasThat = answer.givenAt.some((each, index) => each === at && answer.kinds[index - 1] === about?.was);
  return about?.was === undefined || wasThat ? null : "the answer was not what it says that it was before";
}

function owedFault(notice: Notice, owed: LoggedNotice, log: LogContents): string | null {
  const { kind, changeSet, createdAt, about } = notice;
  const words = about?.text ?? about?.publisher ?? (about?.days && about);
  const text = words === undefined ? null : sha256(canonicalJson(words));
  // The version published with it, or with what it announces late.
  const told = kind === "late-announcement" ? log.sets.get(owed.changeSet ?? -1)?.announced?.snapshot : owed.snapshot;
  const { version = told } = notice;
  return firstDifference([
    [
      owed.changeSet,
      changeSet,
      `it was owed about ${owed.changeSet === null ? "no change set" : `change set ${owed.changeSet}`}`,
    ],
    [owed.kind, kind, `it was owed as ${owed.kind}`],
    [owed.at, instant(createdAt), `it was owed at ${owed.at}`],
    [owed.text, text, "its words are not what was recorded"],
    [canonicalJson(owed.changes), canonicalJson(about?.changes ?? null), "it corrects other changes than was recorded"],
    [told, version, "it tells of another version of the list"],
  ]);
}
