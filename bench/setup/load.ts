import { once } from "node:events";
import { connect } from "node:net";

type Asked = { connections?: number; seconds?: number; ifNoneMatch?: string | undefined };

/** Answers per second, and how long at most 99 of 100 took, in milliseconds. */
export type Answered = { perSecond: number; p99: number };

/**
 * Asks for the same address over and over, on so many connections that are kept open, each waiting for its answer. Answers
 * are counted, not looked at. Fails unless each is 200 and says its length, or 304 where `ifNoneMatch` is sent.
 */
export async function load(url: string, { connections = 16, seconds = 5, ifNoneMatch }: Asked = {}): Promise<Answered> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const known = ifNoneMatch === undefined ? "" : `if-none-match: ${ifNoneMatch}\r\n`;
  const request = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${known}\r\n`;
  const started = performance.now();
  const deadline = started + seconds * 1000;
  const took: number[] = [];

  async function askOver(): Promise<void> {
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    let missing = 0;
    let asked = performance.now();
    socket.write(request);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      missing = (missing > 0 ? missing : answerLength(chunk, known ? 304 : 200)) - chunk.length;
      if (missing > 0) continue;
      const now = performance.now();
      took.push(now - asked);
      if (now > deadline) break;
      asked = now;
      socket.write(request);
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: connections }, askOver));
  const perSecond = took.length / ((performance.now() - started) / 1000);
  took.sort((a, b) => a - b);
  return { perSecond, p99: took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN };
}

/** How many bytes an answer has with its head, which is in its first chunk. */
function answerLength(chunk: Buffer, status: number): number {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, end);
  const length = status === 304 ? "0" : /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith(`HTTP/1.1 ${status} `) || length === undefined) throw new Error(`Not to be counted: ${head}`);
  return end + 4 + Number(length);
}
