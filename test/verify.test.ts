import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { eventLink, owedLink } from "../src/evidence/chain.ts";
import { mailPlaces } from "../src/evidence/pack/mail-places.ts";
import { readZip, Unusable } from "../src/evidence/pack/read-zip.ts";
import { FORMAT, FORMATS } from "../src/evidence/pack/readme.ts";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { MOST_FILES, packed } from "../src/evidence/pack/write-zip.ts";
import { canonicalJson, sha256 } from "../src/model/values/hash.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { releasedStory } from "./setup/released.ts";
import { toldStory } from "./setup/told.ts";
import { runVerify } from "./setup/verify.ts";

const ends: (() => Promise<void>)[] = [];
let r: Registry;
let pack: Buffer;

const packOf = async (number: number) =>
  Buffer.from(await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer());

beforeAll(async () => {
  ({ r } = await toldStory({ atEnd: (end) => ends.push(end) }));
  pack = await packOf(2);
});

afterAll(async () => {
  for (const end of ends) await end();
});

type Files = Record<string, string>;

const open = (bytes: Uint8Array): Files =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );

const close = (files: Files): Buffer => {
  const contents: Zippable = {};
  for (const [name, content] of Object.entries(files)) contents[name] = Buffer.from(content);
  return Buffer.from(zipSync(contents));
};

/** As an attacker would: with the manifest and the sums made anew. */
function sealed(files: Files): Files {
  const { "manifest.json": manifest = "", SHA256SUMS: _, ...rest } = files;
  const sums = Object.entries(rest).map(([name, content]) => ({
    name,
    bytes: Buffer.byteLength(content),
    sha256: sha256(content),
  }));
  const made = `${JSON.stringify({ ...JSON.parse(manifest), files: sums }, null, 2)}\n`;
  const lines = [...sums, { name: "manifest.json", sha256: sha256(made) }];
  return {
    ...rest,
    "manifest.json": made,
    SHA256SUMS: lines.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join(""),
  };
}

/** What verifying says of a pack whose files were changed and sealed again. */
async function found(change: (files: Files) => void, bytes = pack) {
  const files = open(bytes);
  change(files);
  return (await verifyPack(close(sealed(files)))).wrong;
}

const replaced = (name: string, from: string | RegExp, to: string) => (files: Files) => {
  const before = files[name] ?? "";
  files[name] = before.replace(from, to);
  if (files[name] === before) throw new Error(`${name} was not changed`);
};

// biome-ignore lint/suspicious/noExplicitAny: an item of a file, as a forger sees it
type Item = any;

const itemsOf = (files: Files, name: string): Item[] => JSON.parse(files[name] ?? "");

/** An array as a pack has it: one item a line. */
const written = (items: Item[]): string =>
  items.length === 0 ? "[]\n" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;

/** Takes items out of such an array, by a word in them. */
const without = (name: string, word: string) => (files: Files) => {
  const items = itemsOf(files, name);
  const rest = items.filter((item) => !JSON.stringify(item).includes(word));
  if (rest.length === items.length) throw new Error(`Nothing of ${name} was taken out`);
  files[name] = written(rest);
};

/** Has the first item of such an array twice, the second time with something else in it. */
const twiceIn = (name: string, other: Item) => (files: Files) => {
  const [first, ...rest] = itemsOf(files, name);
  files[name] = written([first, { ...first, ...other }, ...rest]);
};

/** What a verification says of the page of a pack. */
const READING = "Evidence.html: it is for reading, and may say anything; what is proved is in the other files";

const FORGED = "f0f0f0f0-0000-4000-8000-000000000000";

/** Tells a customer of the set who never was told: with mails, a delivery and the provider's report, all hashes right. */
function tellForged(files: Files): void {
  const notices = itemsOf(files, "notices.json");
  const mails = notices[0].mails.map((mail: Item) => ({ ...mail, file: mail.file.replace("announcement", "late") }));
  for (const [index, { file }] of mails.entries())
    for (const kind of ["json", "txt", "html"])
      files[`${file}.${kind}`] = files[`${notices[0].mails[index].file}.${kind}`] ?? "";
  const [at, arrived] = ["2026-11-22T12:00:00.000Z", "2026-11-22T12:01:00.000Z"];
  files["notices.json"] = written([
    ...notices,
    { ...notices[0], id: FORGED, kind: "late-announcement", createdAt: at, mails },
  ]);
  const owed = { id: FORGED, noticeId: FORGED, emailHash: "a".repeat(64), customers: ["c-9"] };
  const first = { state: "pending", at, cause: "owed", emailId: null, hash: owedLink(owed) };
  const step = { state: "delivered" as const, at: arrived, cause: null, emailId: "forged" };
  const chain = eventLink(first.hash, step);
  const delivery = {
    ...owed,
    state: step.state,
    stateAt: arrived,
    cause: null,
    emailId: "forged",
    chain,
    owedAt: at,
    events: [first, { ...step, hash: chain }],
    email: null,
    customer: "c-9",
  };
  files["deliveries.json"] = written([...itemsOf(files, "deliveries.json"), delivery]);
  const times = { occurredAt: arrived, receivedAt: arrived };
  const told = { type: "email.delivered", emailId: "forged", detail: null };
  const report = { id: "forged", deliveryId: FORGED, ...told, ...times };
  files["provider-events.json"] = written([...itemsOf(files, "provider-events.json"), report]);
}

