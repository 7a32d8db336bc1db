import { subscribers } from "../../src/db/schema.ts";
import { hashEmail } from "../../src/model/values/hash.ts";
import { signToken } from "../../src/model/values/token.ts";
import { type Registry, vendor } from "../setup/registry.ts";
import { signed } from "../setup/webhook.ts";
import { Provider } from "./provider.ts";
import { type Happening, LONGEST_HOURS, type Story } from "./story.ts";

export type World = ReturnType<typeof worldOf>;

/** What is known of what is stored: the people, who followed when each set was announced, and the last set, until withdrawn. */
export type Known = {
  persons: { email: string; id: string; status: string }[];
  expected: Map<number, string[]>;
  latest: number | null;
};

const addressOf = (index: number) => `p${index}@customer.example`;

/** A world in which nothing has happened. */
export async function makeWorld(r: Registry, story: Story): Promise<World> {
  const hash = (email: string) => hashEmail(r.deps.config.tokenSecret, email);
  const now = r.deps.clock.now();
  const emails = Array.from({ length: story.people }, (_, index) => addressOf(index));
  const rows = await r.db
    .insert(subscribers)
    .values(
      emails.map((email, index) => ({
        email,
        emailKey: email,
        emailHash: hash(email),
        locale: index % 2 === 0 ? ("en" as const) : ("fr" as const),
        status: "active" as const,
        createdAt: now,
        confirmedAt: now,
      })),
    )
    .returning({ id: subscribers.id, email: subscribers.email });
  const persons = emails.map((email) => ({
    email,
    id: rows.find((row) => row.email === email)?.id ?? "",
    status: "active",
  }));
  return worldOf(r, story, { persons, expected: new Map(), latest: null });
}

/** The people, the provider and the registry of a story, and what is expected of them in the end. */
export function worldOf(r: Registry, { poisoned, refused }: Story, { persons, expected, latest }: Known) {
  return {
    r,
    hash: (email: string) => hashEmail(r.deps.config.tokenSecret, email),
    provider: new Provider(r.deps.clock.now, new Set(poisoned.map(addressOf)), new Set(refused.map(addressOf))),
    persons,
    /** Whom a notice may not have reached, for reasons of their own. */
    excused: new Set([...poisoned, ...refused].map(addressOf)),
    expected,
    latest,
    withdrawn: new Set<number>(),
    /** Requests that were not answered as they should be. */
    failures: [] as string[],
    reports: 0,
    hours: 0,
    /** How many mails were accepted when it befell a process, if it has, and how many slept before a write. */
    befell: null as number | null,
    turns: 0,
    inTurn: queue(),
  };
}

/** One at a time, so that the test knows who was following when a notice was owed. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

export async function happen(world: World, each: Exclude<Happening, { does: "another drain" }>): Promise<void> {
  const { r, inTurn } = world;
  switch (each.does) {
    case "leave":
    case "undo":
    case "erase":
      return inTurn(() => goOrComeBack(world, each));
    case "report":
      return report(world, each);
    case "full mailbox":
      return report(world, { ...each, type: "bounced", copies: 1, bounce: { type: "Transient", message: "Full" } });
    case "announce":
    case "correct":
    case "withdraw":
      return inTurn(() => publish(world, each.does));
    case "time passes":
      if (world.hours + each.minutes / 60 > LONGEST_HOURS) return;
      world.hours += each.minutes / 60;
      return r.passHours(each.minutes / 60);
    case "the lease expires":
      await r.rows("update sender set leased_until = now() - interval '1 second' where leased_until is not null");
  }
}

async function goOrComeBack(world: World, { does, who }: { does: "leave" | "undo" | "erase"; who: number }) {
  const { r, persons, excused } = world;
  const person = persons[who % persons.length];
  if (!person || person.status === "erased") return;
  excused.add(person.email);
  if (does === "erase") {
    await answered(world, "erasing", r.call("DELETE", `/v1/subscribers/${person.id}`));
    person.status = "erased";
    return;
  }
  const token = signToken(r.deps.config.tokenSecret, "subscription", person.id, r.deps.clock.now());
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const init = { key: null, headers, ...(does === "undo" ? { body: "undo=1" } : {}) };
  await answered(world, does, r.call("POST", `/unsubscribe/${token}`, init), 200);
  person.status = does === "undo" ? "active" : "unsubscribed";
}

async function publish(world: World, does: "announce" | "correct" | "withdraw"): Promise<void> {
  const { r, persons, expected, withdrawn, latest } = world;
  if (does === "announce") {
    if (expected.size >= 3) return;
    const query = "announce=true&effectiveOn=2026-12-31";
    const { changeSet } = await r.json("POST", `/v1/vendors?${query}`, 201, { body: vendor() });
    world.latest = Number(changeSet.number);
    const following = persons.filter(({ status }) => status === "active").map(({ email }) => email);
    expected.set(world.latest, following);
  } else if (latest !== null && does === "correct") {
    await r.json("POST", `/v1/change-sets/${latest}/correction`, 201, { body: { text: "It is Ireland." } });
  } else if (latest !== null) {
    await r.json("POST", `/v1/change-sets/${latest}/withdraw`, 200, { body: {} });
    withdrawn.add(latest);
    world.latest = null;
  }
}

type Report = { mail: number; type: string; copies: number; bounce?: object };

async function report(world: World, { mail: index, type, copies, bounce }: Report): Promise<void> {
  const { r, provider, excused } = world;
  const mail = provider.accepted[index % Math.max(1, provider.accepted.length)];
  if (!mail) return;
  if (type === "complained" || (type === "bounced" && !bounce)) excused.add(mail.to);
  world.reports += 1;
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
  const headers = signed(body, { id: `msg_${world.reports}` });
  const send = () => answered(world, "the hook", r.call("POST", "/hooks/resend", { key: null, headers, body }), 200);
  await Promise.all(Array.from({ length: copies }, send));
}

async function answered({ failures }: World, what: string, response: Promise<Response>, upTo = 499): Promise<void> {
  const { status } = await response;
  if (status > upTo) failures.push(`${what} answered ${status}`);
}
