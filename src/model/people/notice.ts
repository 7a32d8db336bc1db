import { z } from "@hono/zod-openapi";
import type { Organisation } from "../organisation-document.ts";
import { Instant, type IsoDate } from "../values/dates.ts";
import { meaningOf } from "../values/explained.ts";
import { Locale, type LocalizedText } from "../values/text.ts";
import { KIND_MEANINGS } from "./notice-meanings.ts";
import type { ResponseKind } from "./response.ts";

/** What the columns of a kind of notice mean, and which of them go together. */
type NoticeSpec = {
  /** Whether somebody waits for the mail: it goes before notices to thousands, which have hours. */
  urgent: boolean;
  /**
   * What takes a recipient out again before the first attempt: that they left, that they left or have nothing more to
   * answer, that they confirmed, that the link in it signs nobody in any more. With null everybody gets it.
   */
  until: "left" | "answered" | "confirmed" | "ended" | null;
} & (
  | {
      /** `readers` are the followers and contacts told of a change: their mails are list mails, which can be left. */
      to: "readers";
      /** Its place in what readers are told of a set; null where it is about none. */
      step: "announces" | "follows" | "ends" | null;
    }
  /** A `user` operates the registry: their mails are about signing in, what waits for them, or tests, and count as no notice to anybody. */
  | { to: "person" | "organisation" | "user"; step: null }
) &
  (
    | {
        about: "set" | "text" | "days" | "response" | "answer";
        /** How many there may be of one change set; `many` is one for each recipient. */
        perSet: "one" | "some" | "many";
      }
    | {
        about:
          | "responses"
          | "customers"
          | "contact"
          | "departure"
          | "deadline"
          | "pause"
          | "findings"
          | "publisher"
          | "sign-in"
          | "test"
          | "draft"
          | "settings"
          | "nothing";
        perSet: null;
      }
  );

/** Every kind of notice there is. Its mail is in `notify/prepare/mails-by-kind.ts`. */
export const NOTICE_KINDS = {
  announcement: { to: "readers", about: "set", perSet: "one", step: "announces", until: "left", urgent: false },
  "late-announcement": { to: "readers", about: "set", perSet: "many", step: "announces", until: "left", urgent: false },
  correction: { to: "readers", about: "text", perSet: "some", step: "follows", until: "left", urgent: false },
  postponement: { to: "readers", about: "set", perSet: "some", step: "follows", until: "left", urgent: false },
  release: { to: "readers", about: "days", perSet: "some", step: "follows", until: "left", urgent: false },
  hold: { to: "readers", about: "days", perSet: "some", step: "follows", until: "left", urgent: false },
  waiver: { to: "readers", about: "days", perSet: "some", step: "follows", until: "left", urgent: false },
  reminder: { to: "readers", about: "set", perSet: "some", step: "follows", until: "answered", urgent: false },
  withdrawal: { to: "readers", about: "set", perSet: "one", step: "ends", until: "left", urgent: false },
  "publisher-renamed": { to: "readers", about: "publisher", perSet: null, step: null, until: "left", urgent: false },
  confirmation: { to: "person", about: "nothing", perSet: null, step: null, until: "confirmed", urgent: true },
  "already-following": { to: "person", about: "nothing", perSet: null, step: null, until: "left", urgent: true },
  invitation: { to: "person", about: "contact", perSet: null, step: null, until: "confirmed", urgent: true },
  departure: { to: "person", about: "departure", perSet: null, step: null, until: null, urgent: true },
  receipt: { to: "person", about: "response", perSet: "many", step: null, until: null, urgent: true },
  resolution: { to: "person", about: "response", perSet: "many", step: null, until: null, urgent: true },
  objection: { to: "organisation", about: "answer", perSet: "many", step: null, until: null, urgent: true },
  question: { to: "organisation", about: "answer", perSet: "many", step: null, until: null, urgent: true },
  approval: { to: "organisation", about: "answer", perSet: "many", step: null, until: null, urgent: true },
  "answer-changed": { to: "organisation", about: "answer", perSet: "many", step: null, until: null, urgent: true },
  answers: { to: "organisation", about: "responses", perSet: null, step: null, until: null, urgent: true },
  unreachable: { to: "organisation", about: "customers", perSet: null, step: null, until: null, urgent: true },
  "contact-left": { to: "organisation", about: "contact", perSet: null, step: null, until: null, urgent: true },
  "contact-replaced": { to: "organisation", about: "contact", perSet: null, step: null, until: null, urgent: true },
  "contact-vouched": { to: "organisation", about: "contact", perSet: null, step: null, until: null, urgent: true },
  deadline: { to: "organisation", about: "deadline", perSet: null, step: null, until: null, urgent: true },
  "sending-paused": { to: "organisation", about: "pause", perSet: null, step: null, until: null, urgent: true },
  findings: { to: "organisation", about: "findings", perSet: null, step: null, until: null, urgent: true },
  "sign-in": { to: "user", about: "sign-in", perSet: null, step: null, until: "ended", urgent: true },
  "user-invitation": { to: "user", about: "sign-in", perSet: null, step: null, until: "ended", urgent: true },
  "address-confirmation": { to: "user", about: "sign-in", perSet: null, step: null, until: "ended", urgent: true },
  "address-changed": { to: "user", about: "sign-in", perSet: null, step: null, until: "ended", urgent: true },
  "draft-due": { to: "user", about: "draft", perSet: null, step: null, until: null, urgent: true },
  "four-eyes-off": { to: "user", about: "settings", perSet: null, step: null, until: null, urgent: true },
  /** A draft's mail, to whoever asks for it alone: it tells nobody of anything. */
  test: { to: "user", about: "test", perSet: null, step: null, until: null, urgent: true },
} as const satisfies Record<string, NoticeSpec>;

