import fc from "fast-check";

// What can happen, in any order and at any statement of the engine. The random part stays within 18 hours, so that
// every batch's outcome can still be learned before its key expires; delivery.test.ts has what comes after.
export const LONGEST_HOURS = 18;

/** What becomes of one request: what the provider does with it, and what the sender learns of that. */
const FAULTS = [
  "none",
  "401",
  "422",
  "429",
  "500 before",
  "500 after",
  "lost after",
  "throws before",
  "throws after",
] as const;
const DEATHS = ["dies before", "dies after"] as const;
export type Fault = (typeof FAULTS)[number] | (typeof DEATHS)[number];

/** What happens around the engine: by a person, the operator, the provider, the clock. */
export type Happening =
  | { does: "leave" | "undo" | "erase"; who: number }
  | { does: "report"; mail: number; type: "sent" | "delivered" | "bounced" | "delayed" | "complained"; copies: number }
  | { does: "full mailbox"; mail: number }
  | { does: "announce" | "correct" | "withdraw" }
  | { does: "the lease expires" }
  | { does: "another drain"; faults: Fault[] }
  | { does: "time passes"; minutes: number };

type Attempt = { fault: Fault; meanwhile: Happening[] };

/** A process that drains: the answers it gets, and what befalls it at one of its statements. */
export type Process = {
  attempts: Attempt[];
  befalls: {
    statement: number;
    what: "death" | "failure" | "lost connection" | "stall";
    meanwhile: Happening[];
  } | null;
};

/** A process sleeps past its lease before one of its writes to a batch, until another is about to do one of its own. */
export type TakeTurns = { does: "take turns"; mine: Turn; theirs: Turn };
type Turn = { faults: Fault[]; write: number };

export type Step = Happening | { does: "drain"; processes: Process[] } | TakeTurns;

export type Story = { people: number; poisoned: number[]; refused: number[]; steps: Step[] };

const who = fc.nat(5);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ does: fc.constantFrom("leave" as const, "undo" as const, "erase" as const), who }),
  fc.record({
    does: fc.constant("report" as const),
    mail: fc.nat(20),
    type: fc.constantFrom(
      "sent" as const,
      "delivered" as const,
      "bounced" as const,
      "delayed" as const,
      "complained" as const,
    ),
    copies: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ does: fc.constant("full mailbox" as const), mail: fc.nat(20) }),
  fc.record({
    does: fc.constantFrom("announce" as const, "correct" as const, "withdraw" as const, "the lease expires" as const),
  }),
  fc.record({
    does: fc.constant("another drain" as const),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 2 }),
  }),
  fc.record({ does: fc.constant("time passes" as const), minutes: fc.constantFrom(1, 5, 20, 90) }),
);
const few = fc.array(happening, { maxLength: 2 });
const process: fc.Arbitrary<Process> = fc.record({
  attempts: fc.array(fc.record({ fault: fc.constantFrom(...FAULTS, ...DEATHS), meanwhile: few }), { maxLength: 4 }),
  befalls: fc.option(
    fc.record({
      statement: fc.integer({ min: 1, max: 32 }),
      what: fc.constantFrom("death" as const, "failure" as const, "lost connection" as const, "stall" as const),
      meanwhile: few,
    }),
  ),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: happening },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("drain" as const),
      processes: fc.array(process, { minLength: 1, maxLength: 3 }),
    }),
  },
);
export const story: fc.Arbitrary<Story> = fc.record({
  // Now and then more than one batch holds.
  people: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.constant(104) },
  ),
  poisoned: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(who, { maxLength: 1 }) },
  ),
  refused: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(who, { maxLength: 2 }) },
  ),
  steps: fc.array(step, { minLength: 3, maxLength: 18 }),
});
