import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "../src/db/client.ts";
import { batches, deliveries, deliveryEvents, notices, subscribers } from "../src/db/schema.ts";
import { hashEmail, sha256 } from "../src/model/hash.ts";
import { signToken } from "../src/model/token.ts";
import { drain } from "../src/notify/drain.ts";
import { type BatchRequest, type Mailer, NO_LIMITS, type Outcome, type Sent } from "../src/notify/mailer.ts";
import type { OutgoingMail } from "../src/notify/template.ts";
import { registry, vendor } from "./setup/registry.ts";
import { mailsIn } from "./setup/requests.ts";
import { signed } from "./setup/webhook.ts";

// What can happen, in any order and at any statement of the engine. The random part stays within 18 hours, so that
// every batch's outcome can still be learned before its key expires; delivery.test.ts has what comes after.
const LONGEST_HOURS = 18;

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
type Fault = (typeof FAULTS)[number] | (typeof DEATHS)[number];

/** What happens around the engine: by a person, the operator, the provider, the clock. */
type Happening =
  | { does: "leave" | "undo" | "erase"; who: number }
  | { does: "report"; mail: number; type: "sent" | "delivered" | "bounced" | "delayed" | "complained"; copies: number }
  | { does: "full mailbox"; mail: number }
  | { does: "announce" | "correct" | "withdraw" | "the lease expires" }
  | { does: "another drain"; faults: Fault[] }
  | { does: "time passes"; minutes: number };

type Attempt = { fault: Fault; meanwhile: Happening[] };

/** A process that drains: the answers it gets, and what befalls it at one of its statements. */
type Process = {
  attempts: Attempt[];
  befalls: {
    statement: number;
    what: "death" | "failure" | "lost connection" | "stall";
    meanwhile: Happening[];
  } | null;
};

/** A process sleeps past its lease before one of its writes to a batch, until another is about to do one of its own. */
type TakeTurns = { does: "take turns"; mine: Turn; theirs: Turn };
type Turn = { faults: Fault[]; write: number };

type Step = Happening | { does: "drain"; processes: Process[] } | TakeTurns;

