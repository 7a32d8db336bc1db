import { dateIn } from "../../model/dates.ts";
import type { ChangeSetView } from "../../model/register.ts";
import type { Response } from "../../model/response.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { About } from "./frame.ts";
import type { Block, LetterRow } from "./letter.ts";
import { announced, datedOn, titleOf } from "./sentence.ts";

/** What a mail about an answer needs: the answer as `getResponse` gives it, and the change set it is to. */
export type AboutAnswer = About & { changeSet: ChangeSetView; response: Response };

/** The day an answer was given or last edited, in the organisation's time zone. */
export function givenOn({ organisation, locale, response }: AboutAnswer): string {
  return formatDate(dateIn(organisation.timeZone, response.editedAt ?? response.answeredAt), locale);
}

/** The facts of an answer, under the number of its change. */
export function factsOf(
  { changeSet, locale }: Pick<AboutAnswer, "changeSet" | "locale">,
  facts: [string, string | null][],
): Block {
  const rows = facts.flatMap(([label, line]): LetterRow[] =>
    line === null ? [] : [{ label, readings: [{ caption: null, lines: [line] }] }],
  );
  return { type: "change", heading: wordsFor(locale).answers.change(changeSet.number), note: null, rows };
}

/** Somebody's own words under a heading; nothing when there are none. */
export function statement(heading: string, text: string | null): Block[] {
  if (text === null) return [];
  return [
    { type: "heading", text: heading },
    { type: "statement", text },
  ];
}

/** Each change of a set on a line: "HubSpot will be added as a subprocessor on 22 December 2026", or has been. */
export function whatWasAnnounced({ changeSet, locale }: Pick<AboutAnswer, "changeSet" | "locale">): Block[] {
  const isDone = changeSet.state === "effective";
  const items = changeSet.changes.map((change) =>
    titleOf(announced({ ...changeSet, changes: [change] }, datedOn(changeSet), isDone, locale), changeSet),
  );
  return [
    { type: "heading", text: wordsFor(locale).answers.announced },
    { type: "list", items },
  ];
}
