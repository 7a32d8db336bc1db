import type { ChangeSetView } from "../../../model/change/register.ts";
import type { Deadline } from "../../../model/people/notice.ts";
import type { Response } from "../../../model/people/response.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { link, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { vendorsOf } from "./change-set.ts";
import { namedById, ownMail } from "./organisation.ts";
import { type About, dayOf, onceFooter, written } from "./written.ts";

/** What is open of a set at a day: answers, and the customers whose approval is missing, each by its own id with its name. */
type AboutDeadline = About & {
  day: Deadline;
  changeSet: ChangeSetView;
  responses: readonly Response[];
  customers: ReadonlyMap<string, string | null>;
};

/**
 * Reminds the organisation itself of what is open before a day, or when it has come: by its vendors where that is the day
 * of some changes of the set only. What was settled since says so.
 */
export function deadlineMail({ day, changeSet, responses, customers, ...about }: AboutDeadline): Mail {
  const { toOrganisation, answers } = wordsFor(about.locale);
  const words = toOrganisation.deadline;
  const meant = (ids: readonly string[]) =>
    partOf(changeSet, new Set(ids.flatMap((id) => day.changes?.[id] ?? [])), about);
  const ofSome = (id: string, line: string) => {
    const which = changeSet.changes.length > 1 ? meant([id]) : null;
    return which === null ? line : words.ofSome(line, which);
  };
  const items = [
    ...responses.map(({ id, customerName, kind, editedAt, answeredAt, resolvedAt }) => {
      const who = customerName ?? toOrganisation.answer.follower;
      const line = ofSome(id, words.response(who, answers.kinds[kind], dayOf(about, editedAt ?? answeredAt)));
      return resolvedAt === null && changeSet.state !== "withdrawn" ? line : words.settled(line);
    }),
    ...[...customers].map((customer) => ofSome(customer[0], words.approval(namedById(customer)))),
  ];
  const { next, open } = words;
  const what = words.what(day.changeSet, meant([...responses.map(({ id }) => id), ...customers.keys()]));
  const sentence = words.sentences[day.moment](what, formatDate(day.on, about.locale));
  const own = { sentence, lead: words.leads[day.moment](what), next, open, preheader: words.preheader(items.length) };
  return ownMail(about, own, items, "/console/answers");
}

/** The vendors of some changes of a set; null where that is all of it. */
function partOf({ changes }: ChangeSetView, slugs: ReadonlySet<string>, about: About): string | null {
  const meant = changes.filter(({ vendor }) => slugs.has(vendor));
  return meant.length === 0 || meant.length === changes.length ? null : vendorsOf(meant, about);
}

/** Tells the organisation itself that sending was paused. It is sent once that is over. */
export function pauseMail({ since, because, ...about }: About & { since: string; because: string }): Mail {
  const { toOrganisation } = wordsFor(about.locale);
  const words = toOrganisation.paused;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader,
    blocks: [
      paragraph(words.lead(dayOf(about, new Date(since)), because)),
      paragraph(words.arrived),
      paragraph(words.next),
      link(words.open, `${about.publicUrl}/console/delivery`),
    ],
    footer: onceFooter(about, toOrganisation.own(about.organisation.name)),
  });
}