type Story = { people: number; poisoned: number[]; refused: number[]; steps: Step[] };

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
const story: fc.Arbitrary<Story> = fc.record({
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

const DAY_MS = 24 * 3_600_000;

type AcceptedMail = { noticeId: string; batchId: string; to: string; emailId: string };

/** Resend as documented: an idempotency key answers the same again for a day, and everything accepted is remembered. */
class Provider {
  readonly accepted: AcceptedMail[] = [];
  /** Requests that used a key again with other bytes. */
  conflicts = 0;
  /** Whom a request to them alone was refused for, whatever the reason: they have failed, rightly. */
  readonly refusedAlone = new Set<string>();
  /** The bytes accepted under each key. */
  readonly bytes = new Map<string, string>();
  #answers = new Map<string, { bytes: string; answer: Outcome; at: number }>();
  #inFlight = new Set<string>();

  constructor(
    private readonly now: () => Date,
    private readonly poisoned: ReadonlySet<string>,
    private readonly refused: ReadonlySet<string>,
  ) {}

  async take(mails: OutgoingMail[], key: string, refuse: boolean, answering: () => Promise<void>): Promise<Outcome> {
    if (this.#inFlight.has(key)) return { kind: "unknown", because: "concurrent_idempotent_requests (409)" };
    this.#inFlight.add(key);
    try {
      const answer = this.#answer(mails, key, refuse);
      await answering();
      return answer;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  #answer(mails: OutgoingMail[], key: string, refuse: boolean): Outcome {
    const bytes = JSON.stringify(mails);
    const now = this.now().getTime();
    const known = this.#answers.get(key);
    if (known && now - known.at < DAY_MS) {
      if (known.bytes === bytes) return known.answer;
      this.conflicts += 1;
      return { kind: "unknown", because: "invalid_idempotent_request (409)" };
    }
    if (refuse || mails.some(({ to }) => this.poisoned.has(to))) {
      if (mails.length === 1) this.refusedAlone.add(mails[0]?.to ?? "");
      return { kind: "refused", because: "validation_error (422)" };
    }
    const answer: Outcome = { kind: "accepted", mails: mails.map((mail) => this.#accept(mail)) };
    this.bytes.set(key, bytes);
    this.#answers.set(key, { bytes, answer, at: now });
    return answer;
  }

  #accept({ to, tags }: OutgoingMail) {
    if (this.refused.has(to)) return { refused: "Invalid `to` field" };
    const tag = (name: string) => tags.find((each) => each.name === name)?.value ?? "";
    const mail = { noticeId: tag("notice"), batchId: tag("batch"), to, emailId: crypto.randomUUID() };
    this.accepted.push(mail);
    return { emailId: mail.emailId };
  }
}

const never = new Promise<never>(() => {});

/**
 * The database as one process sees it: before each of its statements `befall` may throw, stall, or end the process
 * (throw DEATH), whose open transaction is then undone by the server while the process waits for ever.
 */
const DEATH = new Error("the process died");
const BREAK = new Error("it broke");

function watched(db: Db, befall: (writesBatch: boolean) => Promise<void> | undefined, died: () => void): Db {
  const end = (error: unknown): Promise<never> => {
    if (error !== DEATH) return Promise.reject(error);
    died();
    return never;
  };
  const wrap = (inner: Db, inTransaction: boolean): Db =>
    new Proxy(inner, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (name === "transaction") {
          return async (work: (tx: Db) => Promise<unknown>) => {
            try {
              await befall(false);
              return await target.transaction((tx) => work(wrap(tx, true)));
            } catch (error) {
              return inTransaction ? Promise.reject(error) : end(error);
            }
          };
        }
        if (!["select", "insert", "update", "delete", "execute"].includes(String(name))) return member;
        return (...args: unknown[]) => {
          const befalling = befall(name === "update" && args[0] === batches);
          const built = Reflect.apply(member as () => unknown, target, args);
          if (!befalling) return built;
          return delayed(built, befalling.catch(inTransaction ? (error) => Promise.reject(error) : end));
        };
      },
    });
  return wrap(db, false);
}

/** A statement that is sent only once something else is over; whatever is chained to it is chained to the statement. */
function delayed(built: unknown, until: Promise<void>): unknown {
  // A statement may be awaited a while after it was begun.
  until.catch(() => {});
  return new Proxy(built as object, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (name === "then") {
        return (done: (rows: unknown) => unknown, failed: (error: unknown) => unknown) =>
          until.then(() => target as PromiseLike<unknown>).then(done, failed);
      }
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => delayed(Reflect.apply(member, target, args), until);
    },
  });
}

/** Plays a story, lets the provider heal and everything be sent, and says what is wrong in the end: nothing. */
async function play({ people, poisoned, refused, steps }: Story, sabotage: (mailer: Mailer) => Mailer = (m) => m) {
  const ends: (() => Promise<void>)[] = [];
  const r = await registry({ atEnd: (end) => ends.push(end) });
  try {
    return await tell(r, { people, poisoned, refused, steps }, sabotage);
  } finally {
    for (const end of ends) await end();
  }
}

const addressOf = (index: number) => `p${index}@customer.example`;

async function tell(
  r: Awaited<ReturnType<typeof registry>>,
  { people, poisoned, refused, steps }: Story,
  sabotage: (mailer: Mailer) => Mailer,
) {
  const secret = r.deps.config.tokenSecret;
  const hash = (email: string) => hashEmail(secret, email);
  const provider = new Provider(r.deps.clock.now, new Set(poisoned.map(addressOf)), new Set(refused.map(addressOf)));
  const now = r.deps.clock.now();
  const rows = await r.db
    .insert(subscribers)
    .values(
      Array.from({ length: people }, (_, index) => ({
        email: addressOf(index),
        emailKey: addressOf(index),
        emailHash: hash(addressOf(index)),
        locale: index % 2 === 0 ? ("en" as const) : ("fr" as const),
        status: "active" as const,
        createdAt: now,
        confirmedAt: now,
      })),
    )
    .returning({ id: subscribers.id, email: subscribers.email });
  const persons = Array.from({ length: people }, (_, index) => {
    const email = addressOf(index);
    return { email, id: rows.find((row) => row.email === email)?.id ?? "", status: "active" };
  });
  /** Whom a notice may not have reached, for reasons of their own. */
  const excused = new Set([...poisoned, ...refused].map(addressOf));
  /** Who followed when each set was announced. */
  const expected = new Map<number, string[]>();
  const withdrawn = new Set<number>();
  const failures: string[] = [];
  let befell = false;
  let turns = 0;
  let hours = 0;
  let events = 0;
  let latest: number | null = null;

  const answered = async (what: string, response: Response | Promise<Response>, upTo = 499) => {
    const { status } = await response;
    if (status > upTo) failures.push(`${what} answered ${status}`);
  };

  async function report(index: number, type: string, copies: number, bounce?: object) {
    const mail = provider.accepted[index % Math.max(1, provider.accepted.length)];
    if (!mail) return;
    if (type === "complained" || (type === "bounced" && !bounce)) excused.add(mail.to);
    events += 1;
    const body = JSON.stringify({
      type: `email.${type === "delayed" ? "delivery_delayed" : type}`,
      created_at: r.deps.clock.now().toISOString(),
      data: {
        email_id: mail.emailId,
        to: [mail.to],
        tags: { notice: mail.noticeId, batch: mail.batchId },
        ...(type === "bounced" ? { bounce: bounce ?? { type: "Permanent", message: "No such user" } } : {}),
      },
    });
    const headers = signed(body, { id: `msg_${events}` });
    const send = () => answered("the hook", r.call("POST", "/hooks/resend", { key: null, headers, body }), 200);
    await Promise.all(Array.from({ length: copies }, send));
  }

  const link = (id: string) => `/unsubscribe/${signToken(secret, "subscription", id, r.deps.clock.now())}`;

  /** One at a time, so that the test knows who was following when a notice was owed. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };

  async function happen(each: Happening): Promise<void> {
    switch (each.does) {
      case "leave":
      case "undo":
      case "erase":
        return inTurn(async () => {
          const person = persons[each.who % people];
          if (!person || person.status === "erased") return;
          excused.add(person.email);
          if (each.does === "erase") {
            await answered("erasing", r.call("DELETE", `/v1/subscribers/${person.id}`));
            person.status = "erased";
          } else {
            const undo = each.does === "undo" ? { body: "undo=1" } : {};
            const headers = { "content-type": "application/x-www-form-urlencoded" };
            await answered(each.does, r.call("POST", link(person.id), { key: null, headers, ...undo }), 200);
            person.status = each.does === "undo" ? "active" : "unsubscribed";
          }
        });
      case "report":
        return report(each.mail, each.type, each.copies);
      case "full mailbox":
        return report(each.mail, "bounced", 1, { type: "Transient", message: "Mailbox full" });
      case "announce":
        return inTurn(async () => {
          if (expected.size >= 3) return;
          const made = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
            body: vendor(),
          });
          latest = Number(made.changeSet.number);
          const following = persons.filter(({ status }) => status === "active").map(({ email }) => email);
          expected.set(latest, following);
        });
      case "correct":
        return inTurn(async () => {
          if (latest === null) return;
          const body = { text: "It is Ireland." };
          await r.json("POST", `/v1/change-sets/${latest}/correction`, 201, { body });
        });
      case "withdraw":
        return inTurn(async () => {
          if (latest === null) return;
          await r.json("POST", `/v1/change-sets/${latest}/withdraw`, 200, { body: {} });
          withdrawn.add(latest);
          latest = null;
        });
      case "time passes":
        if (hours + each.minutes / 60 > LONGEST_HOURS) return;
        hours += each.minutes / 60;
        return r.passHours(each.minutes / 60);
      case "the lease expires":
        await r.rows("update sender set leased_until = now() - interval '1 second' where leased_until is not null");
        return;
      case "another drain":
        return run({ attempts: each.faults.map((fault) => ({ fault, meanwhile: [] })), befalls: null });
    }
  }

  async function happenAll(all: readonly Happening[]): Promise<void> {
    for (const each of all) await happen(each);
  }

  async function takeTurns({ mine, theirs }: TakeTurns): Promise<void> {
    const attempts = (faults: Fault[]) => faults.map((fault) => ({ fault, meanwhile: [] }));
    const [ours, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let other: Promise<void> = Promise.resolve();
    const weWrite = async () => {
      there.resolve();
      await Promise.race([ours.promise, sleep(100)]);
    };
    const others = async () => {
      await happenAll([{ does: "the lease expires" }, { does: "leave", who: 0 }, { does: "time passes", minutes: 1 }]);
      await run({ attempts: attempts(theirs.faults), befalls: null }, { write: theirs.write, until: weWrite });
    };
    // Either, and whoever leaves, may have to wait for a lock that the other holds: nobody sleeps for ever.
    const theyWrite = async () => {
      other = others();
      await Promise.race([there.promise, other, sleep(200)]);
    };
    await run({ attempts: attempts(mine.faults), befalls: null }, { write: mine.write, until: theyWrite });
    ours.resolve();
    await other;
  }

  /** Runs a process until it has drained, or has died. It sleeps before its nth write to a batch. */
  async function run(
    { attempts, befalls }: Process,
    sleeps?: { write: number; until: () => Promise<void> },
  ): Promise<void> {
    const answers = [...attempts];
    const aside: Promise<void>[] = [];
    let statements = 0;
    let writes = 0;
    let dead = false;
    let died = () => {};
    const death = new Promise<void>((resolve) => {
      died = () => {
        dead = true;
        resolve();
      };
    });

    function befall(writesBatch: boolean): Promise<void> | undefined {
      if (dead) return Promise.reject(DEATH);
      if (writesBatch) writes += 1;
      if (writesBatch && writes === sleeps?.write) {
        turns += 1;
        return sleeps.until();
      }
      statements += 1;
      if (statements !== befalls?.statement) return undefined;
      befell = true;
      switch (befalls.what) {
        case "death":
          dead = true;
          return Promise.reject(DEATH);
        case "failure":
          return Promise.reject(BREAK);
        case "lost connection":
          return Promise.reject(Object.assign(new Error("lost", { cause: BREAK }), { code: "CONNECTION_CLOSED" }));
        case "stall": {
          // The others may have to wait for locks that the stalled process holds: it goes on before they are done.
          const others = happenAll([{ does: "the lease expires" }, ...befalls.meanwhile]);
          aside.push(others);
          return Promise.race([others, sleep(60)]);
        }
      }
    }

    const send = async (request: BatchRequest, key: string): Promise<Sent> => {
      const { fault, meanwhile } = answers.shift() ?? { fault: "none", meanwhile: [] };
      const learned = (outcome: Outcome) => ({ outcome, limits: { ...NO_LIMITS, retryAfterSeconds: null } });
      const before = async (outcome: Outcome) => {
        await happenAll(meanwhile);
        return learned(outcome);
      };
      const dying = () => {
        died();
        return never;
      };
      if (fault === "401") return before({ kind: "paused", because: "invalid_api_key (401)" });
      if (fault === "429") {
        const { outcome } = await before({ kind: "rate-limited" });
        return { outcome, limits: { ...NO_LIMITS, retryAfterSeconds: 0 } };
      }
      if (fault === "500 before") return before({ kind: "unknown", because: "internal_server_error (500)" });
      if (fault === "throws before") throw BREAK;
      if (fault === "dies before") return dying();
      const outcome = await provider.take(mailsIn(request), key, fault === "422", () => happenAll(meanwhile));
      if (fault === "500 after") return learned({ kind: "unknown", because: "internal_server_error (500)" });
      if (fault === "lost after") return learned({ kind: "unknown", because: "no answer in time" });
      if (fault === "throws after") throw BREAK;
      if (fault === "dies after") return dying();
      return learned(outcome);
    };
    const mailer = sabotage({ send });
    const deps = { ...r.deps, db: watched(r.db, befall, died), mailer };
    // What breaks may end a drain: the next one goes on.
    const drained = drain(deps, { budgetMs: 10_000 }).catch((error) => {
      if (error !== BREAK && error.cause !== BREAK) throw error;
    });
    await Promise.race([drained, death]);
    await Promise.all(aside);
  }

  await happen({ does: "announce" });
  for (const each of steps) {
    if (each.does === "drain") await Promise.all(each.processes.map((process) => run(process)));
    else if (each.does === "take turns") await takeTurns(each);
    else await happen(each);
  }
  for (let round = 0; round < 12; round += 1) {
    await happen({ does: "the lease expires" });
    r.passHours(0.4);
    await run({ attempts: [], befalls: null });
    if ((await r.rows("select 1 from batches where state = 'pending'")).length === 0) break;
  }
  return {
    ...(await verdict()),
    failures,
    sentWithOtherBytes: provider.conflicts,
    befell,
    turns,
  };

  async function verdict() {
    const owed = await r.db.select().from(deliveries);
    const told = await r.db.select().from(notices);
    const accepted = new Map<string, number>();
    for (const { noticeId, to } of provider.accepted) {
      const key = `${noticeId} ${hash(to)}`;
      accepted.set(key, (accepted.get(key) ?? 0) + 1);
    }
    /** What each reader got of each set, in the order of their coming; the kinds happen to be in that of the alphabet. */
    const wordsTo = new Map<string, string[]>();
    for (const { noticeId, to } of provider.accepted) {
      const notice = told.find(({ id }) => id === noticeId);
      if (!notice) continue;
      const key = `${to} of ${notice.changeSet}`;
      wordsTo.set(key, [...(wordsTo.get(key) ?? []), notice.kind]);
    }
    const times = ({ noticeId, emailHash }: { noticeId: string; emailHash: string }) =>
      accepted.get(`${noticeId} ${emailHash}`) ?? 0;
    const nameless = new Map(persons.map(({ email }) => [hash(email), email]));
    const show = (delivery: (typeof owed)[number]) =>
      `${nameless.get(delivery.emailHash)} is ${delivery.state} (${delivery.cause}), and was sent ${times(delivery)}`;
    const isExcused = ({ emailHash }: { emailHash: string }) =>
      new Set([...excused, ...provider.refusedAlone]).has(nameless.get(emailHash) ?? "");
    const SENT = ["accepted", "delivered", "bounced", "complained"];
    const NOT_SENT = ["failed", "skipped", "suppressed"];
    const of = (changeSet: number, kind: "announcement" | "withdrawal") => {
      const notice = told.find((each) => each.changeSet === changeSet && each.kind === kind);
      return owed.filter(({ noticeId }) => noticeId === notice?.id);
    };
    const names = (some: typeof owed) => some.map(({ emailHash }) => nameless.get(emailHash) ?? "?").toSorted();
    const reached = (some: typeof owed) => names(some.filter((each) => !isExcused(each) && times(each) > 0));
    const steps = await r.db.select().from(deliveryEvents).orderBy(deliveryEvents.id);
    const last = new Map(steps.map(({ deliveryId, state }) => [deliveryId, state]));
    const sent = await r.db.select().from(batches);
    return {
      doubled: [...accepted.values()].filter((count) => count > 1).length,
      toNobody: [...accepted.keys()].filter((key) => !owed.some((d) => key === `${d.noticeId} ${d.emailHash}`)).length,
      owedWrongly: [...expected].filter(
        ([set, following]) => following.toSorted().join() !== names(of(set, "announcement")).join(),
      ),
      outOfOrder: [...wordsTo].filter(([, kinds]) => kinds.toSorted().join() !== kinds.join()).map(([to]) => to),
      // Whoever was told of a set is told of its withdrawal, and nobody else is.
      withdrawnWrongly: [...withdrawn].filter(
        (set) => reached(of(set, "announcement")).join() !== reached(of(set, "withdrawal")).join(),
      ),
      lost: owed.filter((each) => !isExcused(each) && each.cause !== "withdrawn" && times(each) !== 1).map(show),
      misstated: owed
        .filter(
          (each) =>
            !(SENT.includes(each.state) ? times(each) === 1 : NOT_SENT.includes(each.state) && times(each) === 0),
        )
        .map(show),
      withoutItsEvent: owed.filter(({ id, state }) => last.get(id) !== state).map(show),
      stillPending: sent.filter(({ state }) => state === "pending").length,
      uncertain: sent.filter(({ state }) => state === "uncertain").length,
      otherBytesOnRecord: sent.filter(({ id, bodySha256 }) => {
        const bytes = provider.bytes.get(id);
        return bytes !== undefined && sha256(bytes) !== bodySha256;
      }).length,
    };
  }
}

const nothingWrong = {
  doubled: 0,
  toNobody: 0,
  owedWrongly: [],
  outOfOrder: [],
  withdrawnWrongly: [],
  lost: [],
  misstated: [],
  withoutItsEvent: [],
  stillPending: 0,
  uncertain: 0,
  otherBytesOnRecord: 0,
  failures: [],
  sentWithOtherBytes: 0,
};

const limits = {
  numRuns: Number(globalThis.process.env.RUNS ?? 30),
  seed: Number(globalThis.process.env.SEED ?? 20261121),
};

test("whatever happens in whatever order, every notice reaches everyone once, and every delivery says what became of it", async () => {
  const property = fc.asyncProperty(story, async (each) => {
    expect(await play(each)).toMatchObject(nothingWrong);
  });
  await fc.assert(property, { ...limits, interruptAfterTimeLimit: 150_000 });
});

/** Tells the story of two readers and one process for each of its statements, at which something befalls it. */
async function atEachStatement(answers: Fault[], befalls: Omit<NonNullable<Process["befalls"]>, "statement">) {
  const attempts = answers.map((fault) => ({ fault, meanwhile: [] }));
  for (let statement = 1; ; statement += 1) {
    const steps: Step[] = [{ does: "drain", processes: [{ attempts, befalls: { statement, ...befalls } }] }];
    const verdict = await play({ people: 2, poisoned: [], refused: [], steps });
    expect(verdict, `${befalls.what} at statement ${statement}`).toMatchObject({
      ...nothingWrong,
      befell: expect.any(Boolean),
    });
    if (!verdict.befell) return expect(statement).toBeGreaterThan(15);
  }
}

test.each(["death", "failure", "lost connection"] as const)(
  "%s at any statement of a process loses nothing, and nothing is sent twice",
  async (what) => atEachStatement([], { what, meanwhile: [] }),
);

test.each<{ mine: Fault; theirs: Fault[] }>([
  { mine: "none", theirs: ["lost after"] },
  { mine: "422", theirs: ["422", "lost after", "lost after"] },
  { mine: "429", theirs: ["lost after"] },
])(
  "a process may sleep past its lease at any statement, while somebody leaves and another sends: $mine, $theirs",
  async ({ mine, theirs }) => {
    const meanwhile: Happening[] = [
      { does: "leave", who: 0 },
      { does: "time passes", minutes: 1 },
      { does: "another drain", faults: theirs },
    ];
    await atEachStatement([mine], { what: "stall", meanwhile });
  },
);

test.each<{ mine: Fault; theirs: Fault }>([
  { mine: "none", theirs: "lost after" },
  { mine: "429", theirs: "lost after" },
  { mine: "429", theirs: "429" },
  { mine: "422", theirs: "500 after" },
  { mine: "lost after", theirs: "422" },
])(
  "two processes may sleep before any of their writes to a batch, each through the other's: $mine, $theirs",
  async ({ mine, theirs }) => {
    let reached = 2;
    for (let first = 1; reached > 0; first += 1) {
      reached = 2;
      for (let second = 1; reached === 2; second += 1) {
        const turns = { mine: { faults: [mine], write: first }, theirs: { faults: [theirs], write: second } };
        const steps: Step[] = [{ does: "take turns", ...turns }];
        const verdict = await play({ people: 2, poisoned: [], refused: [], steps });
        expect(verdict, `before write ${first}, through write ${second}`).toMatchObject(nothingWrong);
        reached = verdict.turns;
      }
    }
  },
);

/** Whether a story is found in which a sender so broken does what it must not. */
async function isCaught(sabotage: (mailer: Mailer) => Mailer, sign: "doubled" | "lost"): Promise<boolean> {
  const property = fc.asyncProperty(story, async (each) => {
    const verdict = await play(each, sabotage);
    return sign === "doubled" ? verdict.doubled === 0 : verdict.lost.length === 0;
  });
  return (await fc.check(property, { ...limits, endOnFailure: true })).failed;
}

test("a sender that made a new key for each attempt would be caught", async () => {
  const forgetful = ({ send }: Mailer): Mailer => ({ send: (request) => send(request, crypto.randomUUID()) });
  expect(await isCaught(forgetful, "doubled")).toBe(true);
});

test("a sender that took an error for an acceptance would be caught", async () => {
  const hopeful = ({ send }: Mailer): Mailer => ({
    async send(request, key) {
      const sent = await send(request, key);
      if (sent.outcome.kind !== "unknown") return sent;
      const mails = mailsIn(request);
      return { ...sent, outcome: { kind: "accepted", mails: mails.map(() => ({ emailId: crypto.randomUUID() })) } };
    },
  });
  expect(await isCaught(hopeful, "lost")).toBe(true);
});
