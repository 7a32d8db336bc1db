import { z } from "@hono/zod-openapi";
import { CustomerImport } from "./people/customer-change.ts";

/**
 * What the audit log holds of each action, besides who, when and of what. The writer's types and the verifier's are made
 * of it, so a member has one name in both. What the log once held is read for ever: never take an action away.
 */

const text = z.string();
const texts = z.array(text);
/** In one language for all readers, or in several. */
const localized = z.union([text, z.record(text, text.optional())]);
export type Localized = z.infer<typeof localized>;
const number = z.number();
const hash = text.regex(/^[0-9a-f]{64}$/);
/** SHA-256 of what people wrote, which the log does not repeat. */
const hashOfText = hash.nullable();

/** A finding as the log names it. */
const LoggedFinding = z.object({ vendor: text, code: text, pointer: text });
export type LoggedFinding = z.infer<typeof LoggedFinding>;
const findings = z.array(LoggedFinding);

/** What a notice owes: SHA-256 of the first links of its deliveries' chains, a line each. */
const Owed = z.object({ notice: text, kind: text, at: text, deliveries: number, sha256: hash });
export type Owed = z.infer<typeof Owed>;

/** Null where nobody is told. */
const owes = { owed: Owed.nullable() };
/** The hash of the version of the list that was published with it. */
const publishes = { snapshot: hash };

const announced = {
  ...publishes,
  ...owes,
  document: hash,
  authors: texts,
  approvedBy: text.nullable(),
  approvedAt: text.nullable(),
  concerned: z.object({ customers: number, sha256: hash }),
};

const answered = {
  changeSet: number,
  customer: hashOfText,
  onBehalfOf: hashOfText,
  /** By `answererHash`; the first entries have the keyed hash itself. */
  emailHash: hash.nullable(),
  kind: text,
  late: z.boolean(),
  text: hashOfText,
  waiting: z.boolean().optional(),
  channel: text.nullable().optional(),
  receivedOn: text.nullable().optional(),
  /** How many receipts it owes; one where an entry does not say. */
  receipts: number.optional(),
  /** Whether what had become of it counts no more; of an entry that does not say, where it objects. */
  reopened: z.boolean().optional(),
};

/** From when on changes of a set (their vendors' slugs) no longer wait for approvals; null where they wait again. Once all did. */
const released = { ...publishes, releasedOn: text.nullable(), changes: texts.optional() };

const edited = { changeSet: number, document: hash };
const nothing = {};

/** Last days of customers who may object until so many days before the effect, by those who have the same. */
const movedDays = z.array(
  z.object({
    changes: texts.nullable(),
    objectUntilEffect: z.object({ daysBefore: number }),
    timeZone: text.nullable(),
    lastDayToObjectOn: text,
  }),
);

