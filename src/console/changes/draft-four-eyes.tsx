import { dateIn } from "../../model/values/dates.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { WhoElse } from "../kit/another-person.tsx";
import { Action } from "../kit/parts.tsx";
import { type DraftView, isUnapproved, isWaiting, nameOf, pathOf } from "./draft-view.ts";

/** Where another person has to approve: whether somebody has, who may, and what whoever may needs first. */
export function FourEyes({ view }: { view: DraftView }) {
  const { preview, settings, locale, timeZone, isOwn, mayAnnounce, isFirstList } = view;
  if (settings.approvalsRequired === 0 || preview.changeSet.changes.length === 0) return null;
  const { approval: words, publishing } = wordsFor(locale).screens.drafts;
  const { approvedBy, approvedAt, authors } = preview.changeSet;
  if (!isUnapproved(view)) {
    return (
      <div class="notice good">
        {approvedBy && approvedAt && (
          <p>{words.given(nameOf(approvedBy, view), formatDate(dateIn(timeZone, approvedAt), locale))}</p>
        )}
        {isFirstList && isOwn && <p>{publishing.anotherPublishes}</p>}
        {isFirstList && isOwn && <WhoElse view={view} names={view.approvers} />}
      </div>
    );
  }
  // The first list is in force at once, whatever date it has.
  const lacksDate = !view.isFirst && preview.written.plannedOn === null && isWaiting(preview);
  return (
    <div class="notice approval">
      <p>
        <strong>{words.waits}</strong>
      </p>
      <p class="hint">
        {words.byAuthors(
          formatList(
            authors.map((actor) => nameOf(actor, view)),
            locale,
          ),
        )}
      </p>
      {isOwn && <p>{isFirstList ? publishing.another : words.own}</p>}
      <WhoElse view={view} names={view.approvers} />
      {lacksDate && <p>{isOwn ? words.needsDate : words.needsDateOf}</p>}
      {isOwn && !lacksDate && view.approvers.length > 0 && (
        <Action view={view} action={`${pathOf(view)}/ask`} button={words.ask} />
      )}
      {!isOwn && !lacksDate && mayAnnounce && preview.draftHash && (
        <Action
          view={view}
          action={`${pathOf(view)}/approve`}
          button={words.approve}
          fields={{ version: preview.draftHash }}
        />
      )}
    </div>
  );
}
