import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { yamlOf } from "../../src/cli/list-yaml.ts";
import { ListFile } from "../../src/imports/list-file.ts";
import { createApiKey } from "../../src/registry/users/api-keys.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";
import { link } from "../setup/signing-in.ts";
import { workplace } from "../setup/spr.ts";

describe("with a registry", () => {
  let r: Registry;
  let place: ReturnType<typeof workplace>;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    r = await registry({ atEnd: (end) => ends.push(end) });
    place = workplace(r, (end) => ends.push(end));
    await r.organisation({ name: "Fernweh", privacyEmail: "privacy@fernweh.example" });
    await r.listed(
      vendor({ name: "Mill", country: "FR" }),
      vendor({ name: "Anvil" }, { key: "forge", name: "Forge", usedForTraining: "never" }),
      vendor({ name: "Loom" }),
    );
    return async () => {
      for (const end of ends) await end();
    };
  });

  test("the list that is exported is read back as no change", async () => {
    for (const form of ["json", "csv"]) {
      const exported = await place.spr(["export", "--form", form, "--to", `list.${form}`], {
        env: { SPR_API_KEY: "" },
      });
      expect(exported).toMatchObject({ exit: 0, out: "" });
      const read = await place.spr(["import", `list.${form}`]);
      expect(read, form).toMatchObject({ exit: 0, out: expect.stringMatching(/Nothing would change/) });
    }
  });

  test("pull writes the list with what is to come, by a schema that the registry serves, and needs no key", async () => {
    await r.json("PATCH", "/v1/vendors/mill?announce=true&effectiveOn=2027-02-01", 200, { body: { country: "DE" } });
    await r.json("DELETE", "/v1/vendors/loom?announce=true&effectiveOn=2027-02-01", 200);
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Drafted" }) });
    const first = await place.spr(["pull"], { env: { SPR_API_KEY: "" } });
    expect(first).toMatchObject({ exit: 0, out: "", err: expect.stringMatching(/has the list now: 2 vendors\.\n$/) });
    const text = place.read("subprocessors.yaml");
    const { vendors } = ListFile.parse(yamlOf(text, "list").toJS());
    expect(vendors).toMatchObject([
      { slug: "anvil", services: [{ key: "forge", usedForTraining: "never" }] },
      { slug: "mill", country: "DE" },
    ]);
    const [, schema = ""] = /^# yaml-language-server: \$schema=https:\/\/registry\.example(\/.*)\n/.exec(text) ?? [];
    expect(await r.json("GET", schema, 200)).toMatchObject({ title: expect.stringContaining("kept in a file") });
  });

  test("pull leaves a file that says the same to the byte, however it says it", async () => {
    await place.spr(["pull"]);
    const otherwise = place
      .read("subprocessors.yaml")
      .replace("slug: mill", "slug: mill # ours\n    identity: named")
      .replace("  - slug: anvil\n    name", "  - name");
    place.write("subprocessors.yaml", otherwise);
    expect(await place.spr(["pull"])).toMatchObject({ exit: 0, err: expect.stringContaining("was as the list is") });
    expect(place.read("subprocessors.yaml")).toBe(otherwise);
    place.write("subprocessors.yaml", otherwise.replace("country: DE", "country: IT"));
    await place.spr(["pull"]);
    // Of a vendor that has changed what goes without saying goes.
    expect(place.read("subprocessors.yaml")).toBe(otherwise.replace("    identity: named\n", ""));
  });

  test("pull keeps the ends of lines that a file has", async () => {
    await place.spr(["pull"]);
    const lines = place.read("subprocessors.yaml");
    const theirs = lines.replace("country: DE", "country: IT # theirs").replaceAll("\n", "\r\n");
    place.write("subprocessors.yaml", theirs);
    expect(await place.spr(["pull"])).toMatchObject({ exit: 0, err: expect.stringContaining("has the list now") });
    expect(place.read("subprocessors.yaml")).toBe(theirs.replace("IT # theirs", "DE # theirs"));
  });

  test("status says what waits, as text and as JSON", async () => {
    const { exit, out } = await place.spr(["status"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^Fernweh, https:\/\/registry\.example\nDrafts\n {2}\d+: Drafted\nAnnounced, and to come\n/);
    const told = JSON.parse((await place.spr(["status", "--format", "json"])).out);
    expect(told).toMatchObject({
      organisation: "Fernweh",
      drafts: [{ changes: [{ name: "Drafted" }] }],
      openResponses: 0,
    });
  });

  test("a file of another kind is read with its guesses told, and is a draft once they are confirmed", async () => {
    place.write("theirs.csv", "Vendor,Purpose,Location\nMailjet,Sends mail,France\nPeach,Payments,CA\n");
    const read = await place.spr(["import", "theirs.csv"]);
    expect(read.out).toMatch(/\+ Mailjet: material/);
    expect(read.out).toMatch(/\? Peach.*\n +\? \S+: CA was read as /);
    expect(read.out).toMatch(/Read, and sure:\n(.*\n)* {2}Mailjet: France was read as FR\n/);
    expect(read).toMatchObject({ exit: 3, err: expect.stringContaining("/console/imports/") });
    // What can be read in two ways is confirmed by nobody at once.
    expect(await place.spr(["import", "theirs.csv", "--confirm"])).toMatchObject({ exit: 3 });
    place.write("theirs.csv", "Vendor,Purpose,Location\nMailjet,Sends mail,France\nPeach,Payments,Canada?\n");
    const many = await place.spr(["import", "theirs.csv", "--confirm"]);
    expect(many).toMatchObject({ exit: 1, err: expect.stringContaining("must be 2 to remove them") });
    const confirmed = await place.spr(["import", "theirs.csv", "--confirm", "--allow-removals", "2"]);
    expect(confirmed, confirmed.err).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^Confirmed:\n {2}Peach: Canada\?? as CA \(.*\)\n[\s\S]*It is in change set \d+\.\n$/),
    });
    expect(await place.spr(["import", "gone.csv"])).toMatchObject({ exit: 1, err: expect.stringContaining("be read") });
    place.write("bad.xlsx", "no workbook");
    expect(await place.spr(["import", "bad.xlsx"])).toMatchObject({ exit: 1, err: expect.stringMatching(/^[A-Z]/) });
  });

  test("announce shows what it would mean, asks a person for the day and whether to, and does what was shown", async () => {
    const { data } = await r.json("GET", "/v1/change-sets?state=draft", 200);
    const number = data.find(({ changes }: { changes: { name: string }[] }) => changes[0]?.name === "Drafted").number;
    expect(await place.spr(["announce", `${number}`, "--yes"])).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/a person's/),
    });
    const { id } = await link(r, "announce");
    const { key } = await createApiKey(r.deps, `user:${id}`, { name: "Hers", scopes: ["announce"] });
    const announce = (...answers: string[]) =>
      place.spr(["announce", `${number}`], { env: { SPR_API_KEY: key }, answers });
    expect(await announce("soon")).toMatchObject({ exit: 1, err: expect.stringContaining('"soon" is no day') });
    const asked = await announce("2027-05-05", "no");
    expect(asked).toMatchObject({ exit: 1, err: "Nothing is announced.\n" });
    expect(asked.out).toMatch(
      / {2}Drafted: added, material\nEarliest day: 2026-12-22\nTo be told: 0 contacts, 0 followers\n/,
    );
    const done = await announce("", "yes");
    expect(done, done.err).toMatchObject({ exit: 0, out: expect.stringContaining("Announced for 2026-12-22: ") });
    expect(await announce("", "yes")).toMatchObject({ exit: 1, err: expect.stringContaining("announced already") });
    expect(await place.spr(["announce"])).toMatchObject({ exit: 64 });
  });

  test("what has to be accepted is said before anything is asked, and takes a reason", async () => {
    const body = {
      ...vendor({ name: "Far" }, { locations: [{ country: "US" }] }),
    };
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body });
    const { id } = await link(r, "announce");
    const { key } = await createApiKey(r.deps, `user:${id}`, { name: "Hers", scopes: ["announce"] });
    const announce = (more: string[], ...answers: string[]) =>
      place.spr(["announce", `${changeSet.number}`, ...more], { env: { SPR_API_KEY: key }, answers });
    const silent = await announce([], "", "");
    expect(silent).toMatchObject({ exit: 1, err: "Nothing is announced.\n" });
    expect(silent.out).toMatch(/To be accepted with a reason, or mended first:\n {2}\S/);
    const nobody = ["announce", `${changeSet.number}`, "--yes", "--on", "2027-05-05"];
    expect(await place.spr(nobody, { env: { SPR_API_KEY: key } })).toMatchObject({
      exit: 64,
      err: expect.stringContaining("say why by --accept"),
    });
    expect(await announce(["--accept", "a\u001b"])).toMatchObject({ exit: 64 });
    const done = await announce([], "The contract is on its way.", "2027-05-05", "yes");
    expect(done, done.err).toMatchObject({ exit: 0, out: expect.stringContaining("Announced for 2027-05-05") });
    const { data } = await r.json("GET", "/v1/audit?limit=5", 200);
    expect(JSON.stringify(data)).toContain("The contract is on its way.");
  });

  test("verify checks the registry's chains, and a file of evidence without it", async () => {
    expect(await place.spr(["verify"])).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^All of it holds: \d+ /),
    });
    const refused = await place.spr(["verify"], { env: { SPR_API_KEY: await r.key("write") } });
    expect(refused).toMatchObject({ exit: 1, out: "", err: expect.stringContaining("admin") });
    const pack = await r.get("/v1/change-sets/1/evidence.zip");
    place.write("evidence.zip", new Uint8Array(await pack.arrayBuffer()));
    expect(await place.spr(["verify", "evidence.zip"])).toMatchObject({
      exit: 0,
      out: expect.stringContaining("Everything is as it was recorded"),
    });
    expect(await place.spr(["verify", "subprocessors.yaml"])).toMatchObject({
      exit: 1,
      err: expect.stringContaining("not a zip archive"),
    });
  });
});

