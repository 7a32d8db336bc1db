import { writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Commit, commits, type Point } from "./points.ts";

/**
 * Loaded into the real server ahead of its own code, which knows nothing of it: ends the process at the point KILL_AT
 * names, the KILL_ON-th time it comes there, having written the point's name to KILL_FILE. It sees the server from
 * outside alone, by what it says to PostgreSQL and to the provider. With KILL_SIGNAL=SIGSTOP it is stopped instead,
 * and goes on from that very point at SIGCONT.
 */

const { KILL_AT, KILL_ON = "1", KILL_FILE = "", KILL_SIGNAL = "SIGKILL" } = process.env;

let left = Number(KILL_ON);

/** Counts one passage of a point; at the last of them this process does not come back from here. */
function pass(point: Point): void {
  if (point !== KILL_AT) return;
  left -= 1;
  if (left === 0) end();
}

function end(): void {
  writeFileSync(KILL_FILE, KILL_AT ?? "");
  flushCompileCache(); // the next server starts on what this one has compiled
  process.kill(process.pid, KILL_SIGNAL);
}

const isNext = (point: Point) => point === KILL_AT && left === 1;

/** One connection to PostgreSQL: its prepared statements by name, and the statements of the transaction it is in. */
type Session = { prepared: Map<string, string>; transaction: string[] | null };

const sessions = new WeakMap<Socket, Session>();
const requests = new WeakSet<Socket>();
const write = Socket.prototype.write;

Socket.prototype.write = function (this: Socket, chunk: unknown, ...rest: unknown[]): boolean {
  const session = sessions.get(this);
  if (session && Buffer.isBuffer(chunk)) {
    for (const sql of statementsIn(chunk, session.prepared)) follow(this, session, sql);
  } else if (isStartup(chunk)) {
    sessions.set(this, { prepared: new Map(), transaction: null });
  } else if (requests.delete(this)) {
    const half = sendHalf(this, Buffer.from(chunk as Uint8Array));
    return Reflect.apply(write, this, [half, ...rest]);
  } else if (String(chunk).startsWith("POST /emails/batch ")) {
    requests.add(this);
  }
  return Reflect.apply(write, this, [chunk, ...rest]);
};

/** The first message of PostgreSQL's protocol 3.0, the only one without a type. */
function isStartup(chunk: unknown): boolean {
  return Buffer.isBuffer(chunk) && chunk.length >= 8 && chunk.readInt32BE(4) === 196_608;
}

/** The SQL that a piece of the conversation has executed; each piece is whole messages (type, length, fields). */
function* statementsIn(chunk: Buffer, prepared: Map<string, string>): Generator<string> {
  for (let at = 0; at + 5 <= chunk.length; at += 1 + chunk.readInt32BE(at + 1)) {
    const fields = chunk.toString("utf8", at + 5, at + 1 + chunk.readInt32BE(at + 1));
    const [first = "", second = ""] = fields.split("\0", 2);
    const type = String.fromCharCode(chunk[at] ?? 0);
    if (type === "P") prepared.set(first, second);
    if (type === "B") yield prepared.get(second) ?? "";
    if (type === "Q") yield first;
  }
}

function follow(socket: Socket, session: Session, sql: string): void {
  const [verb = ""] = sql.trimStart().toLowerCase().split(/\s/);
  if (verb === "begin") {
    session.transaction = [];
  } else if (verb === "commit") {
    commitOf(socket, (session.transaction ?? []).join("\n"), "COMMIT\0");
    session.transaction = null;
  } else if (verb === "rollback" && !sql.includes("to ")) {
    session.transaction = null;
  } else if (session.transaction) {
    session.transaction.push(sql);
  } else {
    commitOf(socket, sql, `${verb.toUpperCase()} `); // outside a transaction a statement is its own
  }
}

/** About to be sent: PostgreSQL answers `done` when it has committed. */
function commitOf(socket: Socket, sql: string, done: string): void {
  const names = Object.keys(commits) as Commit[];
  const commit = names.find((name) => commits[name].test(sql));
  if (!commit) return;
  pass(`before ${commit}`);
  const listen = (answer: Buffer) => {
    if (!answer.includes(done)) return;
    socket.off("data", listen);
    pass(`after ${commit}`);
  };
  socket.prependListener("data", listen); // ahead of the client, so that the server never learns of it
}

/** Sends the first half of a body, passes the point, and gives the other half. */
function sendHalf(socket: Socket, body: Buffer): Buffer {
  const middle = body.length >> 1;
  Reflect.apply(write, socket, [body.subarray(0, middle)]);
  socket.uncork();
  pass("with half of the request sent");
  return body.subarray(middle);
}

const call = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  if (!String(input).endsWith("/emails/batch")) return call(input, init);
  pass("before the call");
  const answer = call(input, init);
  if (isNext("when the provider has accepted and not answered")) await accepted(String(input), init);
  pass("when the provider has accepted and not answered");
  const response = await answer;
  if (isNext("when the provider has answered")) await response.clone().arrayBuffer();
  pass("when the provider has answered");
  return response;
};

/** Waits until the mailbox's record has the request, whose answer it was told to hold back. */
async function accepted(url: string, init: RequestInit | undefined): Promise<void> {
  const [mail] = JSON.parse(String(init?.body)) as { to: string }[];
  const key = new Headers(init?.headers).get("idempotency-key");
  const record = new URL(`/api/messages?to=${encodeURIComponent(mail?.to ?? "")}`, url);
  for (;;) {
    const { data } = (await (await call(record)).json()) as { data: { idempotencyKey: string }[] };
    if (data.some(({ idempotencyKey }) => idempotencyKey === key)) return;
    await sleep(10);
  }
}
