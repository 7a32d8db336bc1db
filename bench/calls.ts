import { median } from "./measure.ts";
import { type App, startApp } from "./setup/app.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { LARGE, makeLarge } from "./setup/large.ts";
import { printTable, whole } from "./table.ts";

/**
 * Every call people and machines wait for, over HTTP, of a large registry. Beside each the most it should take on a
 * quiet machine of two cores, in milliseconds; the health check, asked in the same round, is the least a call takes.
 */
export async function calls(server: DatabaseServer, { repeats = 20 } = {}) {
  const app = await startApp(await server.fresh());
  try {
    const start = performance.now();
    const made = await makeLarge(app);
    const madeIn = performance.now() - start;
    const { changeSet } = await app.json("POST", "/v1/vendors", { ...NEWCOMER, name: "Newcomer" });
    const draft = changeSet.number;
    const steps: [string, number, number][] = [
      ["the 300th vendor into a draft", made.lastVendor, 80],
      ["import of 60,000 lines", made.import, 6000],
      ["the same file again", made.importAgain, 2000],
    ];
    const rows = steps.map(([name, ms, most]) => [name, whole(ms), whole(ms), "", whole(most)]);
    let edits = 0;
    const edit = () => {
      edits += 1;
      return edits;
    };
    const timedCalls: [string, number, () => Promise<unknown>][] = [
      ["/", 50, () => app.read("/")],
      ["/changes", 50, () => app.read("/changes")],
      ["/subprocessors.json", 50, () => app.read("/subprocessors.json")],
      ["/openapi.json", 50, () => app.read("/openapi.json")],
      ["/v1/vendors", 50, () => app.read("/v1/vendors")],
      ["/v1/vendors/{slug}", 50, () => app.read("/v1/vendors/vendor-7")],
      ["/v1/change-sets", 50, () => app.read("/v1/change-sets")],
      ["a change set", 50, () => app.read("/v1/change-sets/400")],
      ["its preview", 50, () => app.read(`/v1/change-sets/${draft}/preview`)],
      ["/v1/customers", 50, () => app.read("/v1/customers")],
      ["/v1/subscribers", 30, () => app.read("/v1/subscribers")],
      ["/v1/responses", 50, () => app.read("/v1/responses")],
      ["/v1/sending", 50, () => app.read("/v1/sending")],
      ["/v1/findings", 50, () => app.read("/v1/findings")],
      ["/v1/transfers", 50, () => app.read("/v1/transfers")],
      ["/v1/transfers?without=", 300, () => app.read("/v1/transfers?without=eu-us-dpf")],
      ["/v1/audit", 50, () => app.read("/v1/audit")],
      ["an edit of a draft", 50, () => app.json("PATCH", "/v1/vendors/vendor-9", { website: site(edit()) })],
      ["a customer put", 50, () => app.json("PUT", `/v1/customers/one-${edit()}`, customer(edits))],
      ["evidence of a set that reached nobody", 50, () => app.read("/v1/change-sets/400/evidence")],
    ];
    /** After everybody was told: what is proved is as much as there are deliveries. */
    const proofs: typeof timedCalls = [
      ["/v1/audit/verify, 60,000 told", 3000, () => app.read("/v1/audit/verify")],
      ["the same from its last head, written in this hour", 3000, () => app.read(`/v1/audit/verify?from=${head}`)],
      ["evidence of the set, its first byte", 50, () => firstByte(app, `/v1/change-sets/${draft}/evidence`)],
      ["evidence of the set, whole", 3000, () => app.read(`/v1/change-sets/${draft}/evidence`)],
      ["/v1/sending, 60,000 to send", 50, () => app.read("/v1/sending")],
    ];
    let head = "";
    for (const [name, most, call] of [...timedCalls, ...proofs]) {
      if (name === proofs[0]?.[0]) {
        await app.announce(draft);
        head = JSON.parse(await app.read("/v1/audit/verify")).head.hash;
      }
      const [times, least]: [number[], number[]] = [[], []];
      for (let round = 0; round < (most > 1000 ? 3 : repeats) + 1; round += 1) {
        least.push(await timed(() => app.read("/healthz")));
        times.push(await timed(call));
      }
      // The first is of a cold process.
      const warm = times.slice(1);
      rows.push([name, whole(median(warm)), whole(Math.max(...warm)), median(least.slice(1)).toFixed(1), whole(most)]);
    }
    const size = `${whole(LARGE.vendors)} vendors, ${whole(LARGE.sets)} sets, ${whole(LARGE.customers)} customers, ${whole(LARGE.contacts)} contacts`;
    printTable(
      `Calls of a large registry: ${size}, made in ${whole(madeIn / 1000)} s`,
      ["call", "p50, ms", "max, ms", "/healthz, ms", "at most, ms"],
      rows,
    );
  } finally {
    await app.stop();
  }
}

const NEWCOMER = {
  services: [{ purpose: "Chat", locations: [{ country: "US" }], dataCategories: ["Contact data"] }],
};

const site = (edit: number) => `https://vendor-9.example/edited/${edit}`;

const customer = (edit: number) => ({ name: `One ${edit}`, contacts: [{ email: `person@one-${edit}.example` }] });

async function firstByte(app: App, path: string): Promise<void> {
  const reader = (await app.ask("GET", path)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}
