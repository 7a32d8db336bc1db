import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sealed } from "../src/evidence/archive.ts";
import { readZip } from "../src/evidence/pack/read-zip.ts";
import { documentText } from "../src/evidence/pack/text.ts";
import { zipped } from "../src/evidence/pack/write-zip.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { importRegistry } from "../src/registry/move/import.ts";
import { MOVED } from "../src/registry/move/tables.ts";
import { bareDatabase } from "./setup/database.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { workplace } from "./setup/spr.ts";
import { filledStory } from "./upgrade/story.ts";

/** A registry is moved: everything out of it by `spr export --all`, and into an empty one by `spr import --all`. */

const NOW = "2026-12-20T09:00:00Z";

/** An archive with other files, and a manifest that says so; sealed anew by whoever has the secret. */
async function remade(
  archive: Buffer,
  change: (name: string, text: string) => string,
  secret?: string,
): Promise<Buffer> {
  const zip = readZip(archive);
  const { seal, ...manifest } = JSON.parse(zip.read("manifest.json").toString());
  async function* files() {
    for (const name of zip.names.filter((each) => each.startsWith("tables/")))
      yield { name, content: [change(name, zip.read(name).toString())] };
  }
  const pieces: Uint8Array[] = [];
  const at = new Date(NOW);
  const said = (sums: object) => {
    const unsealed = JSON.parse(change("manifest.json", documentText({ ...manifest, files: sums })));
    return secret === undefined ? { ...unsealed, seal } : sealed(unsealed, secret);
  };
  for await (const piece of zipped(files(), said, at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("moving a registry with rows in every table", () => {
  let from: Registry;
  let to: Registry;
  let archive: Buffer;
  let place: ReturnType<typeof workplace>;
  let said: { exit: number; err: string }[];
  let before: Record<string, string>;
  const ends: (() => unknown)[] = [];
  const atEnd = (end: () => unknown) => ends.push(end);
  const secret = () => ({ tokenSecret: to.deps.config.tokenSecret });
  const take = (bytes: Buffer, r: Registry = to) =>
    importRegistry({ db: r.deps.db, clock: r.deps.clock, config: secret() }, bytes);

  beforeAll(async () => {
    from = await filledStory({ atEnd: (end) => atEnd(end) });
    from.setTime(NOW);
    await from.json("POST", "/v1/vendors?effectiveOn=2027-06-30", 201, {
      key: await from.key("write"),
      body: vendor(),
    });
    const { data } = await from.json("GET", "/v1/change-sets?state=draft", 200);
    await from.json("POST", `/v1/change-sets/${data[0].number}/approve`, 200);
    await from.json("POST", `/v1/change-sets/${data[0].number}/announce`, 200, { body: {} });
    place = workplace(from, atEnd);
    const { spr, cwd } = place;
    said = [await spr(["export", "--all", "--move", "--to", "all.zip"])];
    before = await from.stored();
    to = await registry({ atEnd: (end) => atEnd(end), now: "2026-12-20T10:00:00Z" });
    const env = { DATABASE_URL: to.appUrl, TOKEN_SECRET: from.deps.config.tokenSecret, NOW: "2026-12-20T10:00:00Z" };
    const there = (await import("node:fs")).readFileSync(`${cwd}/all.zip`);
    archive = there;
    said.push(await spr(["import", "--all", "all.zip"], { env }));
    return async () => {
      for (const end of ends) await end();
    };
  });

  test("every table is as it was, but for what opens something, and the log that says it arrived", async () => {
    expect(said).toMatchObject([{ exit: 0 }, { exit: 0, err: expect.stringContaining("Every chain holds") }]);
    const after = await to.stored();
    const same = Object.entries(MOVED).filter(
      ([name, how]) => how !== "stays" && !["api_keys", "audit_log"].includes(name),
    );
    for (const [name] of same) expect(after[name], name).toBe(before[name]);
    const empty = await from.rows("select md5('') as hash");
    for (const [name, how] of Object.entries(MOVED))
      if (how === "stays" && name !== "sender") expect(after[name], name).toBe(empty[0]?.hash);
    const [last] = (await to.json("GET", "/v1/audit?limit=1", 200)).data;
    expect(last).toMatchObject({ action: "organisation.arrived", actor: "system" });
    expect(await to.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
    const keys = (await to.json("GET", "/v1/api-keys", 200)).data;
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.filter(({ revokedAt }: { revokedAt: string | null }) => revokedAt === null)).toEqual([]);
  });

  test("no secret is in the archive, and what it says of itself is so", async () => {
    const zip = readZip(archive);
    const keys = zip.read("tables/api_keys-00001.jsonl").toString();
    for (const { hash } of await from.rows("select hash from api_keys")) expect(keys).not.toContain(String(hash));
    expect(zip.names.filter((name) => /session|sign_in|idempotency/.test(name))).toEqual([]);
    expect(JSON.parse(zip.read("manifest.json").toString())).toMatchObject({
      format: "registry-archive/1",
      madeAt: expect.any(String),
    });
    expect((await from.json("GET", "/v1/audit?limit=1", 200)).data[0]).toMatchObject({
      action: "organisation.exported",
    });
  });

  test("what was owed and not sent is sent once: from the new place, when somebody resumes it there", async () => {
    const sent: string[] = [];
    const mailer: Mailer = {
      send: async ({ mails }, key) => {
        sent.push(key);
        return {
          outcome: {
            kind: "accepted",
            mails: Array.from({ length: mails }, (_, index) => ({ emailId: `${key}-${index}` })),
          },
          limits: NO_LIMITS,
        };
      },
    };
    const both = async () => {
      for (const r of [from, to]) await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
    };
    const owed = (await from.json("GET", "/v1/sending", 200)).pending.deliveries;
    expect(owed).toBeGreaterThan(0);
    await both();
    expect(sent).toEqual([]);
    expect(await to.json("GET", "/v1/sending", 200)).toMatchObject({
      state: "held",
      held: { because: "arrived" },
      pending: { deliveries: owed },
    });
    await to.json("POST", "/v1/sending/resume", 200);
    await both();
    expect(new Set(sent).size).toBe(sent.length);
    expect((await to.json("GET", "/v1/sending", 200)).pending.deliveries).toBe(0);
    expect((await from.json("GET", "/v1/sending", 200)).pending.deliveries).toBe(owed);
    expect(await to.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  });

  test("an archive is taken in by an empty registry alone, and by one with the same secret and the same migrations", async () => {
    await expect(take(archive)).rejects.toMatchObject({ slug: "not-an-empty-registry" });
    const r = await registry({ now: NOW });
    const nothing = await r.stored();
    const other = {
      db: r.deps.db,
      clock: r.deps.clock,
      config: { tokenSecret: "another secret, 32 characters or more" },
    };
    await expect(importRegistry(other, archive)).rejects.toThrow("TOKEN_SECRET is not the one");
    const older = await remade(archive, (name, text) =>
      name === "manifest.json" ? text.replace(/"migration": ?"[^"]*"/, '"migration":"0000_registry"') : text,
    );
    await expect(take(older, r)).rejects.toThrow("0000_registry");
    await expect(take(archive.subarray(0, -10), r)).rejects.toThrow("cut off");
    expect(await r.stored()).toEqual(nothing);
  });

  test("an archive is verified without a registry, and what was changed in it is said", async () => {
    const verified = (name: string, TOKEN_SECRET: string) => place.spr(["verify", name], { env: { TOKEN_SECRET } });
    const { tokenSecret } = secret();
    expect(await verified("all.zip", tokenSecret)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(
        /ok {5}\d+ files are as[\s\S]*ok {5}nobody has changed it[\s\S]*not checked: the chains/,
      ),
    });
    expect(await verified("all.zip", "")).toMatchObject({ exit: 0, out: expect.stringContaining("checked: its seal") });
    const changed = await remade(archive, (name, text) => (name.startsWith("tables/users-") ? `${text}\n` : text));
    place.write("changed.zip", changed);
    expect(await verified("changed.zip", tokenSecret)).toMatchObject({
      exit: 1,
      err: expect.stringContaining("somebody has changed it"),
    });
    const byte = Buffer.from(archive);
    byte[100] = (byte[100] ?? 0) ^ 1;
    place.write("byte.zip", byte);
    expect(await verified("byte.zip", "")).toMatchObject({ exit: 1, err: expect.stringContaining("does not verify") });
  });

  test("a database that was not migrated, or that nobody can reach, is said in words that name no host", async () => {
    const bare = await bareDatabase();
    onTestFinished(bare.giveBack);
    const into = (DATABASE_URL: string) =>
      place.spr(["import", "--all", "all.zip"], { env: { DATABASE_URL, TOKEN_SECRET: secret().tokenSecret } });
    expect(await into(bare.url)).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/has no tables yet: run `npm run migrate` first\.\n$/),
    });
    expect(await into("postgres://owner:x@127.0.0.1:1/registry")).toMatchObject({
      exit: 1,
      err: "The database cannot be reached: check DATABASE_URL, and that it is running.\n",
    });
    const gone = new URL(bare.url);
    gone.pathname = "/gone";
    expect(await into(gone.href)).toMatchObject({ exit: 1, err: expect.stringMatching(/^There is no such database/) });
  });

  test("an archive in which somebody has changed a record is refused whole, whatever its manifest says", async () => {
    const r = await registry({ now: NOW });
    const nothing = await r.stored();
    // No chain has these; the seal of the manifest has.
    for (const table of ["users", "contacts", "customers", "organisation", "changes", "imports"]) {
      const changed = await remade(archive, (name, text) => (name.startsWith(`tables/${table}-`) ? `${text}\n` : text));
      await expect(take(changed, r), table).rejects.toThrow("somebody has changed it");
    }
    const unsealed = await remade(archive, (name, text) =>
      name === "manifest.json" ? text.replace('"sequence": ', '"sequence": 1') : text,
    );
    await expect(take(unsealed, r)).rejects.toThrow("somebody has changed it");
    // What is in it besides would be taken by nobody, and is there for no good.
    const zip = readZip(archive);
    const manifest = JSON.parse(zip.read("manifest.json").toString());
    async function* more() {
      for (const { name } of manifest.files) yield { name, content: [zip.read(name).toString()] };
      yield { name: "tables/users-00002.jsonl", content: ["{}\n"] };
    }
    const besides: Uint8Array[] = [];
    for await (const piece of zipped(more(), () => manifest, new Date(NOW))) besides.push(piece);
    await expect(take(Buffer.concat(besides), r)).rejects.toThrow(
      "users-00002.jsonl is in it, and not in its manifest",
    );
    const { tokenSecret } = secret();
    const forged = await remade(
      archive,
      (name, text) => (name.startsWith("tables/snapshots") ? text.replace("acme", "evil") : text),
      tokenSecret,
    );
    await expect(take(forged, r)).rejects.toThrow("records do not hold");
    const shorter = await remade(
      archive,
      (name, text) => (name.startsWith("tables/audit_log") ? text.split("\n").slice(0, -2).join("\n") : text),
      tokenSecret,
    );
    await expect(take(shorter, r)).rejects.toThrow("log does not end");
    expect(await r.stored()).toEqual(nothing);
  });
});
