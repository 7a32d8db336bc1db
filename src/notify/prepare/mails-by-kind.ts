import { and, eq, sql } from "drizzle-orm";
import { texts } from "../../db/json.ts";
import { concernedCustomers, customers, type notices, subscribers } from "../../db/schema.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { NOTICE_KINDS, type NoticeKind, type ToldDay } from "../../model/people/notice.ts";
import type { Reader } from "../../model/people/reader.ts";
import { dayOf } from "../../model/values/dates.ts";
import { contractOf } from "../../registry/answers/holding.ts";
import { getResponse, responsesWith } from "../../registry/answers/responses.ts";
import { getChangeSet } from "../../registry/changes/change-sets.ts";
import { findChangeSet } from "../../registry/changes/draft/drafts.ts";
import type { Mutation } from "../../registry/log/frame.ts";
import { readOrganisation } from "../../registry/log/organisation.ts";
import { partsOf, shareOfCustomer } from "../../registry/log/parts.ts";
import { loadCorrections, loadPostponements } from "../../registry/log/register.ts";
import { getSnapshot } from "../../registry/log/snapshots.ts";
import { lawWith } from "../../transfers/index.ts";
import { announcementMail } from "../mail/letters/announcement.ts";
import { holdMail, releaseMail, waiverMail } from "../mail/letters/days.ts";
import { correctionMail, postponementMail, reminderMail, withdrawalMail } from "../mail/letters/follow-ups.ts";
import { countedFrom, type Late } from "../mail/letters/late.ts";
import { deadlineMail, pauseMail } from "../mail/letters/operation.ts";
import { answersMail, contactMail, findingsMail, namedById, unreachableMail } from "../mail/letters/organisation.ts";
import { renamedMail } from "../mail/letters/renamed.ts";
import { answerMail, receiptMail, resolutionMail } from "../mail/letters/response.ts";
import {
  addressChangedMail,
  addressConfirmationMail,
  signInMail,
  userInvitationMail,
} from "../mail/letters/sign-in.ts";
import { alreadyFollowingMail, confirmationMail, departureMail, invitationMail } from "../mail/letters/signup.ts";
import { draftDueMail, fourEyesOffMail } from "../mail/letters/users.ts";
import type { About } from "../mail/letters/written.ts";
import type { Mail } from "../mail/mail.ts";
import { draftDue, fourEyesOff, invited } from "./about-users.ts";
import { narrowed, reduced, shownBy } from "./shares.ts";

export type Notice = typeof notices.$inferSelect;

/** Frozen mails that were read before, for as long as one process sends. */
export type Letters = Map<string, Mail>;

/** A notice that is being written, in the organisation's name. */
export type Writing = { deps: Mutation; organisation: Organisation; notice: Notice; letters: Letters };

type WritingTo = Writing & { about: About } & Pick<Reader, "terms" | "products">;