type Kinds = typeof NOTICE_KINDS;
export type NoticeKind = keyof Kinds;
export const NoticeKind = z
  .enum(Object.keys(NOTICE_KINDS) as NoticeKind[])
  .describe(meaningOf(KIND_MEANINGS satisfies Record<NoticeKind, string>))
  .openapi("NoticeKind");

/** The kinds that go to one person, to the organisation itself, or to somebody who operates the registry. */
export type KindTo<To extends NoticeSpec["to"]> = {
  [Kind in NoticeKind]: Kinds[Kind]["to"] extends To ? Kind : never;
}[NoticeKind];

/** The kinds that are about something. */
export type KindAbout<About extends NoticeSpec["about"]> = {
  [Kind in NoticeKind]: Kinds[Kind]["about"] extends About ? Kind : never;
}[NoticeKind];

/** The kinds whose entry in the table is like that. */
export const kindsWhere = (isLike: (spec: NoticeSpec) => boolean): NoticeKind[] =>
  (Object.keys(NOTICE_KINDS) as NoticeKind[]).filter((kind) => isLike(NOTICE_KINDS[kind]));

/** The kinds that tell readers that a set is coming, for the first time. */
export const ANNOUNCING = kindsWhere(({ step }) => step === "announces");

/** The kinds that say otherwise than what was announced: whoever has not heard of it reads what is not so. */
export const MENDING = kindsWhere(({ step, until }) => step === "follows" && until === "left");

/** The kinds that tell one person, or the organisation, of one response. */
export const ABOUT_RESPONSES = kindsWhere(({ about }) => about === "response" || about === "answer");

/** The kinds that tell the organisation of one answer at once. */
export const OF_ANSWERS = kindsWhere(({ about }) => about === "answer") as KindAbout<"answer">[];

/** What the organisation is told that a user may want to hear as well: objections, questions, approvals, what is due. */
export const TOLD_TO_USERS = kindsWhere(
  ({ to, about }) => to === "organisation" && ["answer", "responses", "deadline"].includes(about),
);

/** A finding the organisation is told of: about the vendor's document as a change set made it. */
export type ToldFinding = {
  vendor: string;
  vendorName: string;
  changeSet: number;
  pointer: string;
  code: string;
  /** Those of its code. */
  facts: object;
  /** Of what has the same one, it is told once. */
  identity: string;
};

/** What a publisher was called, and is called now. */
export type RenamedPublisher = { before: PublisherNames; after: PublisherNames };
export type PublisherNames = Pick<Organisation, "name" | "legalName" | "registrationNumber">;

/** What the organisation is reminded of: a day, before it or when it has come, on which something of a set is open. */
export type Deadline = {
  changeSet: number;
  moment: "last-day" | "eve" | "in-force" | "held";
  on: IsoDate;
  /** By the id of what is open, the changes of the set whose day it is, by slug; an older mail was about all of the set. */
  changes?: Record<string, string[]>;
};

/**
 * What users who can help are told of a draft: that an author asks for approval, that the last day on which it can be
 * announced for its own (`wished`) is near, or that this day has come.
 */
export type DraftDue = { changeSet: number; wished: IsoDate | null } & (
  | { moment: "near" | "last"; on: IsoDate }
  | { moment: "asked"; on: null; draft: string }
);

/** When a change takes effect, by its vendor's slug; null: it waits. `was`: the day that readers had been told. */
export type ToldDay = { change: string; on: IsoDate | null; was: IsoDate | null };

