import { dayGiven, isInTime, isLate, type ResponseKind } from "../../../model/people/response.ts";
import { dateIn } from "../../../model/values/dates.ts";
import { formatDate, formatLastDay, wordsFor } from "../../../words/index.ts";
import { outcomeOf } from "../../../words/outcome.ts";
import { type Block, button, fact, heading, type LetterRow, link, paragraph, quoted } from "../letter.ts";
import { type Mail, RESPOND } from "../mail.ts";
import { effect } from "./essentials.ts";
import type { Headline } from "./headline.ts";
import { rectified } from "./rectified.ts";
import { type AboutResponse, asItStands, following, isOfCustomer, remediesOf, standing } from "./standing.ts";
import { dayOf, midnights, onceFooter, questions, written } from "./written.ts";

/**
 * Confirms to whoever answered what was recorded, for whom, and until when it can be changed; or to a customer's contact
 * what an operator has entered for it.
 */
export function receiptMail(about: AboutResponse): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const { answers, followUps } = wordsFor(locale);
  const words = followUps.receipt;
  const kind = answers.kinds[response.kind];
  const { channel, receivedOn } = response;
  const does = standing(about, words.does);
  const entered = channel && receivedOn && words.entered(answers.channels[channel], formatDate(receivedOn, locale));
  return written(
    { ...about, isContact: isOfCustomer(about) },
    {
      headline: () => (entered ? words.enteredSentence : words.sentence)(changeSet.number),
      preheader: words.preheader(kind, recordedOn(about)),
      blocks: [
        paragraph(entered ?? words.lead),
        facts(
          about,
          [
            [entered ? answers.theAnswer : answers.yourAnswer, kind],
            [answers.behalf, response.customerName ?? response.onBehalfOf],
            [answers.recordedOn, recordedOn(about)],
          ],
          effectOf(about),
        ),
        ...(response.waiting ? [paragraph(answers.waiting(organisation.name))] : []),
        ...(about.toApprove.length > 0 && !SAYS_APPROVAL.includes(response.kind)
          ? [paragraph(answers.approvalMissing)]
          : []),
        ...(entered ? [paragraph(words.enteredNext)] : deadline(about)),
        button(words.button, `${publicUrl}/respond/${RESPOND}`),
        paragraph(words.personal),
        ...(does.length > 0
          ? [
              heading(words.does.heading),
              ...does,
              ...remediesOf(about),
              paragraph(isOfCustomer(about) ? words.does.next : words.does.nextToFollower),
            ]
          : []),
        ...asItStands(about),
        ...quoted(entered ? answers.theWords : answers.written, response.text),
      ],
      footer: footerOf(
        about,
        entered ? followUps.contact(organisation.name, response.customerName, false) : words.why(organisation.name),
      ),
    },
  );
}

/** The answers of which something else says whether the approval is given. */
const SAYS_APPROVAL: readonly ResponseKind[] = ["approved", "objected"];

function deadline(about: AboutResponse): Block[] {
  const date = lastDayIn(about);
  if (date === null) return [];
  const { answers, followUps } = wordsFor(about.locale);
  return [paragraph(isLate(about.response) ? followUps.lateAnswer(date) : answers.until(date))];
}

/**
 * The last day to object, with whose midnight ends it; null where there is none. One that is over says only why an answer is
 * late: an approval is waited for longer, and so is whoever may object until the effect.
 */
function lastDayIn({ response, organisation, locale }: AboutResponse): string | null {
  const { lastDayToObjectOn: last, timeZone, editedAt, answeredAt } = response;
  const answeredOn = dateIn(timeZone ?? organisation.timeZone, editedAt ?? answeredAt);
  if (last !== null && last < answeredOn && !isLate(response)) return null;
  return formatLastDay(response, locale, organisation.timeZone);
}

