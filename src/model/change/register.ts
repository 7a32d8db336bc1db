import { z } from "@hono/zod-openapi";
import type { RecordedAmendment } from "../amendment.ts";
import type { Logo } from "../brand/logo.ts";
import type { Organisation } from "../organisation-document.ts";
import { type Calendar, DateOn, Instant, type IsoDate } from "../values/dates.ts";
import { Key, LocalizedText } from "../values/text.ts";
import { diff, FieldChange } from "../vendor/diff.ts";
import { Weight } from "../vendor/grounds.ts";
import { VendorDocument } from "../vendor/vendor-document.ts";
import { heaviest, weightOf } from "../vendor/weight.ts";
import {
  ChangeKind,
  ChangeRow,
  ChangeSetRow,
  ChangeSetState,
  type Correction,
  DatedState,
  type OutlinedChange,
  Postponement,
  type RecordedChange,
} from "./change-set.ts";
import { type Dated, datedAmong, plannedFor, stateOn, VendorStatus } from "./history.ts";
import type { Publisher } from "./publishers.ts";

/** Everything that is published: enough to show the list on any date. Drafts are not in it. */
export type Register = {
  organisation: Organisation;
  calendar: Calendar;
  /** Who has published it, first to last. */
  publishers: Publisher[];
  /** What an operator has added to the law, in the order in which it was added. */
  amendments: readonly RecordedAmendment[];
  history: RecordedChange[];
  /** What was put right in what people had been told, oldest first. */
  corrections: Correction[];
  /** What was put off, oldest first. */
  postponements: (Postponement & { changeSet: number })[];
  /** That of today, whichever day is shown. */
  logo: Logo | null;
  /** The version; null before anything was published. */
  snapshot: PublishedSnapshot | null;
};

export const ChangeView = ChangeRow.omit({ changeSet: true, vendorId: true, basedOn: true }).extend({
  vendor: Key.openapi({ description: "The vendor's slug." }),
  name: z.string().describe("The vendor's name."),
  effectiveOn: DateOn.nullable().openapi({
    description: "The day it takes, or took, effect; as planned while it waits for approvals.",
  }),
  awaitsApproval: z.boolean().openapi({
    description: "Announced, and not in force before customers have approved it, or one it builds on.",
  }),
  diff: z.array(FieldChange).describe("Field by field; services are named by their key."),
});
export type ChangeView = z.infer<typeof ChangeView>;

/** A change set as people and clients see it, on a date. */
export const ChangeSetView = ChangeSetRow.omit({
  emergencyReason: true,
  publishedAs: true,
}).extend({
  state: DatedState.describe("What it is today."),
  weight: Weight,
  effectiveOn: DateOn.nullable().openapi({
    description: "The day all of it is, or was, in force; as planned while some of it waits for approvals.",
  }),
  plannedOn: ChangeSetRow.shape.effectiveOn,
  awaitsApproval: z.boolean().openapi({
    description: "Announced, and some of it not in force before customers have approved it, or one it builds on.",
  }),
  lastDayToObjectOn: DateOn.nullable().openapi({
    description: "By the organisation's own period, or as it was extended.",
  }),
  emergency: z
    .object({ reason: LocalizedText.describe("As readers are told.") })
    .nullable()
    .describe("Why it does not wait for the notice period; null: it does."),
  changes: z.array(ChangeView).describe("What it changes, vendor by vendor."),
});
export type ChangeSetView = z.infer<typeof ChangeSetView>;

/**
 * Customers, by their own ids, whose approval a set takes, and those who have not given it: they are waited for, unless
 * they are customers no more.
 */
export const Approvals = z.object({
  required: z.array(z.string()).describe("Whose contract asks for it."),
  missing: z.array(z.string()).describe("Who has not given it."),
  former: z.array(z.string()).describe("Who was deleted: nobody waits for them."),
  objecting: z
    .array(z.string())
    .default([])
    .describe("Whose contract lets an open objection suspend what concerns them, and who have one."),
});
export type Approvals = z.infer<typeof Approvals>;

/** As the operator sees it: with the customers that have a say in it. */
export const OperatorSet = ChangeSetView.extend({
  approvals: Approvals.extend(ChangeRow.pick({ releasedOn: true, releasedReason: true }).shape)
    .nullable()
    .openapi({
      description:
        "Customers (by externalId) that have a say in it, and from when on none of the set waits for them any more.",
    }),
  exempted: z.array(z.string()).openapi({ description: "Customers (by externalId) to whom it does not apply." }),
  postponements: z.array(Postponement).describe("How it was put off, oldest first."),
});
export type OperatorSet = z.infer<typeof OperatorSet>;

/**
 * A change set as it is on a date, from its row and its changes; perhaps with only some of these shown, in an order of their
 * own. What is shown of its changes is made when it is looked at: a page has all sets there are, and shows few.
 */
