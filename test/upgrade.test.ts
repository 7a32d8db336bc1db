import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { migrateDatabase } from "../src/db/migrate.ts";
import { FORMATS } from "../src/evidence/pack/readme.ts";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { sha256 } from "../src/model/values/hash.ts";
import { VendorDocument } from "../src/model/vendor/vendor-document.ts";
import { bareDatabase } from "./setup/database.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { dump, migrateUntil, migrations, restore } from "./upgrade/dump.ts";
import { filledStory } from "./upgrade/story.ts";

/**
 * What a version has written, later versions read. Each file of `upgrade/dumps` (gzipped SQL) has every row of a
 * registry, as the product wrote it when the migration it is named for was the newest. It is made once, when a version
 * is released that has a new migration, and stays as it is: DUMP=yes npm test -- test/upgrade.test.ts
 */
const dumps = join(import.meta.dirname, "upgrade/dumps");

/** The product of today on a database as a dump has it, brought up to date. */
async function upgraded(dumped: string, tag: string): Promise<Registry> {
  const database = await bareDatabase();
  await migrateUntil(database.url, tag);
  await restore(database.url, dumped);
  await migrateDatabase(database.url);
  return registry({ database, now: "2026-12-20T09:00:00Z" });
}

/** A pack as it was written in the third format; null of one whose customers have what that could not say. */
function asThird(pack: Buffer): Buffer | null {
  const files = Object.fromEntries(
    Object.entries(unzipSync(pack)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );
  const { "customers.json": customers = "", "manifest.json": manifest = "", SHA256SUMS: _, ...rest } = files;
  if (/"periods":\{/.test(customers)) return null;
  const third = {
    ...rest,
    "customers.json": customers.replaceAll('"periods":null,', "").replaceAll('"awaits-approval"', '"continues"'),
    "README.txt": FORMATS["subprocessor-evidence/3"].readmeOf({ number: 0, announcedAt: null, organisation: "" }),
  };
  const sums = Object.entries(third).map(([name, content]) => {
    return { name, bytes: Buffer.byteLength(content), sha256: sha256(content) };
  });
  const listed = { ...JSON.parse(manifest), format: "subprocessor-evidence/3", files: sums };
  const made = `${JSON.stringify(listed, null, 2)}\n`;
  const all = [...sums, { name: "manifest.json", sha256: sha256(made) }];
  const contents = {
    ...third,
    "manifest.json": made,
    SHA256SUMS: all.map((each) => `${each.sha256}  ${each.name}\n`).join(""),
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)]))),
  );
}

async function expectProof(r: Registry): Promise<void> {
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  const { data } = await r.json("GET", "/v1/change-sets?limit=100", 200);
  const told = data.filter(({ state }: { state: string }) => state !== "draft");
  expect(told.length).toBeGreaterThan(1);
  for (const { number } of told) {
    const pack = Buffer.from(await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer());
    expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong, `set ${number}`).toBeNull();
    // So was it written before what dates follow from was recorded.
    const former = asThird(pack);
    if (former) expect((await verifyPack(former, r.deps.config.tokenSecret)).wrong, `set ${number}`).toBeNull();
  }
}

test("every row the product writes is in a dump, and is restored as it was", async () => {
  const r = await filledStory();
  const [dumped, tags] = [await dump(r.db), await migrations()];
  const newest = tags.at(-1) ?? "";
  if (process.env.DUMP) await writeFile(join(dumps, `${newest}.sql.gz`), gzipSync(dumped, { level: 9 }));
  const restored = await upgraded(dumped, newest);
  expect(await restored.stored()).toEqual(await r.stored());
  await expectProof(restored);
});

test("a database of each earlier version is brought up to date, proves what it did, and goes on", async () => {
  const tags = (await readdir(dumps)).map((name) => name.replace(".sql.gz", ""));
  expect(tags).toContain((await migrations())[0]);
  for (const tag of tags) {
    const r = await upgraded(gunzipSync(await readFile(join(dumps, `${tag}.sql.gz`))).toString(), tag);
    await expectProof(r);
    // Nothing rewrites a stored document: with a default, a field added later would be told at the next edit of each.
    for (const { before, after } of await r.rows("select before, after from changes"))
      for (const document of [before, after].filter(Boolean)) expect(VendorDocument.parse(document)).toEqual(document);
    const { changes } = await r.json("GET", "/v1/change-sets/1", 200);
    expect(await (await r.get("/", { key: null })).text(), tag).toContain(changes[0].after.name);

    const key = await r.key("write");
    const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-06-30", 201, { key, body: vendor() });
    await r.json("POST", `/v1/change-sets/${changeSet.number}/approve`, 200);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
    await r.drain();
    expect((await r.messages()).length, tag).toBeGreaterThan(0);
    await expectProof(r);
  }
});
