/** What the registry is to do, said once more and in the simplest way: everything in memory, each day looked at. */

export type Day = string;

/** Of a customer or a vendor: null means all regions. */
export type Region = "eu" | "us" | null;

export type Customer = {
  days: number | null;
  authorisation: "general" | "specific";
  region: Region;
  contacts: string[];
};

export type Vendor = { name: string; country: string; region: Region };

export type ModelChange = {
  slug: string;
  region: Region;
  /** What the vendor will be; null where it goes. */
  after: Vendor | null;
  effectiveOn: Day;
  /** Customers it concerns, on the terms that held then: since it was announced, or since they came while it was pending. */
  concerned: Set<string>;
  /** Those whose contract asked for their approval, and whether they gave it. */
  approvals: Map<string, boolean>;
  /** Since when it waits for nobody's approval; null while it waits. */
  releasedOn: Day | null;
};

export type ModelSet = {
  number: number;
  changes: ModelChange[];
  /** Who was to be told when it was announced. */
  owed: Set<string>;
  isWithdrawn: boolean;
};

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

export const later = (one: Day, other: Day): Day => (one > other ? one : other);

const meet = (one: Region, other: Region): boolean => one === null || other === null || one === other;

export class Model {
  today: Day = "2026-11-21";
  ownDays = 7;
  customers = new Map<string, Customer>();
  followers = new Set<string>();
  sets: ModelSet[] = [];

  using(region: Region): Customer[] {
    return [...this.customers.values()].filter((each) => meet(each.region, region));
  }

  /** The day after the last that every contract waits for of those whom a change of such a vendor concerns. */
  earliest(region: Region): Day {
    const days = this.using(region).map((each) => each.days ?? this.ownDays);
    return addDays(this.today, Math.max(this.ownDays, ...days) + 1);
  }

  readers(regions: Region[]): Set<string> {
    const contacts = regions.flatMap((region) => this.using(region)).flatMap((each) => each.contacts);
    return new Set([...this.followers, ...contacts]);
  }

  /** The day a change takes effect; null while it waits for approvals. */
  inForceOn({ effectiveOn, releasedOn }: ModelChange): Day | null {
    return releasedOn === null ? null : later(releasedOn, effectiveOn);
  }

  /** Customers that a change waits for: those that are gone have no contract. */
  awaited({ approvals }: ModelChange): string[] {
    return [...approvals].flatMap(([id, isGiven]) => (isGiven || !this.customers.has(id) ? [] : [id]));
  }

  /** Looks at every change again, after customers came, went or approved. What is in force stays so. */
  settle(): void {
    for (const change of this.standing().flatMap(({ changes }) => changes)) {
      if (!this.isPending(change)) continue;
      for (const [id, { authorisation, region }] of this.customers) {
        if (!meet(region, change.region)) continue;
        if (!change.concerned.has(id) && authorisation === "specific") change.approvals.set(id, false);
        change.concerned.add(id);
      }
      const isLacking = [...change.approvals.values()].includes(false);
      if (this.awaited(change).length > 0) change.releasedOn = null;
      // Whoever is gone without an answer may be put again on the same day.
      else change.releasedOn ??= isLacking ? addDays(this.today, 1) : this.today;
    }
  }

  standing(): ModelSet[] {
    return this.sets.filter(({ isWithdrawn }) => !isWithdrawn);
  }

  isPending(change: ModelChange): boolean {
    const day = this.inForceOn(change);
    return day === null || day > this.today;
  }

  hasPending(slug: string): boolean {
    return this.standing().some(({ changes }) => changes.some((each) => each.slug === slug && this.isPending(each)));
  }

  /** The list of a day, by slug. */
  listOn(day: Day): Map<string, Vendor> {
    const changes = this.standing().flatMap((set) => set.changes);
    const inForce = changes.filter((change) => (this.inForceOn(change) ?? "9999") <= day);
    const byDay = inForce.toSorted((a, b) => ((this.inForceOn(a) ?? "") < (this.inForceOn(b) ?? "") ? -1 : 1));
    const list = new Map<string, Vendor>();
    for (const { slug, after } of byDay) {
      if (after) list.set(slug, after);
      else list.delete(slug);
    }
    return list;
  }
}