test("the first list is published by a person from the command line, once, and nobody is told", async () => {
  const r = await registry();
  const place = workplace(r, onTestFinished);
  await r.organisation({ name: "Fernweh", privacyEmail: "privacy@fernweh.example" });
  await r.follower("reader@customer.example");
  place.write(
    "subprocessors.yaml",
    "version: 1\nvendors:\n  - { name: Mill, services: [{ key: main, purpose: Grinds }] }\n",
  );
  expect(await place.spr(["apply", "--reference", "1"])).toMatchObject({ exit: 0 });
  const first = (key: string, ...answers: string[]) =>
    place.spr(["announce", "1", "--first"], { env: { SPR_API_KEY: key }, answers });
  expect(await first(r.adminKey, "yes")).toMatchObject({ exit: 1, err: expect.stringContaining("a person's") });
  const { id } = await link(r, "announce");
  const { key } = await createApiKey(r.deps, `user:${id}`, { name: "Hers", scopes: ["announce"] });
  const usual = await place.spr(["announce", "1"], { env: { SPR_API_KEY: key }, answers: ["", "no"] });
  expect(usual.out).toContain("spr announce 1 --first");
  expect(await first(key, "no")).toMatchObject({ exit: 1, err: "Nothing is published.\n" });
  const done = await first(key, "yes");
  expect(done, done.err).toMatchObject({ exit: 0, out: expect.stringContaining("Published as the first list: ") });
  await r.drain();
  expect(await r.messages("reader@customer.example")).toEqual([]);
  expect(await r.json("GET", "/subprocessors.json", 200)).toMatchObject({ vendors: [{ slug: "mill" }] });
  expect(await first(key, "yes")).toMatchObject({ exit: 1 });
});

