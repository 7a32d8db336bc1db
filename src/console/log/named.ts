import type { AuditEntry } from "../../evidence/records.ts";
import type { SubjectKind } from "../../model/actions.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";

/** What an id of the log is called: by a name, or by what the mail was, and the change that it is about. */
export type Named = { name: string | null; kind: NoticeKind | null; changeSet: number | null };
export type LogNames = ReadonlyMap<string, Named>;

/** Who did something: a user and a key by name, a recipient by their address. */
export function sayActor(actor: string, names: LogNames, locale: ConsoleLocale): string {
  const { actors } = wordsFor(locale).screens.log;
  const [kind = ""] = actor.split(":");
  const known: Record<string, string> = actors;
  return names.get(actor)?.name ?? known[actor] ?? known[kind] ?? actor;
}

/** What it was done to, by name; what has none any more, by what it was. */
export function saySubject({ subject }: Pick<AuditEntry, "subject">, names: LogNames, locale: ConsoleLocale): string {
  const { log: words, delivery } = wordsFor(locale).screens;
  const [kind = "", id] = subject.split(":", 2);
  const called = words.subjects[kind as SubjectKind] ?? kind;
  if (id === undefined) return called;
  if (kind === "change-set" || kind === "law") return words.numbered(called, id);
  const { name = null, kind: mail = null, changeSet = null } = names.get(subject) ?? {};
  if (name !== null) return words.named(called, name);
  const what = mail === null ? called : words.named(called, delivery.kinds[mail]);
  if (changeSet !== null) return words.ofChange(what, changeSet);
  // What is still there may have no name, such as a list that was pasted.
  return mail === null && !names.has(subject) ? words.gone(called) : what;
}

/** Where a subject has a page of the console. */
export function pathOf({ subject }: Pick<AuditEntry, "subject">, names: LogNames): string | null {
  const [kind = "", id = ""] = subject.split(":", 2);
  if (kind === "change-set") return `/console/changes/${id}`;
  if (kind === "vendor" && names.has(subject)) return `/console/vendors/${id}`;
  if (kind === "law") return "/console/transfers/law";
  return kind === "organisation" ? "/console/organisation" : null;
}
