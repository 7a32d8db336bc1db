/** What the registry is to do, said once more and in the simplest way: everything in memory, each day looked at. */

export type Day = string;

export type Customer = { days: number | null; authorisation: "general" | "specific"; contacts: string[] };

export type Vendor = { name: string; country: string };

export type ModelSet = {
  number: number;
  slug: string;
  /** What the vendor will be; null where it goes. */
  after: Vendor | null;
  announcedOn: Day;
  effectiveOn: Day;
  /** Who was to be told when it was announced. */
  owed: Set<string>;
  /** Customers it concerns, on the terms that held then: since it was announced, or since they came while it was pending. */
  concerned: Set<string>;
  /** Those whose contract asked for their approval, and whether they gave it. */
  approvals: Map<string, boolean>;
  /** Since when it waits for nobody's approval; null while it waits. */
  releasedOn: Day | null;
  isWithdrawn: boolean;
};

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

export class Model {
  today: Day = "2026-11-21";
  ownDays = 7;
  customers = new Map<string, Customer>();
  followers = new Set<string>();
  sets: ModelSet[] = [];

  /** The day after the last that every contract waits for. Every service is everybody's, so each customer is concerned. */
  earliest(): Day {
    const days = [...this.customers.values()].map((each) => each.days ?? this.ownDays);
    return addDays(this.today, Math.max(this.ownDays, ...days) + 1);
  }

  readers(): Set<string> {
    return new Set([...this.followers, ...[...this.customers.values()].flatMap(({ contacts }) => contacts)]);
  }

  /** The day a set takes effect; null while it waits for approvals, and if it was withdrawn. */
  inForceOn({ isWithdrawn, effectiveOn, releasedOn }: ModelSet): Day | null {
    if (isWithdrawn || releasedOn === null) return null;
    return releasedOn > effectiveOn ? releasedOn : effectiveOn;
  }

  /** Customers that a set waits for: those that are gone have no contract. */
  awaited({ approvals }: ModelSet): string[] {
    return [...approvals].flatMap(([id, isGiven]) => (isGiven || !this.customers.has(id) ? [] : [id]));
  }

  /** Looks at every set again, after customers came, went or approved. What is in force stays so. */
  settle(): void {
    for (const set of this.sets.filter((each) => this.isPending(each))) {
      for (const [id, { authorisation }] of this.customers) {
        if (!set.concerned.has(id) && authorisation === "specific") set.approvals.set(id, false);
        set.concerned.add(id);
      }
      const isLacking = [...set.approvals.values()].includes(false);
      if (this.awaited(set).length > 0) set.releasedOn = null;
      // Whoever is gone without an answer may be put again on the same day.
      else set.releasedOn ??= isLacking ? addDays(this.today, 1) : this.today;
    }
  }

  isPending(set: ModelSet): boolean {
    const day = this.inForceOn(set);
    return !set.isWithdrawn && (day === null || day > this.today);
  }

  hasPending(slug: string): boolean {
    return this.sets.some((set) => set.slug === slug && this.isPending(set));
  }

  /** The list of a day, by slug. */
  listOn(day: Day): Map<string, Vendor> {
    const inForce = this.sets.filter((set) => (this.inForceOn(set) ?? "9999") <= day);
    const byDay = inForce.toSorted((a, b) => ((this.inForceOn(a) ?? "") < (this.inForceOn(b) ?? "") ? -1 : 1));
    const list = new Map<string, Vendor>();
    for (const { slug, after } of byDay) {
      if (after) list.set(slug, after);
      else list.delete(slug);
    }
    return list;
  }
}