describe("what is wrong is said in words", () => {
  const nowhere = {
    app: { request: () => Promise.reject(new TypeError("fetch failed")) },
    adminKey: `spr_${"0".repeat(36)}`,
  };
  const spr = (
    args: string[],
    env: Record<string, string> = {},
    answer?: (input: unknown) => Promise<Response>,
    list = "",
  ) => {
    const ends: (() => void)[] = [];
    const place = workplace(nowhere as unknown as Registry, (end) => ends.push(end));
    place.write("subprocessors.yaml", list);
    const asked = answer ? { fetch: answer as typeof fetch } : {};
    return place.spr(args, { env, ...asked }).finally(() => {
      for (const end of ends) end();
    });
  };

  test.each<[string, string[], Record<string, string>, RegExp]>([
    ["no command", [], {}, /^$/],
    ["an unknown command", ["push"], {}, /^There is no command "push"/],
    ["an unknown option", ["pull", "--force"], {}, /'--force'.*See spr pull --help/],
    ["an argument too many", ["pull", "now"], {}, /"now"/],
    [
      "a number that is none",
      ["import", "subprocessors.yaml", "--allow-removals", "abc"],
      {},
      /--allow-removals must be a number/,
    ],
    ["a format that nobody reads", ["import", "subprocessors.yaml", "--format", "pdf"], {}, /no format "pdf".*xlsx/],
    ["a day that there is not", ["apply", "--reference", "1", "--on", "2027-02-30"], {}, /--on must be a date/],
    [
      "a reason that moves the cursor",
      ["apply", "--reference", "1", "--reason", "a\u001b"],
      {},
      /--reason must be UTF-8/,
    ],
    ["a reference without end", ["apply"], { GITHUB_SHA: "a".repeat(201) }, /--reference must be at most 200/],
    ["a draft that there cannot be", ["apply", "--reference", "1", "--change-set", "0"], {}, /--change-set must be/],
    ["removals without end", ["apply", "--reference", "1", "--allow-removals", "100001"], {}, /at most 100000/],
    ["a day of announcing that there is not", ["announce", "1", "--yes", "--on", "soon"], {}, /--on must be a date/],
    ["nobody to be asked", ["announce", "1", "--on", "2027-02-03"], {}, /^Nobody is here to be asked: say --yes/],
    ["a format that nobody writes", ["status", "--format", "xml"], {}, /no format "xml"/],
  ])("%s", async (_, args, env, said) => {
    expect(await spr(args, env)).toMatchObject({ exit: 64, err: expect.stringMatching(said) });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["no registry", { SPR_REGISTRY: "" }, /^Name the registry/],
    ["an address that is none", { SPR_REGISTRY: "ftp://x" }, /is no address/],
    ["a password in the address", { SPR_REGISTRY: "https://a:b@c.example" }, /no password/],
    ["a key that is none", { SPR_API_KEY: "secret" }, /^What SPR_API_KEY has is no API key/],
    ["a key's file that is not there", { SPR_API_KEY: "", SPR_API_KEY_FILE: "gone" }, /cannot be read/],
    ["a key without TLS", { SPR_REGISTRY: "http://list.example" }, /would be readable/],
    ["no key", { SPR_API_KEY: "" }, /^An API key is needed/],
  ])("%s", async (_, env, said) => {
    expect(await spr(["status"], env)).toMatchObject({ exit: 1, out: "", err: expect.stringMatching(said) });
  });

  const answering =
    (body: string, status: number, type: string, headers = {}) =>
    async () =>
      new Response(body, { status, headers: { "content-type": type, ...headers } });

  test.each<[string, () => Promise<Response>, RegExp]>([
    [
      "nothing there",
      () =>
        Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) })),
      /nothing listens there/,
    ],
    [
      "what nobody knows",
      () => Promise.reject(new TypeError("fetch failed")),
      /registry\.example cannot be asked: the connection failed\.\n/,
    ],
    [
      "what only the system knows",
      () => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "EPROTO" }) })),
      /the connection failed \(EPROTO\)/,
    ],
    [
      "no answer in time",
      () => Promise.reject(new DOMException("late", "TimeoutError")),
      /did not answer within 60 seconds/,
    ],
    ["another site", answering("<html>", 404, "text/html"), /no registry.*404 \(text\/html\)/],
    ["a page instead of JSON", answering("<html>", 200, "text/html"), /not JSON/],
    [
      "an address that leads on",
      answering("", 301, "text/html", { location: "https://new.example/" }),
      /leads on to https:\/\/new\.example/,
    ],
    [
      "a refusal",
      answering(
        JSON.stringify({
          type: "/problems/x",
          title: "Not now",
          detail: "Because.",
          errors: [{ pointer: "/name", detail: "must be" }],
        }),
        422,
        "application/problem+json",
      ),
      /^Not now\.\nBecause\.\n {2}\/name: must be\n$/,
    ],
    [
      "a limit",
      answering(JSON.stringify({ title: "Too many" }), 429, "application/problem+json", { "retry-after": "10" }),
      /Try again in 10 seconds/,
    ],
    [
      "a refusal that would move the cursor",
      answering(JSON.stringify({ title: "\u001b[2J" }), 422, "application/problem+json"),
      /^\ufffd\[2J\.\n$/,
    ],
  ])("%s", async (_, answer, said) => {
    expect(await spr(["status"], {}, answer)).toMatchObject({ exit: 1, out: "", err: expect.stringMatching(said) });
  });

  test("a file that is not there, one that is no list, and what in one would move the cursor", async () => {
    expect(await spr(["import", "--all", "gone.zip"])).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/gone\.zip cannot be read\.\n$/),
    });
    expect(await spr(["import", "--all", "."])).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/cannot be read\.\n$/),
    });
    const large = await spr(["import", "subprocessors.yaml"], {}, undefined, "a".repeat(5_000_001));
    expect(large).toMatchObject({ exit: 1, err: expect.stringContaining("and no more than 5000000 are taken") });
    const list = JSON.stringify({ organisation: { name: "x" }, vendors: [], upcoming: [] });
    const compose = "services:\n  web: { image: x }\n";
    const pulled = await spr(["pull"], {}, answering(list, 200, "application/json"), compose);
    expect(pulled).toMatchObject({ exit: 1, err: expect.stringContaining("is no list of subprocessors, and stays") });
    const keyed = await spr(["plan"], {}, undefined, 'version: 1\nvendors: []\n"a\\e[2J\\a\\r": 1\n');
    expect(keyed).toMatchObject({ exit: 1, err: expect.stringContaining("/a\ufffd[2J\ufffd\ufffd: is not a field") });
  });

  test("an archive is written where nothing is under way, and all of it came", async () => {
    const sending = (state: string) => ({ state, pending: { deliveries: 0 }, uncertain: { deliveries: 0 } });
    const ended = (state: string, zip: string, ...more: string[]) =>
      spr(["export", "--all", "--to", "all.zip", ...more], {}, async (input) =>
        String(input).endsWith("/v1/export") ? new Response(zip) : Response.json(sending(state)),
      );
    const zip = `PK\u0005\u0006${"\0".repeat(18)}`;
    expect(await ended("sending", zip, "--move")).toMatchObject({
      exit: 1,
      err: expect.stringContaining("nothing is written"),
    });
    expect(await ended("held", "ZIP", "--move")).toMatchObject({
      exit: 1,
      err: expect.stringContaining("no whole zip"),
    });
    const states = ["sending", "sending", "held"];
    const waited = await spr(["export", "--all", "--move", "--to", "all.zip"], {}, async (input) =>
      String(input).endsWith("/v1/export") ? new Response(zip) : Response.json(sending(states.shift() ?? "idle")),
    );
    expect(waited).toMatchObject({ exit: 0, err: expect.stringContaining("what is under way ends within a minute") });
    expect(states).toEqual([]);
    expect(await ended("held", zip)).toMatchObject({ exit: 0, err: expect.stringContaining("Sending is held here.") });
    expect(await ended("idle", zip)).toMatchObject({ exit: 0, err: expect.stringContaining("Sending goes on here.") });
  });

  test("JSON that is no registry's, whatever is asked", async () => {
    const list = "version: 1\nvendors: []\n";
    const commands = [
      "status",
      "pull",
      "plan",
      "apply --reference 1",
      "import subprocessors.yaml",
      "announce 1 --yes",
      "verify",
    ];
    for (const asked of [...commands, "export --all --move --to all.zip"])
      for (const answer of ["{}", "null", "[]", '{"data":{},"vendors":[{}],"upcoming":[null]}']) {
        const ended = await spr(asked.split(" "), {}, answering(answer, 200, "application/json"), list);
        expect(ended, `${asked}: ${answer}`).toMatchObject({
          exit: 1,
          err: expect.stringContaining("is no registry: "),
        });
      }
  });
});