/** The mail of each kind of notice. */
export const MAILS: Record<NoticeKind, (writing: WritingTo) => Mail | Promise<Mail>> = {
  announcement: async (writing) => announcementMail(await announced(writing)),
  "late-announcement": async (writing) => {
    const about = await announced(writing);
    const late = await lateness(writing, about.changeSet);
    return announcementMail({ ...countedFrom(about, { now: writing.notice.createdAt, today: late.on }), late });
  },
  correction: async (writing) => {
    const { text = "", changes } = writing.notice.about ?? {};
    const about = await announced(writing);
    return correctionMail({
      ...about,
      changeSet: narrowed(about.changeSet, changes, about.on),
      text,
      ofSome: changes !== undefined,
    });
  },
  postponement: async (writing) => {
    const { number } = (await announced(writing)).changeSet;
    const postponed = await loadPostponements(writing.deps.db, [number]);
    return postponementMail({ ...(await announced(writing)), postponed, at: writing.notice.createdAt });
  },
  release: async (writing) => releaseMail({ ...(await announced(writing)), days: daysOf(writing) }),
  hold: async (writing) => holdMail({ ...(await announced(writing)), days: daysOf(writing) }),
  waiver: async (writing) => waiverMail({ ...(await announced(writing)), days: daysOf(writing) }),
  reminder: async (writing) => reminderMail(await announced(writing)),
  withdrawal: async (writing) => withdrawalMail(await announced(writing)),
  "publisher-renamed": (writing) => renamed(writing),
  confirmation: ({ about }) => confirmationMail(about),
  "already-following": ({ about }) => alreadyFollowingMail(about),
  receipt: async (writing) => receiptMail(await answered(writing)),
  resolution: async (writing) => resolutionMail(await answered(writing)),
  objection: (writing) => toldAnswer(writing),
  question: (writing) => toldAnswer(writing),
  approval: (writing) => toldAnswer(writing),
  "answer-changed": (writing) => toldAnswer(writing, true),
  answers: async ({ deps, about, notice }) => {
    const { responses = [], total = responses.length } = notice.about ?? {};
    return answersMail({ ...about, responses: await responsesWith(deps.db, responses), total });
  },
  invitation: async (writing) => invitationMail(await place(writing)),
  departure: async (writing) =>
    departureMail({ ...(await place(writing)), named: writing.notice.about?.subscriber !== undefined }),
  unreachable: async (writing) => unreachableMail({ ...writing.about, customers: await named(writing) }),
  "contact-left": async (writing) => contactMail(await contact(writing), "contactLeft"),
  "contact-replaced": async (writing) => contactMail(await contact(writing), "contactReplaced"),
  "contact-vouched": async (writing) => contactMail(await contact(writing), "contactVouched"),
  deadline: async (writing) => deadlineMail(await deadline(writing)),
  "sending-paused": ({ about, notice }) => {
    if (!notice.about?.pause) throw new Error(`Notice ${notice.id} is about no pause`);
    return pauseMail({ ...about, ...notice.about.pause });
  },
  findings: ({ about, notice }) => findingsMail({ ...about, findings: notice.about?.findings ?? [] }),
  "sign-in": ({ about }) => signInMail(about),
  test: ({ notice }) => {
    throw new Error(`Notice ${notice.id} was owed without its mail`);
  },
  "address-confirmation": ({ about }) => addressConfirmationMail(about),
  "address-changed": ({ about, notice }) => addressChangedMail({ ...about, at: notice.createdAt }),
  "draft-due": async (writing) => draftDueMail(await draftDue(writing)),
  "four-eyes-off": async (writing) => fourEyesOffMail(await fourEyesOff(writing)),
  "user-invitation": async (writing) => userInvitationMail(await invited(writing)),
};

function daysOf({ notice: { id, about } }: WritingTo): readonly ToldDay[] {
  if (!about?.days) throw new Error(`Notice ${id} is about no days`);
  return about.days;
}

async function renamed({ deps, about, notice }: WritingTo): Promise<Mail> {
  if (!notice.about?.publisher || notice.snapshot === null)
    throw new Error(`Notice ${notice.id} is about no publisher`);
  const snapshot = await getSnapshot(deps.db, notice.snapshot);
  return renamedMail({ ...about, ...notice.about.publisher, at: notice.createdAt, snapshot });
}

/** What a reminder to the organisation is about: the answers that were open then as they are now, and whose approval was missing. */
async function deadline(writing: WritingTo) {
  const { deps, about, notice } = writing;
  const { deadline: day, responses = [] } = notice.about ?? {};
  if (!day) throw new Error(`Notice ${notice.id} is about no day`);
  const changeSet = await getChangeSet(deps, day.changeSet);
  const answered = await responsesWith(deps.db, responses);
  const ids = [...(notice.about?.customers ?? []), ...answered.flatMap(({ customer }) => customer ?? [])];
  const { timeZone, externalId, changeSet: number } = concernedCustomers;
  const zones = await deps.db
    .selectDistinct({ timeZone })
    .from(concernedCustomers)
    .where(and(eq(number, day.changeSet), sql`${externalId} in ${texts(ids)}`));
  const timeZones = zones.map((each) => each.timeZone);
  return { ...about, day, changeSet, responses: answered, customers: await namesOf(writing), timeZones };
}

/** The contact a notice to the organisation is about, and the customers it was named by. */
async function contact(writing: WritingTo) {
  const { about, notice } = writing;
  const { subscriber } = notice.about ?? {};
  if (!subscriber) throw new Error(`Notice ${notice.id} is about no contact`);
  return { ...about, subscriber, customers: await named(writing) };
}

