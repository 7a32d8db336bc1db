import type { FieldName } from "../../model/vendor/fields.ts";
import { Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { GuessRule, LostReason } from "../guess-rules.ts";
import type { Guess, Lost } from "../reading.ts";

/** Whose field it is. A row is of one vendor, and of one service of it. */
export type Of = "vendor" | "service";

/** A guess about a field, `at` within it: "locations/0/country". */
export type DraftGuess = Omit<Guess, "pointer"> & { of: Of; at: string };

export type Facts = Record<string, unknown>;

const SHAPES: Record<Of, Record<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>> = {
  vendor: VendorDocument.shape,
  service: Service.shape,
};

type How = {
  from: string;
  rule: GuessRule;
  sure: boolean;
  instead?: readonly unknown[];
  unclear?: readonly string[];
};

/** Of what was not understood, as much as a question quotes. */
const QUOTED = { pieces: 3, characters: 100 };

/** What a row says, as it is put together. Nothing that a field cannot hold gets into it: that is lost. */
export class Draft {
  readonly facts: Record<Of, Facts> = { vendor: {}, service: {} };
  readonly guesses: DraftGuess[] = [];
  readonly lost: Lost[] = [];
  readonly stated: { of: Of; field: string }[] = [];

  constructor(readonly row: string) {}

  has(of: Of, field: FieldName): boolean {
    return this.facts[of][field] !== undefined;
  }

  /** The row is about this field. */
  state(of: Of, field: FieldName): void {
    if (!this.stated.some((each) => each.of === of && each.field === field)) this.stated.push({ of, field });
  }

  /** The row says that there is none of this field: asked about where that takes away what is listed. */
  none(of: Of, field: FieldName, from: string): void {
    this.state(of, field);
    this.guess(of, field, [], { from, rule: "none", sure: true });
  }

  lose(column: string, from: string, why: LostReason): void {
    const text = from.trim();
    if (text !== "") this.lost.push({ column, from: text, why });
  }

  /** Puts a value into a field that is free; `how`, where it is not simply what a sure column says. */
  put(of: Of, field: FieldName, value: unknown, column: string, from: string, how?: How): boolean {
    const present = this.facts[of][field];
    if (present !== undefined) {
      if (present !== value) this.lose(column, from, "another-value");
      return false;
    }
    const parsed = SHAPES[of][field]?.safeParse(value);
    if (!parsed?.success) {
      this.lose(column, from, "does-not-fit");
      return false;
    }
    this.facts[of][field] = parsed.data;
    this.state(of, field);
    if (how) this.guess(of, field, parsed.data, how);
    return true;
  }

  /** Adds to a field that holds a list; gives the index, or -1 where it does not fit. What is there already stays once. */
  add(of: Of, field: FieldName, item: unknown, column: string, from: string): number {
    const present = this.facts[of][field];
    const list: readonly unknown[] = Array.isArray(present) ? present : [];
    const parsed = SHAPES[of][field]?.safeParse([...list, item]);
    const all: unknown = parsed?.data;
    if (!parsed?.success || !Array.isArray(all)) {
      this.lose(column, from, "does-not-fit");
      return -1;
    }
    this.state(of, field);
    const added = JSON.stringify(all.at(-1));
    if (all.slice(0, -1).some((each) => JSON.stringify(each) === added)) return -1;
    this.facts[of][field] = all;
    return all.length - 1;
  }

  /** Adds to a text, on a line of its own. */
  append(of: Of, field: FieldName, text: string, column: string): boolean {
    const present = this.facts[of][field];
    if (typeof present !== "string") return this.put(of, field, text, column, text);
    const parsed = SHAPES[of][field]?.safeParse(`${present}\n${text}`);
    if (parsed?.success) this.facts[of][field] = parsed.data;
    else this.lose(column, text, "does-not-fit");
    return parsed?.success ?? false;
  }

  guess(of: Of, at: string, made: unknown, { from, rule, sure, instead = [], unclear = [] }: How): void {
    const quoted = unclear.slice(0, QUOTED.pieces).map((piece) => piece.trim().slice(0, QUOTED.characters));
    const why = !sure && quoted.length > 0 && { unclear: quoted };
    this.guesses.push({ of, at, from, made, rule, sure, instead, ...why });
  }
}