test("every command says what it does, as a process of its own that starts without the server", async () => {
  const run = promisify(execFile);
  const root = new URL("../..", import.meta.url).pathname;
  const spr = (...args: string[]) =>
    run(process.execPath, ["src/cli/spr.ts", ...args], { cwd: root, env: { PATH: process.env.PATH } });
  const { stdout } = await spr("--help");
  const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = ""]) => name);
  expect(names).toEqual(expect.arrayContaining(["pull", "status", "verify"]));
  for (const name of names) {
    const said = (await spr(name, "--help")).stdout.split("\n\n");
    expect(said).toEqual([
      expect.stringMatching(`^spr ${name}\\b`),
      expect.stringMatching(/\.$/),
      expect.stringContaining("--help"),
    ]);
  }
  await expect(spr("status")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Name the registry") });
});

test("Ctrl-C ends a command with 130 and in words, and leaves no file half written", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "spr-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, "subprocessors.yaml"), "version: 1\nvendors: []\n");
  let asked = () => {};
  // It begins an answer that never ends.
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/zip" });
    response.write("PK");
    asked();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const env = {
    PATH: process.env.PATH,
    SPR_REGISTRY: `http://127.0.0.1:${port}`,
    SPR_API_KEY: `spr_${"0".repeat(36)}`,
  };
  const program = new URL("../../src/cli/spr.ts", import.meta.url).pathname;
  for (const args of [["pull"], ["plan"], ["apply", "--reference", "1"], ["export", "--to", "list.json"], ["status"]]) {
    const isAsked = new Promise<void>((done) => {
      asked = done;
    });
    const child = spawn(process.execPath, [program, ...args], { cwd, env });
    const said: string[] = [];
    child.stderr.on("data", (piece) => said.push(String(piece)));
    await isAsked;
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, said: said.join("") }, args.join(" ")).toEqual({
      code: 130,
      said: expect.stringMatching(/^\nStopped\. [^\n]+\n$/),
    });
    expect(readdirSync(cwd)).toEqual(["subprocessors.yaml"]);
    expect(readFileSync(join(cwd, "subprocessors.yaml"), "utf8")).toBe("version: 1\nvendors: []\n");
  }
});