const ACTIONS = {
  "registry.loaded": { ...announced, errors: findings },
  "change-set.drafted": nothing,
  "change-set.edited": { edit: z.record(text, z.unknown()) },
  "change-set.deleted": nothing,
  "change-set.approved": { draft: hash },
  /** So many users were mailed that it waits for approval, as its author asked. */
  "change-set.approval-asked": { draft: hash, told: number },
  /** So many users were mailed that it is to be announced by a day, for the one that it has. */
  "change-set.announce-by-told": { moment: text, on: text, told: number },
  "change-set.announced": {
    ...announced,
    draft: hash,
    weight: text,
    effectiveOn: text,
    /** The vendors whose changes waited for customers, and whom these replace; once all did, where any did. */
    waits: texts.optional(),
    emergency: z.object({ reason: localized }).nullable(),
    acceptedFindings: z.object({ reason: text.nullable(), findings }).nullable(),
  },
  /** Late for these customers, or for those whose mails of the batch failed; with neither, for those the clock finds. */
  "change-set.announced-late": { ...owes, customers: number.optional(), batch: text.optional() },
  /** Of which changes (their vendors' slugs) where not of all. */
  "change-set.corrected": { ...publishes, ...owes, text: hash, changes: texts.optional() },
  /** Customers whom it concerns since then: all those of that time, who may have come by several entries. */
  "change-set.joined": { customers: number, joined: z.object({ at: text, sha256: hash }) },
  "change-set.reminded": { ...owes, customers: number, reminded: z.object({ at: text, sha256: hash }) },
  "change-set.deadline-told": { moment: text, on: text, open: number },
  "change-set.released": released,
  "change-set.held": released,
  "change-set.approvals-waived": { ...released, reason: localized, missing: texts },
  /** Its readers were told when changes take effect, or that these wait: SHA-256 of what the notice is about. */
  "change-set.days-told": { ...owes, about: hash },
  /**
   * To when its changes (their vendors' slugs) were put off, and until when one may object; null where that stayed. Where
   * contracts let customers object until so many days before the effect, their last days, by those who have the same: the
   * changes that concern them (null: all of the set) and their terms.
   */
  "change-set.postponed": {
    ...publishes,
    ...owes,
    effectiveOn: text,
    lastDayToObjectOn: text.nullable(),
    reason: localized,
    changes: texts,
    untilEffect: movedDays.optional(),
  },
  /** A release gave its changes another day, and these customers another last day to object. */
  "change-set.last-days-moved": { untilEffect: movedDays },
  /** `changes`: its changes (their vendors' slugs), where others were in force and stayed. */
  "change-set.withdrawn": { ...publishes, ...owes, reason: localized.nullable(), changes: texts.optional() },
  "vendor.added": edited,
  "vendor.changed": edited,
  "vendor.removed": edited,
  "vendor.change-rebased": { ...edited, basedOn: number.nullable(), conflicts: texts },
  "vendor.change-dropped": { changeSet: number },
  /** A person was erased: the hashes of what was left of versions of the list (by their own), sets, mails, corrections. */
  "vendor.redacted": {
    ...publishes,
    reason: text,
    snapshots: z.array(z.object({ snapshot: hash, content: hash })),
    sets: z.array(z.object({ changeSet: number, document: hash })),
    mails: z.array(z.object({ notice: text, locale: text, variant: hash, sha256: hash })),
    notices: z.array(z.object({ notice: text, text: hash })),
  },
  /** `renamed`: SHA-256 of its names before and after, of which people are told. */
  "organisation.changed": { ...publishes, document: hash, owed: Owed.nullable().optional(), renamed: hash.optional() },
  /** Beside `organisation.changed`. So many users were mailed that no other person's approval is needed any more. */
  "organisation.four-eyes-off": { told: number },
  "organisation.four-eyes-on": nothing,
  /** SHA-256 of the logo's bytes; null where it was taken away. */
  "organisation.logo-changed": { ...publishes, logo: hash.nullable() },
  "organisation.key-renamed": { ...publishes, document: hash, field: text, from: text, to: text },
  "law.amended": { ...publishes, number, on: text, amendment: z.record(text, z.unknown()) },
  "findings.told": { findings },
  "mail.written": { locale: text, variant: hash, sha256: hash, response: text.nullable() },
  "batch.decided": { as: text, reason: text, mails: number },
  "response.recorded": answered,
  "response.edited": answered,
  "sender.pause-told": { since: text },
  "sender.resumed": nothing,
  "sender.held": nothing,
  /** Everything was taken out of it, for somebody to keep or to move. */
  "organisation.exported": nothing,
  /** Everything came out of an archive, whose log ended with that entry. */
  "organisation.arrived": { sequence: number, head: hash, madeAt: text },
  "responses.told": { responses: number },
  /** Whoever has approved is confirmed now. */
  "response.counted": { changeSet: number },
  "response.resolved": { changeSet: number, outcome: text, note: hashOfText },
  /** The hashes of what was left. */
  "response.redacted": { text: hashOfText, onBehalfOf: hashOfText, outcomeNote: hashOfText },
  /** Their time is over: whose they were, and what they said in words. The hashes of what was left. */
  "response.forgotten": { text: hashOfText, onBehalfOf: hashOfText, outcomeNote: hashOfText },
  /** Their time is over: so many deliveries are nobody's any more. */
  "notice.forgotten": { deliveries: number },
  "suppression.forgotten": nothing,
  /** A file was read, and what it would make of the list was planned: SHA-256 of its bytes. */
  "import.planned": { file: hash, format: text },
  "import.corrected": nothing,
  /** Into which draft it was put, the hash of the reference that was sent, and how many vendors it adds, changes and removes. */
  "import.applied": {
    file: hash,
    changeSet: number,
    reference: hash.optional(),
    added: number,
    changed: number,
    removed: number,
  },
  "import.deleted": nothing,
  /** Its month was over. */
  "import.forgotten": nothing,
  "customer.put": { changed: texts, document: hash },
  "customer.deleted": nothing,
  "customers.imported": { ...CustomerImport.omit({ dryRun: true, lines: true }).shape, file: hash },
  "subscriber.added": nothing,
  "subscriber.requested": nothing,
  "subscriber.confirmed": nothing,
  "subscriber.preferences": { locale: text, products: texts },
  "subscriber.unsubscribed": nothing,
  "subscriber.resubscribed": nothing,
  "subscriber.forgotten": nothing,
  "subscriber.erased": nothing,
  "contact.proposed": nothing,
  "contact.confirmed": nothing,
  /** By the contact in whose place they are. */
  "contact.vouched": nothing,
  /** By the operator. */
  "contact.accepted": nothing,
  "contact.dismissed": nothing,
  "address.suppressed": { reason: text },
  "address.unsuppressed": { reason: text },
  "api-key.created": { name: text, scopes: texts, expiresAt: text.optional() },
  "api-key.revoked": nothing,
  "user.invited": { role: text },
  /** Made a user by what their groups give, at their first sign-in. */
  "user.joined": { role: text, method: text },
  /** Is from now on who an identity provider names. */
  "user.linked": { method: text },
  "user.changed": { changed: texts, role: text },
  "user.removed": nothing,
  "user.link-made": nothing,
  /** A link was mailed to another address that they say is theirs. */
  "user.address-asked": nothing,
  "user.signed-in": { method: text },
  "user.session-ended": nothing,
  /** Was sent as a test to whoever did it. */
  "change-set.test-mailed": nothing,
} satisfies Record<string, z.ZodRawShape>;