/** Adds a mail to the first notice of a kind, with its hash: as files, or as a line of one. */
const mailForged = (kind: string, place: { file: string; line?: number }) => (files: Files) => {
  const notices = itemsOf(files, "notices.json");
  const notice = notices.find((each) => each.kind === kind);
  const mail = canonicalJson({ subject: "Forged", text: "Forged", html: "Forged" });
  if (place.line) files[place.file] += `${mail}\n`;
  else
    Object.assign(files, {
      [`${place.file}.json`]: mail,
      [`${place.file}.txt`]: "Forged",
      [`${place.file}.html`]: "Forged",
    });
  const about = { locale: "fr", variant: "forged", subject: "Forged", sha256: sha256(mail) };
  notice.mails.push({ ...place, ...about, frozenAt: notice.createdAt });
  files["notices.json"] = written(notices);
};

/** Changes the first line of a file, which is a mail, and makes its hash anew. */
const mailRewritten =
  (name: string, change: (line: string) => string, { hashed }: { hashed: boolean }) =>
  (files: Files) => {
    const [line = "", ...rest] = (files[name] ?? "").split("\n");
    files[name] = [change(line), ...rest].join("\n");
    if (files[name] === [line, ...rest].join("\n")) throw new Error(`${name} was not changed`);
    if (hashed) replaced("notices.json", sha256(line), sha256(change(line)))(files);
  };

/** Takes what was owed by the notices of a kind out of a pack; these themselves with their mails, too, when asked to. */
const untold =
  (kind: string, { altogether }: { altogether: boolean }) =>
  (files: Files) => {
    const notices = itemsOf(files, "notices.json");
    const gone = notices.filter((notice) => notice.kind === kind);
    const ids = new Set(gone.map(({ id }) => id));
    const deliveries = itemsOf(files, "deliveries.json");
    const rest = deliveries.filter(({ noticeId }) => !ids.has(noticeId));
    if (rest.length === deliveries.length) throw new Error(`Nothing was owed by a ${kind}`);
    files["deliveries.json"] = written(rest);
    const known = new Set(rest.map(({ id }) => id));
    const reports = itemsOf(files, "provider-events.json");
    files["provider-events.json"] = written(reports.filter(({ deliveryId }) => known.has(deliveryId)));
    if (!altogether) return;
    files["notices.json"] = written(notices.filter(({ id }) => !ids.has(id)));
    for (const { file } of gone.flatMap(({ mails }) => mails))
      for (const each of ["json", "txt", "html"]) delete files[`${file}.${each}`];
  };

