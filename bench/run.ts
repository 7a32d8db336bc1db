import { cpus } from "node:os";
import { calls } from "./calls.ts";
import { clock } from "./clock.ts";
import { memory } from "./memory.ts";
import { owing } from "./owing.ts";
import { page } from "./page.ts";
import { sending } from "./sending.ts";
import { startDatabaseServer } from "./setup/database.ts";
import { transfers } from "./transfers.ts";
import { workerd } from "./workerd.ts";

const parts = { owing, clock, sending, memory, workerd, page, transfers, calls };

/** Runs the benches, or those named, one after another against one PostgreSQL. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  const wanted = Object.entries(parts).filter(([name]) => names.length === 0 || names.includes(name));
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? "unknown"}`);
  const server = await startDatabaseServer();
  try {
    for (const [, part] of wanted) await part(server);
  } finally {
    await server.stop();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