/** What a notice is about besides its change set: ids of a response, of customers (their own), of a subscriber. */
export type NoticeAbout = {
  response?: string;
  /** What the response was before it was edited. */
  was?: ResponseKind;
  /** Several responses, as many as a mail names, and how many there are. */
  responses?: string[];
  total?: number;
  deadline?: Deadline;
  /** Since when sending was paused, and why. */
  pause?: { since: string; because: string };
  customers?: string[];
  subscriber?: string;
  days?: ToldDay[];
  /** The operator's own words. */
  text?: LocalizedText;
  /** The changes of the set that they correct, by their vendors' slugs; none named: all of it. */
  changes?: string[];
  findings?: ToldFinding[];
  publisher?: RenamedPublisher;
  /** The user it goes to, where it has no link for them to sign in by; of what the organisation is told, the user who hears of it too. */
  user?: string;
  /** The language in which a user asked for a link, or was invited. */
  locale?: Locale;
  draft?: DraftDue;
  /** Who has done it, as the log names them. */
  by?: string;
  /** The user who invited them; null where a key that is nobody's did. */
  invitedBy?: string | null;
};

type OfSet = { changeSet: number; snapshot?: number };
type Naming<Keys extends keyof NoticeAbout> = { about: Required<Pick<NoticeAbout, Keys>> };
type Subjects = {
  set: OfSet;
  text: OfSet & { about: Required<Pick<NoticeAbout, "text">> & Pick<NoticeAbout, "changes"> };
  /** Of customers who are told for themselves, their own ids. */
  days: OfSet & { about: Required<Pick<NoticeAbout, "days">> & Pick<NoticeAbout, "customers"> };
  response: OfSet & Naming<"response">;
  answer: OfSet & { about: Required<Pick<NoticeAbout, "response">> & Pick<NoticeAbout, "was"> };
  responses: Naming<"responses" | "total">;
  customers: Naming<"customers">;
  contact: Naming<"customers" | "subscriber">;
  departure: { about: Required<Pick<NoticeAbout, "customers">> & Pick<NoticeAbout, "subscriber"> };
  deadline: Naming<"deadline" | "responses" | "customers">;
  pause: Naming<"pause">;
  findings: Naming<"findings">;
  publisher: { snapshot: number } & Naming<"publisher">;
  "sign-in": { about: Required<Pick<NoticeAbout, "locale">> & Pick<NoticeAbout, "invitedBy" | "user"> };
  test: Naming<"locale" | "user">;
  draft: { about: Required<Pick<NoticeAbout, "draft" | "user">> & Pick<NoticeAbout, "by"> };
  settings: Naming<"by" | "user">;
  nothing: unknown;
};

/** A notice to be owed: its kind says what it has to be about. */
export type NewNotice<Kind extends NoticeKind = NoticeKind> = Kind extends NoticeKind
  ? { kind: Kind } & Subjects[Kinds[Kind]["about"]]
  : never;

/** A notice's mail in one language, as it was frozen. */
export const FrozenMail = z
  .object({
    noticeId: z.uuid().describe("The notice it is of."),
    locale: Locale,
    variant: z
      .string()
      .openapi({ description: "For whom: empty for followers, else the terms of a contact's customers." }),
    subject: z.string().describe("Its subject."),
    text: z.string().describe("As plain text."),
    html: z.string().describe("As HTML."),
    sha256: z.string().openapi({
      description:
        "Of the canonical JSON (RFC 8785) of subject, text and html, with U+E000 `token`, `respond`, `customer` or `addressee` U+E001 where each reader's own link, the name of their one customer, or their own stands.",
    }),
    frozenAt: Instant.describe("When it was written, before the first attempt."),
  })
  .describe("A notice's mail as it was written.")
  .openapi("FrozenMail");
export type FrozenMail = z.infer<typeof FrozenMail>;

/** Which mail: of a notice, in a language, for whom ('' for followers). */
export type MailKey = Pick<FrozenMail, "noticeId" | "locale" | "variant">;

export const MailEvidence = FrozenMail.omit({ noticeId: true, text: true, html: true });
export type MailEvidence = z.infer<typeof MailEvidence>;

/** What people were told, with the mail as written for each kind of reader, by its hash. */
export const NoticeEvidence = z.object({
  id: z.uuid().describe("Names it."),
  kind: NoticeKind.describe("What it tells."),
  about: z.unknown().openapi({ description: "A response, customers, or a correction's words." }),
  createdAt: Instant.describe("When it was owed."),
  mails: z.array(MailEvidence).describe("Its mails, for each kind of reader."),
});
export type NoticeEvidence = z.infer<typeof NoticeEvidence>;