/** The customers a notice to the organisation is about: by name and id, of one that is deleted by its id. */
async function named(writing: WritingTo): Promise<string[]> {
  return [...(await namesOf(writing))].map(namedById);
}

/** What a mail to a contact who left, or to whom they named, is about: the customers by name, and the other's address. */
async function place(writing: WritingTo) {
  const { deps, about, notice } = writing;
  const { subscriber } = notice.about ?? {};
  const [other] = subscriber
    ? await deps.db.select({ email: subscribers.email }).from(subscribers).where(eq(subscribers.id, subscriber))
    : [];
  const names = await namesOf(writing);
  return { ...about, customers: [...names].map(([id, name]) => name ?? id), other: other?.email ?? null };
}

async function namesOf({ deps, notice }: WritingTo): Promise<Map<string, string | null>> {
  const ids = notice.about?.customers ?? [];
  const { externalId, name } = customers;
  const rows = await deps.db
    .select({ externalId, name })
    .from(customers)
    .where(sql`${externalId} in ${texts(ids)}`);
  const known = new Map(rows.map((row) => [row.externalId, row.name]));
  return new Map(ids.map((id) => [id, known.get(id) ?? null]));
}

/** The change set a notice is about, and the version of the list that was published with it. */
async function announced({ deps, notice, about, terms, products }: WritingTo) {
  const { id, kind, changeSet, snapshot } = notice;
  if (changeSet === null) throw new Error(`Notice ${id} is about no change set`);
  // An announcement whose days are over is owed anew. What follows it may have waited: it says what is so when it is written.
  const told = NOTICE_KINDS[kind].step === "announces" ? notice.createdAt : deps.now;
  // The version that announced it does not hold when it is held or released.
  const publishedAs = notice.about?.days ? null : (await findChangeSet(deps.db, changeSet)).publishedAs;
  const number = snapshot ?? publishedAs;
  const set = await getChangeSet(deps, changeSet);
  const { calendar } = await readOrganisation(deps.db);
  const parts = await partsOf(deps.db, changeSet);
  return {
    ...about,
    terms,
    parts,
    products,
    on: dayOf(calendar, told),
    at: told,
    ...shownBy(kind)(set, { terms, products }, parts, dayOf(calendar, deps.now)),
    snapshot: number === null ? null : await getSnapshot(deps.db, number),
    law: lawWith((await readOrganisation(deps.db)).amendments),
  };
}

/**
 * The corrections of what its reader is told of that were made before a late announcement was owed. Later ones reach its
 * readers as notices of their own.
 */
async function lateness({ deps, notice: { createdAt } }: WritingTo, { number, changes }: ChangeSetView): Promise<Late> {
  const corrections = (await loadCorrections(deps.db)).filter(
    (each) =>
      each.changeSet === number &&
      each.at <= createdAt &&
      (each.changes?.some((slug) => changes.some(({ vendor }) => vendor === slug)) ?? true),
  );
  const { calendar } = await readOrganisation(deps.db);
  return { on: dayOf(calendar, createdAt), corrections };
}

const toldAnswer = async (writing: WritingTo, isChange = false): Promise<Mail> =>
  answerMail({ ...(await answered(writing)), was: writing.notice.about?.was, isChange });

/** The response a notice is about, and the change set it was given to. */
async function answered({ deps, notice, about }: WritingTo) {
  if (!notice.about?.response) throw new Error(`Notice ${notice.id} is about no response`);
  const response = await getResponse(deps, notice.about.response);
  const set = await getChangeSet(deps, response.changeSet);
  const share = await shareOfCustomer(deps.db, response.changeSet, response.customer);
  const { calendar, amendments } = await readOrganisation(deps.db);
  return {
    ...about,
    ...(await contractOf(deps.db, response)),
    response,
    snapshot: null,
    law: lawWith(amendments),
    // As it is read: what waited to be sent may be over by now.
    on: dayOf(calendar, deps.now),
    ...reduced(set, share, dayOf(calendar, deps.now)),
  };
}
