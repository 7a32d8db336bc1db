import type { ChangeSetView } from "../../../model/change/register.ts";
import type { Deadline } from "../../../model/people/notice.ts";
import { dayGiven, type Response } from "../../../model/people/response.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatDate, formatDeadline, formatList, wordsFor } from "../../../words/index.ts";
import { link, paragraph } from "../letter.ts";
import type { Mail } from "../mail.ts";
import { namedById, ownMail } from "./organisation.ts";
import { type About, dayOf, midnights, onceFooter, written } from "./written.ts";

/** What is open of a set at a day: answers, and the customers whose approval is missing, each by its own id with its name. */
type AboutDeadline = About & {
  day: Deadline;
  changeSet: ChangeSetView;
  responses: readonly Response[];
  customers: ReadonlyMap<string, string | null>;
  /** In which the last day of whoever is meant is counted; null: in the organisation's. */
  timeZones: readonly (string | null)[];
};

/**
 * Reminds the organisation itself of what is open before a day, or when it has come: by its vendors where that is the day
 * of some changes of the set only. What was settled since says so.
 */
export function deadlineMail({ day, changeSet, responses, customers, timeZones, ...about }: AboutDeadline): Mail {
  const { toOrganisation, answers } = wordsFor(about.locale);
  const words = toOrganisation.deadline;
  const meant = (ids: readonly string[]) =>
    partOf(changeSet, new Set(ids.flatMap((id) => day.changes?.[id] ?? [])), about);
  const ofSome = (id: string, line: string) => {
    const which = changeSet.changes.length > 1 ? meant([id]) : null;
    return which === null ? line : words.ofSome(line, which);
  };
  const items = [
    ...responses.map(({ id, customerName, kind, resolvedAt, ...given }) => {
      const who = customerName ?? toOrganisation.answer.follower;
      const came = formatDate(dayGiven(given, about.organisation.timeZone), about.locale);
      const line = ofSome(id, words.response(who, answers.kinds[kind], came));
      return resolvedAt === null && changeSet.state !== "withdrawn" ? line : words.settled(line);
    }),
    ...[...customers].map((customer) => ofSome(customer[0], words.approval(namedById(customer)))),
  ];
  const open = [...responses.map(({ id }) => id), ...customers.keys()];
  const what = words.what(day.changeSet, meant(open));
  const date = formatDate(day.on, about.locale);
  const zones = [...new Set(timeZones.map((each) => each ?? about.organisation.timeZone))];
  const ends = zones.map((zone) => formatDeadline(day.on, about.locale, zone));
  const until = ends.length === 0 ? date : formatList(ends, about.locale);
  const isHeld = day.moment === "eve" && waitIn(changeSet, new Set(open.flatMap((id) => day.changes?.[id] ?? [])));
  const sentence = (isHeld ? words.sentences[isHeld] : words.sentences[day.moment])(what, date);
  const [approvals, holding] = [customers.size > 0, responses.some(({ holds }) => holds.length > 0)];
  const next = [
    ...(responses.length > 0 ? [words.next.decide] : []),
    ...(approvals ? [words.next.approve] : []),
    ...(approvals || holding ? [words.next.goOn] : []),
  ].join(" ");
  const lead = words.leads[day.moment](what, until);
  const own = { sentence, lead, next, open: words.open, preheader: words.preheader(items.length), isDated: true };
  return ownMail(about, own, items, "/console/answers");
}

/** Whether changes of a set, on the eve of their day, wait and so do not take effect on it; by none named, all of the set. */
function waitIn({ changes }: ChangeSetView, slugs: ReadonlySet<string>): "eve-held" | "eve-in-part" | null {
  const meant = changes.filter(({ vendor }) => slugs.size === 0 || slugs.has(vendor));
  const waiting = meant.filter(({ awaitsApproval }) => awaitsApproval);
  if (waiting.length === 0) return null;
  return waiting.length === meant.length ? "eve-held" : "eve-in-part";
}

/** The vendors of some changes of a set; null where that is all of it. */
function partOf({ changes }: ChangeSetView, slugs: ReadonlySet<string>, about: About): string | null {
  const meant = changes.filter(({ vendor }) => slugs.has(vendor));
  return meant.length === 0 || meant.length === changes.length ? null : namesOf(meant, about.locale);
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
    footer: [...onceFooter(about, toOrganisation.own(about.organisation.name)), midnights(about)],
  });
}
