import type { z } from "@hono/zod-openapi";
import type { ChangeSetRow, RecordedChange } from "../../src/model/change/change-set.ts";
import type { Register } from "../../src/model/change/register.ts";
import { Organisation } from "../../src/model/organisation-document.ts";
import type { IsoDate } from "../../src/model/values/dates.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { heaviest, weigh } from "../../src/model/vendor/weight.ts";
import { type ListView, listViewOf } from "../../src/page/formats/list-for.ts";
import { publishedList } from "../../src/page/formats/published-list.ts";

type Input = z.input<typeof VendorInput>;
type Terms = Partial<Omit<ChangeSetRow, "number"> & Pick<RecordedChange, "awaitsApproval" | "releasedOn">> & {
  announcedOn?: IsoDate;
};

/** A register made of announcements, in memory: `put` adds or updates a vendor, `remove` ends one. */
export function publish(organisation: z.input<typeof Organisation> = { name: "Acme" }) {
  const history: RecordedChange[] = [];
  let number = 0;

  function announce(changes: { slug: string; after: Input | null }[], effectiveOn: IsoDate, terms: Terms = {}) {
    const { announcedOn = effectiveOn, awaitsApproval = false, releasedOn = null, ...over } = terms;
    const at = new Date(`${announcedOn}T09:00:00Z`);
    const recorded = changes.map(({ slug, after: input }) => {
      const before = history.findLast(({ vendor, set }) => vendor.slug === slug && set.state === "announced")?.after;
      const { slug: _, ...after } = input ? VendorInput.parse(input) : { slug };
      return { slug, before: before ?? null, after: input ? (after as RecordedChange["after"]) : null };
    });
    const set: ChangeSetRow = {
      number: number++,
      state: "announced",
      baseline: false,
      reason: null,
      reference: null,
      weight: heaviest(recorded.map(({ before, after }) => weigh(before, after).weight)),
      effectiveOn,
      lastDayToObjectOn: null,
      emergencyReason: null,
      rectification: null,
      createdAt: at,
      updatedAt: at,
      announcedAt: at,
      publishedAs: number,
      withdrawnAt: null,
      withdrawnReason: null,
      authors: [],
      approvedBy: null,
      approvedAt: null,
      objectionExtendedTo: null,
      ...over,
    };
    for (const { slug, before, after } of recorded) {
      history.push({
        changeSet: set.number,
        vendorId: slug,
        vendor: { id: slug, slug, revision: 1 },
        set,
        kind: before ? (after ? "updated" : "removed") : "added",
        basedOn: null,
        before,
        after,
        ...weigh(before, after),
        weightOverride: null,
        plannedOn: null,
        postponedTo: null,
        replaces: null,
        awaitsApproval,
        releasedOn,
        releasedReason: null,
        withdrawn: false,
      });
    }
    return made;
  }

  const made = {
    baseline: (vendors: Input[], on: IsoDate) =>
      announce(
        vendors.map((after) => ({ slug: slugOf(after), after })),
        on,
        { baseline: true },
      ),
    put: (after: Input, on: IsoDate, terms?: Terms) => announce([{ slug: slugOf(after), after }], on, terms),
    remove: (slug: string, on: IsoDate, terms?: Terms) => announce([{ slug, after: null }], on, terms),
    register(): Register {
      const hash = "3f9a1c0de77b".padEnd(64, "0");
      const snapshot =
        number === 0
          ? null
          : { number, hash, takenAt: new Date("2026-11-20T15:00:00Z"), auditHead: hash.replace("3", "4") };
      const publisher = Organisation.parse(organisation);
      const calendar = { timeZone: publisher.timeZone, reached: null };
      return {
        organisation: publisher,
        calendar,
        publishers: [],
        amendments: [],
        history: [...history],
        corrections: [],
        postponements: [],
        logo: null,
        snapshot,
      };
    },
  };
  return made;
}

/** The published file of a register on a day. */
export const fileOf = (register: Register, on: IsoDate, asked: Partial<ListView> = {}) =>
  publishedList(listViewOn(register, on, asked));

/** What a file of the list is asked for. */
export const listViewOn = (register: Register, on: IsoDate, asked: Partial<ListView> = {}): ListView => ({
  ...listViewOf({ register, today: on, locale: "en", publicUrl: "https://list.example" }, { on }),
  ...asked,
});

function slugOf({ slug, name }: Input): string {
  return slug ?? name.toLowerCase().replaceAll(" ", "-");
}