export function viewChangeSet(
  set: ChangeSetRow,
  changes: readonly Dated<OutlinedChange>[],
  shown: readonly RecordedChange[],
  today: IsoDate,
  order?: (a: ChangeView, b: ChangeView) => number,
): ChangeSetView {
  let lastDay: IsoDate | null = null;
  for (const change of changes) {
    const day = change.withdrawn ? null : dayOf(change);
    if (day && (lastDay === null || day > lastDay)) lastDay = day;
  }
  let views: ChangeView[] | undefined;
  return {
    ...set,
    state: stateOn(set, changes, today),
    weight: set.weight ?? heaviest(changes.map(weightOf)),
    effectiveOn: set.state === "draft" ? set.effectiveOn : (lastDay ?? set.effectiveOn),
    plannedOn: set.effectiveOn,
    lastDayToObjectOn: set.objectionExtendedTo ?? set.lastDayToObjectOn,
    awaitsApproval: changes.some((change) => isHeld(set, change)),
    emergency: set.emergencyReason === null ? null : { reason: set.emergencyReason },
    get changes() {
      views ??= viewChanges(set, changes, shown, order);
      return views;
    },
  };
}

const dayOf = (change: Dated<OutlinedChange>) => change.effectiveOn ?? plannedFor(change);

const isHeld = ({ state }: ChangeSetRow, { withdrawn, effectiveOn }: Dated<OutlinedChange>) =>
  state === "announced" && !withdrawn && !effectiveOn;

function viewChanges(
  set: ChangeSetRow,
  changes: readonly Dated<OutlinedChange>[],
  shown: readonly RecordedChange[],
  order?: (a: ChangeView, b: ChangeView) => number,
): ChangeView[] {
  const dates = new Map(changes.map((change) => [change.vendorId, change.effectiveOn]));
  const made = shown.map((each) => {
    const change = { ...each, effectiveOn: dates.get(each.vendorId) ?? null };
    return viewChange(each, { effectiveOn: dayOf(change), awaitsApproval: isHeld(set, change) });
  });
  return order ? made.sort(order) : made;
}

function viewChange(change: RecordedChange, dates: Pick<ChangeView, "effectiveOn" | "awaitsApproval">): ChangeView {
  const { vendor, kind, before, after, weightGrounds, weightOverride } = change;
  const { plannedOn, postponedTo, replaces, releasedOn, releasedReason, withdrawn } = change;
  const name = (after ?? before)?.name ?? vendor.slug;
  const weight = weightOf(change);
  return {
    vendor: vendor.slug,
    name,
    kind,
    before,
    after,
    // A page makes the views of all sets there are, and shows what differs in few of them.
    get diff() {
      return diff(before, after);
    },
    weight,
    weightGrounds,
    weightOverride,
    ...dates,
    plannedOn,
    postponedTo,
    replaces,
    releasedOn,
    releasedReason,
    withdrawn,
  };
}

/** A vendor as the operator sees it: one version of its document, what it is on a date, and what is still to come. */
export const VendorView = z
  .object({
    slug: Key.describe("Its address, for ever."),
    status: VendorStatus,
    neverListed: z
      .literal(true)
      .optional()
      .openapi({ description: "Of one that is `removed`: it was announced, withdrawn, and never on the list." }),
    changeSet: z.int().openapi({ description: "The change set that made the vendor what is shown." }),
    effectiveOn: DateOn.nullable().describe("Since when it is as it is shown; of what is to come, from when."),
    pending: z
      .array(
        z.object({
          changeSet: z.int().describe("Its set."),
          state: ChangeSetState.exclude(["withdrawn"]).describe("`draft`, or `announced` and to come."),
          kind: ChangeKind,
          effectiveOn: DateOn.nullable().describe("From when; of a draft, where it says so."),
          awaitsApproval: ChangeView.shape.awaitsApproval,
        }),
      )
      .openapi({ description: "Drafts and announced changes that are not in force yet." }),
    ...VendorDocument.shape,
  })
  .describe("A vendor: one version of its document, what it is on a date, and what is to come.")
  .openapi("Vendor");
export type VendorView = z.infer<typeof VendorView>;

type Viewing = {
  /** That of the changes of each. */
  order?: (a: ChangeView, b: ChangeView) => number;
  /** Those that are wanted, by number; else all. */
  only?: ReadonlySet<number>;
};

/** The change sets of a history, newest first. Takes all changes of each vendor. */
export function changeSetViews(
  history: readonly RecordedChange[],
  today: IsoDate,
  { order, only }: Viewing = {},
): ChangeSetView[] {
  const wanted = only ? history.filter(({ changeSet }) => only.has(changeSet)) : history;
  return [...Map.groupBy(datedAmong(wanted, history), ({ changeSet }) => changeSet)]
    .sort(([a], [b]) => b - a)
    .flatMap(([, changes]) => changes.slice(0, 1).map(({ set }) => viewChangeSet(set, changes, changes, today, order)));
}

export const SnapshotRef = z.object({
  number: z.int().describe("The version of the list."),
  hash: z.string().describe("SHA-256, chained to those before it."),
  takenAt: Instant.describe("When it was published."),
});
export type SnapshotRef = z.infer<typeof SnapshotRef>;

/** A snapshot with the hash of the audit log's newest entry then; null while there was none. */
export type PublishedSnapshot = SnapshotRef & { auditHead: string | null };
