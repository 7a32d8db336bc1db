import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announced, customer, organised } from "./setup/answering.ts";
import { consoleOf } from "./setup/console.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { releasedStory } from "./setup/released.ts";

const ends: (() => Promise<void>)[] = [];
let r: Registry;

beforeAll(async () => {
  r = await releasedStory({ atEnd: (end) => ends.push(end) });
});

afterAll(async () => {
  for (const end of ends) await end();
});

const textOf = (page: string): string =>
  page
    .replace(/<style.*?<\/style>|<[^>]*>/gs, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");

/** The files of a change's pack, by their names. */
async function filesOf(number: number, r: Registry): Promise<Record<string, string>> {
  const archive = await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer();
  const files = Object.entries(unzipSync(new Uint8Array(archive)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

const pageOf = async (number: number, of = r) => textOf((await filesOf(number, of))["Evidence.html"] ?? "");

/** Demands that a text has each of these after the one before. */
function expectInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places, parts.join(" | ")).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

test("what was done has the vendors as they came into the draft, and an answer before what follows from it", async () => {
  const [, done = ""] = (await pageOf(1)).split("By the log, ");
  const answered = "by a personal link Answer received: strict Ltd approves";
  const freed = "by a personal link No longer waits: Answer received: strict Ltd approves";
  const objected = "by a personal link Answer changed: strict Ltd objects";
  const held = "by a personal link Waits again: Answer changed: strict Ltd objects";
  expectInOrder(done, ["Vendor added to a draft: Vendor", "Announced", answered, freed, objected, held]);

  const { open } = await consoleOf(r);
  const [, onScreen = ""] = textOf(await open("/console/changes/1/evidence")).split("By the log, ");
  expectInOrder(onScreen, [held, objected, freed, answered, "Announced", "Vendor added to a draft: Vendor"]);
});

test("what was done says what of the log is left out, and where that is", async () => {
  const files = await filesOf(1, r);
  expect(textOf(files["Evidence.html"] ?? "")).toContain("audit.txt has everything that was done in this registry");
  expect(files["audit.txt"]).toContain('"mail.written"');
  await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Elsewhere" }) });
  expect(await pageOf(1)).not.toContain("Vendor added to a draft: Elsewhere");
});

test("each customer has the terms that its dates follow from, as they held then, and whose they are", async () => {
  const of = await organised({ holidays: ["2026-12-25", "2027-05-01"] });
  await customer(of, "plain", ["dpo@plain.example"]);
  const strict = { authorisation: "specific", noticePeriod: { days: 25, basis: "business" } };
  await customer(of, "strict", ["dpo@strict.example"], strict);
  const holding = { onObjection: "suspends", noticePeriod: { weeks: 5 }, objectionPeriod: { days: 10 } };
  await customer(of, "holding", ["dpo@holding.example"], holding);
  await customer(of, "late", ["dpo@late.example"], { objectUntilEffect: { daysBefore: 7 } });
  const number = await announced(of, "2027-06-30");
  await of.organisation({ noticePeriod: { days: 90 }, holidays: [] });
  const page = await pageOf(number, of);
  for (const said of [
    "plain Ltd Notice period, by the organisation’s own terms: 30 days from the notice, deemed received the day it is sent. Objection period: as long as the notice period. Counted from the notice of 21 November 2026, in days of",
    "General authorisation: an objection does not suspend the change. 22 December 2026 21 December 2026, end of day",
    "strict Ltd Notice period, by its contract: 25 business days from the notice, deemed received the day it is sent. Objection period: as long as the notice period.",
    "Holidays left out, by the organisation’s own terms: 25 December 2026. Specific authorisation: it takes its approval, and an objection holds it. 29 December 2026 28 December 2026, end of day",
    "holding Ltd Notice period, by its contract: 5 weeks from the notice, deemed received the day it is sent. Objection period, by its contract: 10 days from the notice, deemed received the day it is sent.",
    "an objection in time suspends what concerns it until it is decided.",
    "late Ltd Notice period, by the organisation’s own terms: 30 days from the notice, deemed received the day it is sent. Objecting is open until 7 days before the change takes effect.",
  ])
    expect(page).toContain(said);
  expect(page).not.toContain("90 days");
});

test("each mail is there in its words, with the file of the pack that has them", async () => {
  const files = await filesOf(1, r);
  const [, mails = ""] = textOf(files["Evidence.html"] ?? "").split("The words of each mail");
  const plain = (text: string) =>
    text
      .replaceAll(/\u{E000}(\w+)\u{E001}/gu, "[$1]")
      .replace(/\s+/g, " ")
      .trim();
  const texts = Object.entries(files).filter(([name]) => name.startsWith("mails/") && name.endsWith(".txt"));
  expect(texts.length).toBeGreaterThan(1);
  for (const [name, text] of texts) expect(mails).toContain(`${name} ${plain(text)}`);
  expect(mails).toContain("for followers of the list. mails/01-announcement");
  expect(mails).toContain("for contacts of customers. mails/01-announcement");
  // Of a receipt for each answer the words are in lines of one file.
  const [receipt = ""] = (files["mails/receipt.jsonl"] ?? "").split("\n");
  expect(mails).toContain(`mails/receipt.jsonl, line 1 ${plain(JSON.parse(receipt).text)}`);
});