export type Action = keyof typeof ACTIONS;

/** What the log holds of an action. */
export type ActionData<Name extends Action = Action> = Name extends Action
  ? z.infer<z.ZodObject<(typeof ACTIONS)[Name]>>
  : never;

/** A member of what the log holds of any action. */
export type LoggedMember = { [Name in Action]: keyof (typeof ACTIONS)[Name] }[Action];

/** What such a member may be, of whichever action. */
export type LoggedValue<Member> = {
  [Name in Action]: Member extends keyof (typeof ACTIONS)[Name] ? z.infer<(typeof ACTIONS)[Name][Member]> : never;
}[Action];

/** The id of what an action is done to; null where there is one of its kind, or it is done to all. */
type Id = string | number | null;

/** An action, what it is done to, and what the log is to hold of it: no personal data. */
export type Performed = {
  [Name in Action]: keyof (typeof ACTIONS)[Name] extends never
    ? [action: Name, id: Id, data?: ActionData<Name>]
    : [action: Name, id: Id, data: ActionData<Name>];
}[Action];

type FirstWord = Action extends infer Name ? (Name extends `${infer Word}.${string}` ? Word : never) : never;

/** What an action is done to, where its first word does not say it. */
const DONE_TO = {
  registry: "change-set",
  findings: "organisation",
  responses: "organisation",
  mail: "notice",
  contact: "subscriber",
  address: "suppression",
} as const satisfies Partial<Record<FirstWord, string>>;

/** A kind of thing that actions are done to. */
export type SubjectKind = Exclude<FirstWord, keyof typeof DONE_TO> | (typeof DONE_TO)[keyof typeof DONE_TO];

/** What an action is done to, as the log names it. */
export function subjectOf(action: Action, id: Id): string {
  const [word = ""] = action.split(".");
  const kind = (DONE_TO as Record<string, string>)[word] ?? word;
  return id === null ? kind : `${kind}:${id}`;
}

/** Every action there is, in the order of the table. */
export const actions = Object.keys(ACTIONS) as Action[];

const forms = Object.entries(ACTIONS).map(([name, members]) => [name, z.object(members)]);
const FORMS = Object.fromEntries(forms) as { [Name in Action]: z.ZodType<ActionData<Name>> };

export const isAction = (name: string): name is Action => Object.hasOwn(FORMS, name);

/** What an entry of an action holds; null where that is not what the log holds of it. */
export function readData<Name extends Action>(action: Name, data: unknown): ActionData<Name> | null {
  return FORMS[action].safeParse(data).data ?? null;
}

/** The same of an entry as it is stored; null too of what somebody has written into the database that is no record. */
export function readStored(action: string, data: string): ActionData | null {
  try {
    return isAction(action) ? readData(action, JSON.parse(data)) : null;
  } catch {
    return null;
  }
}
