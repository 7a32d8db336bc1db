import { once } from "node:events";
import { connect } from "node:net";

/**
 * Asks for the same address over and over, on so many connections that are kept open, each waiting for its answer.
 * Gives the answers per second. Answers must be 200 and say their length; they are counted, not looked at.
 */
export async function load(url: string, { connections = 16, seconds = 5 } = {}): Promise<number> {
  const deadline = performance.now() + seconds * 1000;
  const started = performance.now();
  const counts = await Promise.all(Array.from({ length: connections }, () => askOver(new URL(url), deadline)));
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return answers / ((performance.now() - started) / 1000);
}

async function askOver({ hostname, port, pathname, host }: URL, deadline: number): Promise<number> {
  const request = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\n\r\n`;
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let answers = 0;
  let missing = 0;
  socket.write(request);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    missing = missing > 0 ? missing - chunk.length : bodyLength(chunk) - chunk.length;
    if (missing > 0) continue;
    answers += 1;
    if (performance.now() > deadline) break;
    socket.write(request);
  }
  socket.destroy();
  return answers;
}

/** Of an answer whose head is in its first chunk: how many bytes it has with its head. */
function bodyLength(chunk: Buffer): number {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200 ") || length === undefined) throw new Error(`Not to be counted: ${head}`);
  return end + 4 + Number(length);
}
