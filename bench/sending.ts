import { rounds } from "./measure.ts";
import type { Drained } from "./processes/drain.ts";
import { startApp } from "./setup/app.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { expectAllSent, owed, startMailboxProcess } from "./setup/owed.ts";
import { start } from "./setup/process.ts";
import { percent, printTable, whole } from "./table.ts";

/** Sending to the mailbox, at the limits a provider may set and without one; beside it the bare SDK in a loop. */
export async function sending(
  server: DatabaseServer,
  { people = 10_000, repeats = 3, limits = [2, 5, 10], seconds = 30 } = {},
) {
  await unlimited(server, people, repeats);
  await following(server, people);
  await limited(server, limits, seconds);
}

/** What follows an announcement waits for it, reader by reader: it is to go out as fast. */
async function following(server: DatabaseServer, people: number): Promise<void> {
  const url = await owed(server, people);
  const rate = ({ ms }: Drained) => whole(people / (ms / 1000));
  const announced = rate(await sendAll(url, people, null));
  const followUp = async (path: string, body: object) => {
    const app = await startApp(url);
    await app.json("POST", `/v1/change-sets/1/${path}`, body);
    await app.stop();
    return rate(await drainAll(url, null));
  };
  const corrected = await followUp("correction", { text: { en: "The address was wrong." } });
  const withdrawn = await followUp("withdraw", { reason: "We stay." });
  const head = ["announcement, mails/s", "correction, mails/s", "withdrawal, mails/s"];
  printTable(`Sending what follows, to ${whole(people)}`, head, [[announced, corrected, withdrawn]]);
}

async function unlimited(server: DatabaseServer, people: number, repeats: number): Promise<void> {
  const { drain, loop, bytes } = await rounds(repeats, async () => {
    const sent = await sendAll(await owed(server, people), people, null);
    const mailbox = await startMailboxProcess();
    const input = { url: await owed(server, 2000), mailboxUrl: mailbox.url, requests: people / 100 };
    const bare = await start<{ ms: number; bytes: number }>("bare-loop", input);
    await mailbox.stop();
    return { drain: people / (sent.ms / 1000), loop: people / (bare.answer.ms / 1000), bytes: bare.answer.bytes };
  });
  printTable(
    `Sending ${whole(people)} mails without a limit, ${whole(bytes / 1024)} KiB a batch (median of ${repeats})`,
    ["drain, mails/s", "bare SDK loop, mails/s", "drain as part of it"],
    [[whole(drain), whole(loop), percent(drain / loop)]],
  );
}

async function limited(server: DatabaseServer, limits: number[], seconds: number): Promise<void> {
  const rows: string[][] = [];
  for (const limit of limits) {
    const requests = limit * seconds + 1;
    const { spanMs, outcomes } = await sendAll(await owed(server, requests * 100), requests * 100, limit);
    // Those after the first, over the time from the first to the last.
    const reached = (requests - 1) / (spanMs / 1000);
    const refused = outcomes["rate-limited"] ?? 0;
    rows.push([`${limit}/s`, whole(requests), reached.toFixed(2), percent(reached / limit), whole(refused)]);
  }
  const head = ["limit", "requests of 100 mails", "requests/s", "of the limit", "answers 429"];
  printTable("Sending at a limit", head, rows);
}

/** A drain in a process of its own, with a mailbox of its own. */
export async function sendAll(url: string, people: number, limit: number | null): Promise<Drained> {
  const drained = await drainAll(url, limit);
  await expectAllSent(url, people);
  return drained;
}

async function drainAll(url: string, limit: number | null): Promise<Drained> {
  const mailbox = await startMailboxProcess(limit);
  try {
    return (await start<Drained>("drain", { url, mailboxUrl: mailbox.url })).answer;
  } finally {
    await mailbox.stop();
  }
}
