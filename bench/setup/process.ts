import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Child<Answer> = {
  /** What it sent first: where it listens, or what it measured. */
  answer: Answer;
  pid: number;
  /** Asks it for another message. */
  ask<Answer>(): Promise<Answer>;
  stop(): Promise<void>;
};

/**
 * Runs `bench/processes/<name>.ts`, bundled as the server is, in a Node process of its own, with `input` as its first
 * argument, and waits for its one message. Rejects when it ends without one.
 */
export async function start<Answer>(name: string, input: object = {}, flags: string[] = []): Promise<Child<Answer>> {
  const path = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const child = fork(path, [JSON.stringify(input)], {
    execArgv: flags,
    env: { ...process.env, NODE_ENV: "production" },
  });
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`${name} ended with ${code} before it answered`);
  });
  const [answer] = (await Promise.race([once(child, "message"), died])) as [Answer];
  died.catch(() => {}); // from here on it may end
  return { answer, pid: child.pid ?? 0, ask: () => ask(child), stop: () => stop(child) };
}

async function ask<Answer>(child: ChildProcess): Promise<Answer> {
  const answered = once(child, "message");
  child.send({});
  const [answer] = await answered;
  return answer as Answer;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** In such a process: what it was asked for. */
export const input = <Input>(): Input => JSON.parse(process.argv[2] ?? "{}");

/** In such a process: tells its one message. */
export const tell = (message: object): void => {
  process.send?.(message);
};

/** In such a process: the CPU time it has taken, in microseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