/** Tells whoever objected what becomes of the objection, or whoever asked the answer. Throws when nothing was decided. */
export function resolutionMail(about: AboutResponse): Mail {
  const { organisation, changeSet, response, locale } = about;
  const { answers, followUps } = wordsFor(locale);
  const isAnswer = response.outcome === "answered";
  const words = isAnswer ? followUps.answered : followUps.resolution;
  if (!response.outcome || !response.resolvedAt) throw new TypeError(`Response ${response.id} is not resolved`);
  const decision = outcomeOf(response.outcome, changeSet, locale);
  return written(
    { ...about, isContact: isOfCustomer(about) },
    {
      headline: () => words.sentence(changeSet.number),
      preheader: isAnswer ? words.decision : decision,
      blocks: [
        paragraph(words.lead(givenOn(about))),
        facts(about, [
          [words.decision, isAnswer ? null : decision],
          [answers.behalf, response.customerName ?? response.onBehalfOf],
          [answers.recordedOn, dayOf(about, response.resolvedAt)],
        ]),
        ...quoted(words.note, response.outcomeNote),
        ...following(about),
        ...(about.toApprove.length > 0
          ? [button(followUps.receipt.button, `${about.publicUrl}/respond/${RESPOND}`)]
          : []),
        ...quoted(words.objection, response.text),
        ...questions(about),
      ],
      footer: footerOf(
        about,
        response.channel
          ? followUps.contact(organisation.name, response.customerName, false)
          : words.why(organisation.name),
      ),
    },
  );
}

/** What a mail to the organisation knows of an answer besides: what it was before, where it was another. */
type AboutAnswer = AboutResponse & { was?: ResponseKind | undefined; isChange?: boolean };

/**
 * Tells the organisation itself of an answer as it is now: what was edited meanwhile is told by another mail besides. It
 * names the customer and never the person's address: mails are kept, and a person may be erased; the console shows the
 * address as long as there is one.
 */
export function answerMail({ was, isChange = false, ...about }: AboutAnswer): Mail {
  const { organisation, changeSet, response, locale, publicUrl } = about;
  const { answers, changes, toOrganisation } = wordsFor(locale);
  const words = toOrganisation.answer;
  const { kind, customer, customerName, onBehalfOf } = response;
  const who: Headline = (name) => {
    if (customerName !== null) return name(customerName);
    return onBehalfOf === null ? words.follower : words.unverified(name(onBehalfOf));
  };
  const inTime = isInTime(response);
  const when = inTime === null ? null : inTime ? words.inTime : answers.late;
  const sentence = isChange ? words.changed : words.sentences[kind];
  const next = response.waiting ? words.waiting : words.next[kind];
  return written(about, {
    headline: (name) => sentence(who(name), changeSet.number),
    preheader: words.preheader(when, givenOn(about)),
    blocks: [
      paragraph(isChange ? words.leadChanged : words.leads[kind]),
      facts(
        about,
        [
          [words.answer, answers.kinds[kind]],
          [words.before, was ? answers.kinds[was] : null],
          [words.who, who((name) => name)],
          [words.customerId, customer],
          [words.received, when === null ? givenOn(about) : `${givenOn(about)} (${when})`],
          [changes.lastDayToObject, lastDayIn(about)],
        ],
        effectOf(about),
      ),
      ...standing(about, words.does),
      ...asItStands(about),
      ...quoted(words.texts[kind], response.text),
      link(words.open, `${publicUrl}/console/answers/${response.id}`),
      ...(next === null ? [] : [paragraph(next)]),
    ],
    footer: footerOf(about, toOrganisation.own(organisation.name)),
  });
}

const footerOf = (about: AboutResponse, why: string): Block[] => [...onceFooter(about, why), midnights(about)];

/** The day a response was given or last edited, in the organisation's time zone; of one that was entered, the day it came. */
const givenOn = ({ response, organisation, locale }: AboutResponse): string =>
  formatDate(dayGiven(response, organisation.timeZone), locale);

/** The day it was recorded as it is. */
const recordedOn = (about: AboutResponse): string => dayOf(about, about.response.editedAt ?? about.response.answeredAt);

/** What is known of a response, under the number of its change. */
function facts(
  { changeSet, locale }: AboutResponse,
  known: [label: string, value: string | null][],
  besides: readonly LetterRow[] = [],
): Block {
  const rows = known.flatMap(([label, value]) => (value === null ? [] : [fact(label, [value])]));
  return {
    type: "table",
    heading: wordsFor(locale).changes.number(changeSet.number),
    note: null,
    rows: [...rows, ...besides],
  };
}

/**
 * From when what was answered is in force, or when the list was corrected: nothing where some of it is held by the answer, is
 * withdrawn, or does not apply to whoever answered.
 */
function effectOf(about: AboutResponse): LetterRow[] {
  const { response, changeSet } = about;
  if (changeSet.rectification) return rectified(about);
  const isDated = response.holds.length === 0 && response.outcome !== "exempted" && changeSet.state !== "withdrawn";
  return isDated ? [effect(about)] : [];
}
