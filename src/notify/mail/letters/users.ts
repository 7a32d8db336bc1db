import type { ChangeSetView } from "../../../model/change/register.ts";
import type { DraftDue } from "../../../model/people/notice.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, link, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { type About, dayOf, midnights, onceFooter, written } from "./written.ts";

type AboutDraft = About & {
  due: DraftDue;
  changeSet: ChangeSetView;
  /** Who still has to approve it; `another` is somebody who is not here yet. */
  lacks: "reader" | "another" | null;
  /** The name of whoever asks for the approval. */
  by: string | null;
};

/** Tells a user that a draft is to be approved or announced, by when, and what follows if it is not. */
export function draftDueMail({ due, changeSet, lacks, by, ...about }: AboutDraft): Mail {
  const { locale, organisation, publicUrl } = about;
  const { draft: words, why } = wordsFor(locale).toUsers;
  const what = words.what(changeSet.number, namesOf(changeSet.changes, locale));
  const [on, wished] = [due.on, due.wished].map((day) => (day === null ? null : formatDate(day, locale)));
  const said =
    due.moment === "asked" ? [words.asked(what, by)] : [words[due.moment](what, on ?? "", wished ?? ""), words.later];
  const next = lacks === null ? words.next.announce : lacks === "reader" ? words.next.approve : words.next.alone;
  return written(about, {
    headline: () => words.sentences[due.moment](what, on ?? ""),
    preheader: words.preheader(due.moment === "asked" ? null : (wished ?? null)),
    blocks: [
      ...[...said, ...(due.moment === "asked" ? [] : [next])].map((each): Block => paragraph(each)),
      link(words.open, `${publicUrl}/console/changes/${changeSet.number}`),
    ],
    footer: [...onceFooter(about, why(organisation.name)), ...(due.on === null ? [] : [midnights(about)])],
  });
}

/** Tells a user that no other person's approval is needed any more, who has seen to that, and when. */
export function fourEyesOffMail({ by, at, ...about }: About & { by: string | null; at: Date }): Mail {
  const { locale, organisation, publicUrl } = about;
  const { fourEyesOff: words, why } = wordsFor(locale).toUsers;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader,
    blocks: [
      paragraph(words.lead(by ?? words.somebody, dayOf(about, at))),
      paragraph(words.means),
      paragraph(words.next),
      link(words.open, `${publicUrl}/console/organisation`),
    ],
    footer: [...onceFooter(about, why(organisation.name)), midnights(about)],
  });
}
