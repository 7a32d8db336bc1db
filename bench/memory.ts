import { growth } from "./measure.ts";
import { sendAll } from "./sending.ts";
import { startApp } from "./setup/app.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { owed } from "./setup/owed.ts";
import { mib, percent, printTable, whole } from "./table.ts";

/** The most memory (resident set) a Node process needs to send to, and to give evidence of, so many people. */
export async function memory(server: DatabaseServer, { people = [10_000, 100_000] } = {}) {
  const sent: number[] = [];
  const told: number[] = [];
  const rows: string[][] = [];
  for (const count of people) {
    const url = await owed(server, count);
    const { peakBytes, ms } = await sendAll(url, count, null);
    const evidence = await evidencePeak(url);
    sent.push(peakBytes);
    told.push(evidence.peakBytes);
    const { bytes, ms: took } = evidence;
    rows.push([
      whole(count),
      mib(peakBytes),
      whole(count / (ms / 1000)),
      mib(evidence.peakBytes),
      mib(bytes),
      (took / 1000).toFixed(1),
    ]);
  }
  rows.push(["growth", percent(growth(sent)), "", percent(growth(told)), "", ""]);
  const head = [
    "recipients",
    "peak of a drain",
    "mails/s",
    "peak of the evidence",
    "evidence as JSON",
    "streamed in, s",
  ];
  printTable("Memory on Node", head, rows);
}

/** Reads the evidence over HTTP, throwing it away as it comes. */
async function evidencePeak(url: string): Promise<{ peakBytes: number; bytes: number; ms: number }> {
  const app = await startApp(url);
  try {
    const started = performance.now();
    const { body } = await app.ask("GET", "/v1/change-sets/1/evidence");
    let bytes = 0;
    for await (const chunk of body ?? []) bytes += chunk.byteLength;
    const ms = performance.now() - started;
    return { bytes, ms, peakBytes: await app.peakBytes() };
  } finally {
    await app.stop();
  }
}
