import type { Deadline } from "../../../model/people/notice.ts";
import type { Response } from "../../../model/people/response.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { link, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { ownMail } from "./organisation.ts";
import { type About, dayOf, onceFooter, written } from "./written.ts";

/** What is open of a set at a day: answers, and the customers whose approval is missing, each by name and its own id. */
type AboutDeadline = About & { day: Deadline; responses: readonly Response[]; customers: readonly string[] };

/** Reminds the organisation itself of what is open before a day, or when it has come. What was settled since says so. */
export function deadlineMail({ day, responses, customers, ...about }: AboutDeadline): Mail {
  const { toOrganisation, answers } = wordsFor(about.locale);
  const words = toOrganisation.deadline;
  const items = [
    ...responses.map(({ customerName, kind, editedAt, answeredAt, resolvedAt }) => {
      const who = customerName ?? toOrganisation.answer.follower;
      const line = words.response(who, answers.kinds[kind], dayOf(about, editedAt ?? answeredAt));
      return resolvedAt === null ? line : words.settled(line);
    }),
    ...customers.map(words.approval),
  ];
  const { next, api } = words;
  const sentence = words.sentences[day.moment](day.changeSet, formatDate(day.on, about.locale));
  const own = { sentence, lead: words.leads[day.moment], next, api, preheader: words.preheader(items.length) };
  return ownMail(about, own, items, `/v1/responses?outcome=open&changeSet=${day.changeSet}`);
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
      link(words.api, `${about.publicUrl}/v1/sending`),
    ],
    footer: onceFooter(about, toOrganisation.own(about.organisation.name)),
  });
}