describe("a pack as it was made", () => {
  test("is in order, and says what was checked", async () => {
    const { checked, excepted, wrong } = await verifyPack(pack, r.deps.config.tokenSecret);
    expect(wrong).toBeNull();
    expect(excepted).toEqual([READING]);
    expect(checked.join("\n")).toMatch(/audit log's \d+ entries are whole/);
    expect(checked.join("\n")).toMatch(/deliveries owed.*: 6$/m);
  });

  test("holds these files, in this order, and the same ones when it is made again", async () => {
    const names = Object.keys(open(pack));
    expect(names.map((name) => name.replace(/\/.*/, "/"))).toEqual([
      "Evidence.html",
      "README.txt",
      "change-set.json",
      "snapshots.json",
      ...["snapshots/", "snapshots/"],
      "customers.json",
      "notices.json",
      ...Array(12).fill("mails/"),
      "deliveries.json",
      "provider-events.json",
      "responses.json",
      "audit.txt",
      "manifest.json",
      "SHA256SUMS",
    ]);
    expect((await packOf(2)).equals(pack)).toBe(true);
  });

  test("begins with a page that says all of it in words, runs nothing, and is whole by itself", async () => {
    const { "Evidence.html": page = "" } = open(pack);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">.*<\/html>$/s);
    expect(page).not.toMatch(/<script|<link|<img|url\(/);
    const text = page.replace(/<style.*?<\/style>|<[^>]*>/gs, " ").replace(/\s+/g, " ");
    for (const said of [
      "Evidence of change 2",
      "Whom it concerned The customers that it concerned, with the terms that held then and the dates that follow from them",
      "We object",
      "Kept out",
      "is not verified with them",
    ])
      expect(text).toContain(said);
    const told = itemsOf(open(pack), "deliveries.json").filter(({ customer }) => customer);
    for (const { email } of told) expect(text).toContain(`${email} Customer`);
  });

  /** Whatever it is of: the README of a former format did not say. */
  const ABOUT = { number: 0, announcedAt: null, organisation: "" };

  test("is verified in the formats before; one that lacks its page is not", async () => {
    const asBefore = (files: Files) => {
      delete files["Evidence.html"];
      files["README.txt"] = FORMATS["subprocessor-evidence/2"].readmeOf(ABOUT);
      replaced("manifest.json", FORMAT, "subprocessor-evidence/2")(files);
    };
    // The first list concerns nobody: terms are in another file since (test/upgrade.test.ts has them as they were).
    const first = await packOf(1);
    expect(await found(asBefore, first)).toBeNull();
    const page = { "Evidence.html": open(pack)["Evidence.html"] ?? "" };
    const both = (files: Files) => {
      asBefore(files);
      Object.assign(files, page);
    };
    expect(await found(both, first)).toEqual({ where: "Evidence.html", reason: "is a file that no record is of" });
    const lacking = (files: Files) => {
      delete files["Evidence.html"];
    };
    expect(await found(lacking)).toEqual({ where: "Evidence.html", reason: "is missing" });
    // Whatever its page says, a pack is judged by its records, and that is said of it.
    expect(await found(replaced("Evidence.html", "We object", "We agree"))).toBeNull();
  });

  test("says the terms of each customer that its dates follow from, and names what it is of", async () => {
    const [customer] = itemsOf(open(pack), "customers.json");
    expect(customer).toMatchObject({
      onObjection: "continues",
      periods: { noticePeriod: null, objectionPeriod: null, holidays: null, emergency: "allowed" },
    });
    // What its contract leaves open is the organisation's, in the version that announced it.
    const [, announced] = itemsOf(open(pack), "snapshots.json");
    expect(JSON.parse(open(pack)[`snapshots/${announced.number}.json`] ?? "").organisation).toMatchObject({
      noticePeriod: { days: 30 },
      timeZone: "Europe/Paris",
    });
    expect(open(pack)["README.txt"]).toMatch(
      /^EVIDENCE .*\nOrganisation {3}Acme\nChange {9}2\nAnnounced {6}2026-11-21T/s,
    );
    const other = { where: "README.txt", reason: "is not the README of this format, or of this change" };
    expect(await found(replaced("README.txt", "Change         2", "Change         3"))).toEqual(other);
    expect(await found(replaced("customers.json", '"holidays":null', '"holidays":["2026-12-25"]'))).toMatchObject({
      where: expect.stringContaining("customers.json"),
    });
    expect(await found(replaced("customers.json", '"continues"', '"awaits-approval"'))).toMatchObject({
      where: "customers.json",
    });
  });

  test("has the mails of one person each as lines, of which each has its hash", async () => {
    const files = open(pack);
    const lined = itemsOf(files, "notices.json").filter(({ kind }) => kind !== "announcement");
    expect(lined.map(({ kind }) => kind).sort()).toEqual(["objection", "receipt", "resolution"]);
    for (const { file, line, sha256: sum } of lined.flatMap(({ mails }) => mails))
      expect(sha256((files[file] ?? "").split("\n")[line - 1] ?? "")).toBe(sum);
  });

  test("of a withdrawn set is in order, too, and of the first list", async () => {
    for (const number of [1, 3]) expect((await verifyPack(await packOf(number))).wrong).toBeNull();
    expect(Object.keys(open(await packOf(3))).filter((name) => name.includes("withdrawal"))).not.toEqual([]);
  });

  test("can be checked by hand with sha256sum alone, as its README says", async () => {
    const folder = await mkdtemp(join(tmpdir(), "evidence-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const files = open(pack);
    const commands = [...(files["README.txt"] ?? "").matchAll(/^ {5}(\S.*)$/gm)].map(([, line]) => line ?? "");
    const from = commands.findIndex((line) => line.startsWith("previous="));
    const loop = (files["README.txt"] ?? "").match(/ {5}previous=[\s\S]*?echo "The last hash is \$previous"/)?.[0];
    await writeFile(join(folder, "audit.txt"), files["audit.txt"] ?? "");
    const run = promisify(execFile);
    const { stdout } = await run("bash", ["-c", loop ?? "false"], { cwd: folder });
    expect(from).toBeGreaterThan(0);
    expect(stdout).toBe(`The last hash is ${JSON.parse(files["manifest.json"] ?? "").auditHead.hash}\n`);
  });

  test("is of nobody's draft, and needs a key that may read the log", async () => {
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor() });
    await expectProblem(await r.get(`/v1/change-sets/${number}/evidence.zip`), 409, "not-announced");
    await expectProblem(await r.get("/v1/change-sets/999/evidence.zip"), 404, "not-found");
    await expectProblem(await r.get("/v1/change-sets/2/evidence.zip", { key: null }), 401, "unauthenticated");
    // The whole log is in it.
    const key = await r.key("announce");
    await expectProblem(await r.get("/v1/change-sets/2/evidence.zip", { key }), 403, "insufficient-scope");
    const response = await r.get("/v1/change-sets/2/evidence.zip", { key: await r.key("admin") });
    expect(response.headers.get("content-type")).toBe("application/zip");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="change-set-2-evidence.zip"');
    await response.body?.cancel();
  });
});

describe("tampering with a file of a pack", () => {
  test("is found by its sum, whichever file it is", async () => {
    const files = open(pack);
    for (const name of Object.keys(files)) {
      if (name === "manifest.json") continue;
      const changed = close({ ...files, [name]: `${files[name]} ` });
      expect((await verifyPack(changed)).wrong?.where, name).toBe(name);
    }
    const { "deliveries.json": _, ...missing } = files;
    expect((await verifyPack(close(missing))).wrong).toEqual({ where: "deliveries.json", reason: "is missing" });
    expect((await verifyPack(close({ ...files, "extra.txt": "?" }))).wrong).toEqual({
      where: "extra.txt",
      reason: "is not in the manifest",
    });
    const promised = replaced("manifest.json", /"sequence": \d+/, '"sequence": 1');
    promised(files);
    expect((await verifyPack(close(sealed(files)))).wrong).toMatchObject({ where: "audit.txt" });
  });

  test.each<[string, string, RegExp, (files: Files) => void]>([
    ["the README", "README.txt", /README/, replaced("README.txt", "DOES NOT SHOW", "SHOWS")],
    [
      "what was announced",
      "change-set.json",
      /announced/,
      replaced("change-set.json", /"legalName": "[^"]*"|"Hosting"/, '"Ads"'),
    ],
    [
      "when it was announced",
      "change-set.json",
      /announced/,
      replaced("change-set.json", /"announcedAt": "2026/, '"announcedAt": "2025'),
    ],
    [
      "until when one could object",
      "change-set.json",
      /announced/,
      replaced("change-set.json", /"lastDayToObjectOn": "2026/, '"lastDayToObjectOn": "2027'),
    ],
    [
      "how the change reads",
      "change-set.json",
      /differences/,
      replaced("change-set.json", '"path": ""', '"path": "/name"'),
    ],
    [
      "that it was withdrawn",
      "change-set.json",
      /withdrawal/,
      replaced("change-set.json", '"withdrawnAt": null', '"withdrawnAt": "2026-11-22T00:00:00.000Z"'),
    ],
    ["the published list", "snapshots/3.json", /hash/, replaced("snapshots/3.json", "Acme", "Acne")],
    [
      "the published list and its hash",
      "snapshots/3.json",
      /names/,
      (files) => {
        replaced("snapshots/3.json", "Acme", "Acne")(files);
        const [line] = (files["snapshots.json"] ?? "").split("\n").filter((each) => each.includes('"number":3'));
        const { previousHash, hash } = JSON.parse(line ?? "");
        replaced("snapshots.json", hash, sha256(previousHash + files["snapshots/3.json"]))(files);
      },
    ],
    ["which versions there were", "snapshots.json", /missing/, without("snapshots.json", '"number":3')],
    [
      "a customer's terms",
      "customers.json",
      /terms/,
      replaced("customers.json", /"general"(.*?)"continues"/, '"specific"$1"awaits-approval"'),
    ],
    ["whom it concerned", "customers.json", /concerned/, without("customers.json", "c-1")],
    [
      "when a notice was owed",
      "notices.json",
      /owed at/,
      replaced("notices.json", /"createdAt":"2026/, '"createdAt":"2025'),
    ],
    [
      "what a notice was",
      "notices.json",
      /announcement/,
      replaced("notices.json", '"kind":"announcement"', '"kind":"reminder"'),
    ],
    ["that a notice was owed", "notices.json", /is missing/, without("notices.json", '"announcement"')],
    [
      "a mail as it reads",
      "mails/01-announcement/fr-1.txt",
      /mail/,
      replaced("mails/01-announcement/fr-1.txt", "Acme", "Acne"),
    ],
    [
      "a mail as it looks",
      "mails/01-announcement/fr-1.html",
      /mail/,
      replaced("mails/01-announcement/fr-1.html", "Acme", "Acne"),
    ],
    [
      "a mail with every hash of it",
      "mails/01-announcement/fr-1.json",
      /written/,
      (files) => {
        const name = "mails/01-announcement/fr-1";
        const mail = JSON.parse(files[`${name}.json`] ?? "");
        const before = sha256(files[`${name}.json`] ?? "");
        const after = { ...mail, text: "Rien ne change." };
        files[`${name}.json`] = canonicalJson(after);
        files[`${name}.txt`] = after.text;
        replaced("notices.json", before, sha256(canonicalJson(after)))(files);
      },
    ],
    [
      "that a mail was written",
      "notices.json",
      /mail is missing/,
      (files) => {
        const notices = JSON.parse(files["notices.json"] ?? "");
        notices[0].mails.pop();
        files["notices.json"] = `[\n${notices.map((each: unknown) => JSON.stringify(each)).join(",\n")}\n]\n`;
      },
    ],
    ["that somebody was told who was not", "notices.json", /does not know it: no such late-announcement/, tellForged],
    [
      "that a mail was written that was not",
      "mails/01-announcement/fr-2.json",
      /does not know/,
      mailForged("announcement", { file: "mails/01-announcement/fr-2" }),
    ],
    [
      "that another receipt was written",
      "mails/receipt.jsonl",
      /does not know/,
      mailForged("receipt", { file: "mails/receipt.jsonl", line: 2 }),
    ],
    [
      "that a receipt said something else",
      "mails/receipt.jsonl",
      /hash/,
      mailRewritten("mails/receipt.jsonl", (line) => line.replace("We object", "We agree"), { hashed: false }),
    ],
    [
      "that a receipt said something else, with its hash",
      "mails/receipt.jsonl",
      /written/,
      mailRewritten("mails/receipt.jsonl", (line) => line.replaceAll("We object", "We agree"), { hashed: true }),
    ],
    [
      "a receipt by something besides",
      "mails/receipt.jsonl",
      /has what is no field here/,
      mailRewritten("mails/receipt.jsonl", (line) => line.replace("{", '{"extra":"?",'), { hashed: false }),
    ],
    [
      "a receipt by saying something twice",
      "mails/receipt.jsonl",
      /written otherwise/,
      mailRewritten("mails/receipt.jsonl", (line) => line.replace("{", '{"subject":"?",'), { hashed: false }),
    ],
    [
      "that there was a mail more",
      "mails/receipt.jsonl",
      /more mails/,
      (files) => {
        files["mails/receipt.jsonl"] = (files["mails/receipt.jsonl"] ?? "").repeat(2);
      },
    ],
    [
      "that there was a line for a mail",
      "mails/receipt.jsonl",
      /is missing/,
      (files) => {
        files["mails/receipt.jsonl"] = "";
      },
    ],
    [
      "which line a mail is",
      "notices.json",
      /where they should be/,
      replaced("notices.json", '"file":"mails/receipt.jsonl","line":1', '"file":"mails/receipt.jsonl","line":2'),
    ],
    [
      "which files a mail is in",
      "notices.json",
      /where they should be/,
      replaced("notices.json", "mails/01-announcement/fr-1", "mails/01-announcement/fr-9"),
    ],
    [
      "a mail by what is no JSON",
      "mails/01-announcement/fr-1.json",
      /not JSON/,
      (files) => {
        files["mails/01-announcement/fr-1.json"] = "not json";
      },
    ],
    [
      "a mail by JSON that is no mail",
      "mails/01-announcement/fr-1.json",
      /not what it should be/,
      (files) => {
        files["mails/01-announcement/fr-1.json"] = "null";
      },
    ],
    [
      "when a mail was written",
      "mails/01-announcement/en-1.json",
      /written at 2026/,
      replaced("notices.json", /"frozenAt":"2026/, '"frozenAt":"2016'),
    ],
    [
      "when a receipt was owed",
      "notices.json",
      /nothing was answered/,
      replaced("notices.json", /("kind":"receipt".*?"createdAt":")2026/, "$12016"),
    ],
    [
      "which files there are",
      "mails/letter.txt",
      /no record is of/,
      (files) => {
        files["mails/letter.txt"] = "We were told.";
      },
    ],
    [
      "why a version was published",
      "snapshots/3.json",
      /its cause was change-set.announced:2/,
      replaced("snapshots.json", "change-set.announced:2", "change-set.announced:7"),
    ],
    [
      "which mail a report is of",
      "deliveries.json",
      /no report/,
      replaced("provider-events.json", /"emailId":"[^"]+"/, '"emailId":"other"'),
    ],
    [
      "why something was owed",
      "deliveries.json",
      /step 0/,
      replaced("deliveries.json", '"cause":"owed"', '"cause":"read"'),
    ],
    [
      "an entry of the log by something besides",
      "audit.txt",
      /has what is no field here: "approved"/,
      replaced("audit.txt", '"action":"change-set.announced"', '"action":"change-set.announced","approved":true'),
    ],
    [
      "an entry of the log by saying something twice",
      "audit.txt",
      /written otherwise/,
      replaced("audit.txt", '"action":"change-set.announced"', '"action":"?","action":"change-set.announced"'),
    ],
    [
      "the order of an entry of the log",
      "audit.txt",
      /written otherwise/,
      replaced("audit.txt", /\{"action":"([^"]+)","actor":"([^"]+)"/, '{"actor":"$2","action":"$1"'),
    ],
    [
      "what parts a hash from its entry",
      "audit.txt",
      /written otherwise/,
      replaced("audit.txt", /^([0-9a-f]{64}) /, "$1X"),
    ],
    [
      "where the log's last line ends",
      "audit.txt",
      /written otherwise/,
      (files) => {
        files["audit.txt"] = (files["audit.txt"] ?? "").trimEnd();
      },
    ],
    [
      "the manifest by something besides",
      "manifest.json",
      /has what is no field here: "issuedBy"/,
      replaced("manifest.json", '"format"', '"issuedBy":"court", "format"'),
    ],
    ...(
      [
        ["deliveries.json", '"state":"delivered"', "state"],
        ["deliveries.json", '"events":[{', "events"],
        ["notices.json", '"kind":"announcement"', "kind"],
        ["snapshots.json", '"cause"', "cause"],
        ["customers.json", '"name":', "name"],
        ["provider-events.json", '"type":', "type"],
        ["responses.json", '"kind":"objected"', "kind"],
      ] as const
    ).flatMap(([name, at, key]): [string, string, RegExp, (files: Files) => void][] => {
      const added = (text: string) => replaced(name, at, at.endsWith("{") ? `${at}${text},` : `${text},${at}`);
      const inner = at.endsWith("{") ? "state" : key;
      return [
        [`${name} (${key}) by something besides`, name, /has what is no field here: "readBy"/, added('"readBy":"all"')],
        [`${name} (${key}) by saying something twice`, name, /written otherwise/, added(`"${inner}":"approved"`)],
      ];
    }),
    [
      "the set by saying something twice",
      "change-set.json",
      /written otherwise/,
      replaced("change-set.json", '"reason":', '"reason": "Fake",\n  "reason":'),
    ],
    ["how a list is written", "responses.json", /written otherwise/, replaced("responses.json", /\n\]\n$/, "]\n")],
    [
      "the order of what is said of a delivery",
      "deliveries.json",
      /written otherwise/,
      replaced("deliveries.json", /("noticeId":"[^"]*"),("emailHash":[^,]*)/, "$2,$1"),
    ],
    [
      "that a resolution was a reminder",
      "notices.json",
      /no such reminder/,
      replaced("notices.json", '"kind":"resolution"', '"kind":"reminder"'),
    ],
    [
      "that a resolution was a mail of another kind",
      "notices.json",
      /about no change set/,
      replaced("notices.json", '"kind":"resolution"', '"kind":"confirmation"'),
    ],
    [
      "which answer a receipt is of",
      "notices.json",
      /receipt of an answer/,
      replaced("notices.json", /("kind":"receipt","about":\{"response":")[^"]*/, `$1${FORGED}`),
    ],
    ["that a receipt was sent", "notices.json", /1 delivery/, untold("receipt", { altogether: false })],
    ["that a resolution was sent", "notices.json", /1 delivery/, untold("resolution", { altogether: false })],
    [
      "that there was a receipt",
      "notices.json",
      /receipts owed: 1; receipts here: 0/,
      untold("receipt", { altogether: true }),
    ],
    ["that there was a resolution", "notices.json", /mail is missing/, untold("resolution", { altogether: true })],
    [
      "that another receipt was owed",
      "notices.json",
      /receipts owed: 1; receipts here: 2/,
      (files) => {
        const notices = itemsOf(files, "notices.json");
        const receipt = notices.find(({ kind }) => kind === "receipt");
        files["notices.json"] = written([...notices, { ...receipt, id: FORGED, mails: [] }]);
      },
    ],
    ["a notice", "notices.json", /there twice/, twiceIn("notices.json", { about: null })],
    ["a delivery", "deliveries.json", /there twice/, twiceIn("deliveries.json", { email: null })],
    ["a report", "provider-events.json", /there twice/, twiceIn("provider-events.json", { type: "email.opened" })],
    ["a response", "responses.json", /there twice/, twiceIn("responses.json", { email: null })],
    ["a customer", "customers.json", /there twice/, twiceIn("customers.json", { name: "Other" })],
    ["a version of the list", "snapshots.json", /there twice/, twiceIn("snapshots.json", { cause: "" })],
    [
      "when a delivery was owed",
      "deliveries.json",
      /another time than its notice/,
      (files) => {
        const deliveries = itemsOf(files, "deliveries.json");
        deliveries[0].owedAt = "2026-11-01T00:00:00.000Z";
        deliveries[0].events[0].at = "2026-11-01T00:00:00.000Z";
        files["deliveries.json"] = written(deliveries);
      },
    ],
    [
      "how a delivery ended",
      "deliveries.json",
      /state/,
      replaced("deliveries.json", '"state":"bounced","stateAt"', '"state":"delivered","stateAt"'),
    ],
    [
      "a step of a delivery",
      "deliveries.json",
      /step/,
      (files) => {
        const deliveries = JSON.parse(files["deliveries.json"] ?? "");
        deliveries[0].events[1].at = "2026-11-21T09:59:00.000Z";
        files["deliveries.json"] = `[\n${deliveries.map((each: unknown) => JSON.stringify(each)).join(",\n")}\n]\n`;
      },
    ],
    [
      "to whom it was owed",
      "deliveries.json",
      /step 0/,
      replaced("deliveries.json", /"emailHash":"[0-9a-f]{8}/, '"emailHash":"00000000'),
    ],
    [
      "for which customer",
      "deliveries.json",
      /step 0/,
      replaced("deliveries.json", '"customers":["c-1"]', '"customers":["c-2"]'),
    ],
    [
      "the customer as it reads",
      "deliveries.json",
      /customer/,
      replaced("deliveries.json", '"customer":"c-1"', '"customer":"c-2"'),
    ],
    ["that somebody was told", "notices.json", /were owed/, without("deliveries.json", '"delivered"')],
    [
      "what the provider reported",
      "deliveries.json",
      /report/,
      replaced("provider-events.json", '"type":"email.bounced"', '"type":"email.delivered"'),
    ],
    [
      "what was reported of a delivery that is not here",
      "provider-events.json",
      /not here/,
      (files) => {
        const [first, ...rest] = itemsOf(files, "provider-events.json");
        files["provider-events.json"] = written([first, ...rest, { ...first, id: "forged", deliveryId: FORGED }]);
      },
    ],
    ["that the provider reported it", "deliveries.json", /report/, without("provider-events.json", "email.bounced")],
    ["what was answered", "responses.json", /text/, replaced("responses.json", "We object", "We agree")],
    [
      "the kind of an answer",
      "responses.json",
      /kind/,
      replaced("responses.json", '"kind":"objected"', '"kind":"approved"'),
    ],
    ["what became of it", "responses.json", /outcome/, replaced("responses.json", '"exempted"', '"rejected"')],
    [
      "when it was answered",
      "responses.json",
      /given/,
      replaced("responses.json", /"answeredAt":"2026/, '"answeredAt":"2025'),
    ],
    ["that anybody answered", "responses.json", /is missing/, without("responses.json", "objected")],
    [
      "an entry of the log",
      "audit.txt",
      /hash/,
      replaced("audit.txt", '"action":"subscriber.added"', '"action":"subscriber.forged"'),
    ],
    [
      "that an entry was there",
      "audit.txt",
      /is missing/,
      (files) => {
        const lines = (files["audit.txt"] ?? "").split("\n");
        files["audit.txt"] = [...lines.slice(0, 4), ...lines.slice(5)].join("\n");
      },
    ],
    [
      "where the log ends",
      "audit.txt",
      /does not end/,
      (files) => {
        files["audit.txt"] = `${(files["audit.txt"] ?? "").trimEnd().split("\n").slice(0, -1).join("\n")}\n`;
      },
    ],
  ])("%s, and making the manifest anew, is found and named", async (_, where, reason, change) => {
    const wrong = await found(change);
    expect(wrong?.where.split(",")[0]).toBe(where);
    expect(wrong?.reason).toMatch(reason);
  });

  test("an address that is not the one of its hash is found by whoever has the registry's secret", async () => {
    const files = open(pack);
    replaced("deliveries.json", "en@customer.example", "other@customer.example")(files);
    const changed = close(sealed(files));
    expect((await verifyPack(changed)).wrong).toBeNull();
    expect((await verifyPack(changed, r.deps.config.tokenSecret)).wrong).toMatchObject({
      where: expect.stringMatching(/^deliveries\.json/),
      reason: expect.stringContaining("address"),
    });
  });
});

describe("the number of a pack's files", () => {
  test("does not grow with the answers, nor with the readers of a notice", () => {
    const placesOf = mailPlaces();
    const one = [{ locale: "en" }];
    const announced = placesOf({ kind: "announcement", mails: [{ locale: "en" }, { locale: "fr" }, { locale: "en" }] });
    expect(announced.map(({ file }) => file.replace("mails/01-announcement/", ""))).toEqual(["en-1", "fr-1", "en-2"]);
    const many = (["receipt", "objection", "resolution", "late-announcement"] as const).flatMap((kind) =>
      Array.from({ length: 25_000 }, () => placesOf({ kind, mails: one })).flat(),
    );
    expect(new Set(many.map(({ file }) => file)).size).toBe(4);
    expect(many.slice(24_999, 25_001)).toMatchObject([
      { file: "mails/receipt.jsonl", line: 25_000 },
      { file: "mails/objection.jsonl", line: 1 },
    ]);
    const reminded = placesOf({ kind: "reminder", mails: Array(25_000).fill({ locale: "en" }) });
    expect(new Set(reminded.map(({ file }) => file))).toEqual(new Set(["mails/100002-reminder.jsonl"]));
  });

  test("is never more than an archive can have: it is refused instead", async () => {
    const about = { changeSet: 1, auditHead: null };
    const bytesOf = async (count: number, most: number) => {
      const names = Array.from({ length: count }, (_, index) => ({ name: `${index}`, content: [] }));
      async function* files() {
        yield* names;
      }
      const pieces: Uint8Array[] = [];
      for await (const piece of packed(files(), about, new Date("2026-11-21T09:00:00Z"), most)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    // An archive has the manifest and the sums besides; it counts its files with two bytes, of which the last says zip64.
    expect(readZip(await bytesOf(8, 10)).names).toHaveLength(10);
    await expect(bytesOf(9, 10)).rejects.toThrow("more than the 10 files");
    expect(MOST_FILES).toBe(65_534);
  });

  test("is small where a hundred mails of one notice differ, and each is there", async () => {
    const other = await registry();
    await other.organisation();
    for (const each of Array.from({ length: 101 }, (_, index) => `c${index}`))
      for (const customer of [each, `${each}-other`])
        await other.call("PUT", `/v1/customers/${customer}`, {
          body: { name: customer, contacts: [{ email: `${each}@customer.example` }] },
        });
    await other.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
    await other.drain();
    const bytes = Buffer.from(await (await other.get("/v1/change-sets/1/evidence.zip")).arrayBuffer());
    expect(await verifyPack(bytes, other.deps.config.tokenSecret)).toMatchObject({ wrong: null, excepted: [READING] });
    const files = open(bytes);
    expect(Object.keys(files).filter((name) => name.startsWith("mails/"))).toEqual(["mails/01-announcement.jsonl"]);
    expect(files["mails/01-announcement.jsonl"]?.trimEnd().split("\n")).toHaveLength(101);
  });
});

describe("what is no evidence", () => {
  const END = 22;
  const patched = (at: number, ...bytes: number[]) => {
    const copy = Buffer.from(pack);
    copy.set(bytes, at);
    return copy;
  };
  const renamed = (from: string, to: string) => Buffer.from(pack.toString("latin1").replaceAll(from, to), "latin1");

  test.each<[string, () => Buffer, RegExp]>([
    ["nothing", () => Buffer.alloc(0), /not a zip archive/],
    ["text", () => Buffer.from("Dear judge"), /not a zip archive/],
    ["evidence as JSON", () => Buffer.from('{"deliveries":[]}'), /not a zip archive/],
    ["a pack that was cut off", () => pack.subarray(0, pack.length - 100), /cut off/],
    ["a pack with something after it", () => Buffer.concat([pack, Buffer.from("more")]), /after its end/],
    ["the first two bytes of one", () => Buffer.from("PK"), /cut off/],
    ["a zip archive of something else", () => close({ "holiday.txt": "sun" }), /manifest\.json is missing/],
    ["a pack of another format", () => renamedFormat(), /another format/],
    ["a file outside of the archive", () => close({ "../../etc/passwd": "root" }), /names a file/],
    ["a file by an absolute path", () => close({ "/etc/passwd": "root" }), /names a file/],
    ["a file by a path with backslashes", () => close({ "a\\b": "?" }), /names a file/],
    ["two files of one name", () => renamed("audit.txt", "AUDIT.txt").subarray(0) && twice(), /twice/],
    ["a file with two names", () => patched(30, "X".charCodeAt(0)), /two names/],
    ["an encrypted file", () => patched(directory() + 8, 1), /encrypted/],
    ["a file packed in another way", () => patched(directory() + 10, 99), /another way/],
    ["a directory somewhere else", () => patched(pack.length - END + 16, 1, 0, 0, 0), /directory/],
  ])("%s is refused as unusable", async (_, made, reason) => {
    await expect(verifyPack(made())).rejects.toThrow(Unusable);
    await expect(verifyPack(made())).rejects.toThrow(reason);
  });

  const directory = () => pack.readUInt32LE(pack.length - END + 16);
  const twice = () => Buffer.from(close({ "a.txt": "1", "A.txt": "2" }));
  function renamedFormat() {
    const files = open(pack);
    replaced("manifest.json", FORMAT, "subprocessor-evidence/1")(files);
    return close(files);
  }
});

describe("npm run verify", () => {
  test("exits 0, 1 and 2: as recorded, not as recorded, not to be read", async () => {
    const good = await runVerify(pack);
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining("Everything is as it was recorded") });
    const files = open(pack);
    replaced("responses.json", "We object", "We agree")(files);
    const bad = await runVerify(close(sealed(files)));
    expect(bad).toMatchObject({ code: 1, stdout: expect.stringMatching(/WRONG {2}responses\.json, .*text/) });
    const unusable = await runVerify(Buffer.from("Dear judge"));
    expect(unusable).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be read") });
    expect(await runVerify(null)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^It cannot be read: there is no file \S+evidence\.zip\n$/),
    });
  });
});

describe("a pack of a set that waited for an approval", () => {
  let waited: Buffer;
  let other: Registry;
  const stories: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    other = await releasedStory({ atEnd: (end) => stories.push(end) });
    waited = Buffer.from(await (await other.get("/v1/change-sets/1/evidence.zip")).arrayBuffer());
  });
  afterAll(async () => {
    for (const end of stories) await end();
  });

  test("is in order, and has every version of the list that published something of it", async () => {
    expect(await verifyPack(waited, other.deps.config.tokenSecret)).toMatchObject({ wrong: null, excepted: [READING] });
    const versions = JSON.parse(open(waited)["snapshots.json"] ?? "") as { cause: string }[];
    const causes = versions.map(({ cause }) => cause.replace("change-set.", ""));
    expect(causes.slice(-4)).toEqual(["announced:1", "released:1", "held:1", "released:1"]);
    expect((await verifyPack(Buffer.from(waited))).excepted).toEqual([
      expect.stringMatching(/^addresses .* TOKEN_SECRET$/),
      READING,
    ]);
  });

  test.each<[string, string, RegExp, (files: Files) => void]>([
    ["whose approval it took", "change-set.json", /approval/, replaced("change-set.json", /"strict"/, '"easy"')],
    [
      "whose approval is missing",
      "change-set.json",
      /missing/,
      replaced("change-set.json", '"missing": []', '"missing": [\n      "strict"\n    ]'),
    ],
    [
      "when it was released",
      "change-set.json",
      /released/,
      replaced("change-set.json", /"releasedOn": "2026-11/, '"releasedOn": "2026-10'),
    ],
    [
      "why it was released",
      "change-set.json",
      /released/,
      replaced("change-set.json", '"releasedReason": null', '"releasedReason": "They agreed."'),
    ],
    [
      "who is exempted",
      "change-set.json",
      /exempted/,
      replaced("change-set.json", /"exempted": \[[^\]]*\]/, '"exempted": []'),
    ],
    [
      "who wrote it",
      "change-set.json",
      /written/,
      replaced("change-set.json", /"authors": \[\s*"key:/, '"authors": ["key:0'),
    ],
    [
      "when it was approved",
      "change-set.json",
      /approved/,
      replaced("change-set.json", /"approvedAt": "2026/, '"approvedAt": "2025'),
    ],
    [
      "that it is in force",
      "change-set.json",
      /more than/,
      replaced("change-set.json", '"baseline"', '"state": "effective", "baseline"'),
    ],
    [
      "since when it is in force",
      "change-set.json",
      /more than/,
      replaced("change-set.json", '"baseline"', '"effectiveOn": "2026-11-22", "baseline"'),
    ],
    [
      "who was reminded",
      "customers.json",
      /reminded/,
      replaced("customers.json", /"remindedAt":"[^"]*"/, '"remindedAt":null'),
    ],
    [
      "when somebody was reminded",
      "customers.json",
      /reminded/,
      replaced("customers.json", /"remindedAt":"2026/, '"remindedAt":"2025'),
    ],
    ["on whose behalf", "responses.json", /onBehalfOf/, replaced("responses.json", "Globex GmbH", "Initech")],
    [
      "whose answer it is",
      "responses.json",
      /emailHash/,
      replaced("responses.json", /"emailHash":"[0-9a-f]{8}/, '"emailHash":"00000000'),
    ],
    [
      "when an answer was edited",
      "responses.json",
      /edited/,
      replaced("responses.json", /"editedAt":"2026/, '"editedAt":"2025'),
    ],
    [
      "when it was resolved",
      "responses.json",
      /resolved/,
      replaced("responses.json", /"resolvedAt":"2026/, '"resolvedAt":"2025'),
    ],
    ["that something was erased", "responses.json", /text/, replaced("responses.json", "Why?", "[erased]?")],
    ["the version before it", "snapshots.json", /before/, withoutVersion("organisation")],
    ["the version that held it", "snapshots.json", /missing/, withoutVersion("held")],
    [
      "that a mail was erased",
      "mails/",
      /hash/,
      (files) => {
        const erased = canonicalJson({ subject: "[erased]", text: "[erased]", html: "[erased]" });
        mailRewritten("mails/receipt.jsonl", () => erased, { hashed: false })(files);
      },
    ],
  ])("in which %s is changed, with the manifest made anew, is found out", async (_, where, reason, change) => {
    const wrong = await found(change, waited);
    expect(wrong?.where.split(",")[0]).toContain(where);
    expect(wrong?.reason).toMatch(reason);
  });

  test("in which an answer's address is changed is found out by whoever has the registry's secret", async () => {
    const files = open(waited);
    replaced("responses.json", "reader@customer.example", "other@customer.example")(files);
    const changed = close(sealed(files));
    expect((await verifyPack(changed)).wrong).toBeNull();
    expect((await verifyPack(changed, other.deps.config.tokenSecret)).wrong).toMatchObject({
      where: expect.stringMatching(/^responses\.json/),
      reason: expect.stringContaining("address"),
    });
  });
});

/** Takes the last version of the list with such a cause out of a pack, but the newest. */
function withoutVersion(cause: string) {
  return (files: Files) => {
    const versions = JSON.parse(files["snapshots.json"] ?? "") as { number: number; cause: string }[];
    const gone = versions.findLast((each) => each.cause.includes(cause));
    if (!gone) throw new Error(`There is no version with the cause ${cause}`);
    without("snapshots.json", `"number":${gone.number},`)(files);
    delete files[`snapshots/${gone.number}.json`];
  };
}

test("what was erased is excepted, and named", async () => {
  const { r: other } = await toldStory();
  const [person] = await other.rows("select subscriber_id as id from responses");
  await other.json("DELETE", `/v1/subscribers/${person?.id}`, 204);
  const bytes = Buffer.from(await (await other.get("/v1/change-sets/2/evidence.zip")).arrayBuffer());
  expect(open(bytes)["responses.json"]).toContain("[erased]");
  const { wrong, excepted } = await verifyPack(bytes, other.deps.config.tokenSecret);
  expect(wrong).toBeNull();
  const erased = excepted.filter((each) => each !== READING);
  const named = erased.map((each) => each.replace(/^mails\//, "").replace(/[,:].*/, "")).sort();
  expect(named).toEqual(["objection.jsonl", "receipt.jsonl", "resolution.jsonl", "responses.json"]);
  expect(erased.every((each) => each.endsWith(" was erased"))).toBe(true);
  // What was left then is recorded: nothing more can be said to have been erased.
  expect((await found(replaced("responses.json", "We object", "We [erased]"), bytes))?.reason).toMatch(/text/);
  expect((await found(replaced("responses.json", "Kept out", "[erased] out"), bytes))?.reason).toMatch(/note/);
  expect(await other.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("a pack of a set nobody was told of is in order", async () => {
  const silent = await registry();
  await silent.listed(vendor({ slug: "quiet" }));
  await silent.follower("a@customer.example");
  await silent.json("PATCH", "/v1/vendors/quiet?announce=true", 200, {
    body: { website: "https://vendor.example/" },
    headers: { "content-type": "application/merge-patch+json" },
  });
  const bytes = Buffer.from(await (await silent.get("/v1/change-sets/2/evidence.zip")).arrayBuffer());
  expect((await verifyPack(bytes)).wrong).toBeNull();
  expect(open(bytes)["deliveries.json"]).toBe("[]\n");
});
