import { expect, test } from "vitest";
import { customer } from "./setup/customers.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

/** What the preview shows is what is announced: by the draft as it is or, where that is refused, for the preview's date. */

type Days = Record<string, string | null>;

const service = (more: object = {}) => ({ key: "main", purpose: "Hosting", locations: [{ country: "FR" }], ...more });
const MOVES = { country: "US" };
const SPELLS = { website: "https://new.example" };

async function start() {
  const r = await registry({ now: "2026-11-26T09:00:00Z" });
  const regions = ["eu", "us"].map((key) => ({ key, name: key.toUpperCase() }));
  await r.organisation({ timeZone: "UTC", hostingRegions: regions });
  const all = vendor({ name: "Mill", country: "FR", services: [service()] });
  const ofRegion = vendor({ name: "Quill", country: "FR", services: [service({ hostingRegions: ["us"] })] });
  await r.listed(all, ofRegion, vendor({ name: "Till", country: "FR", services: [service({ purpose: "Archives" })] }));
  await r.follower("reader@example.org");
  return r;
}

/** A draft of these edits, by vendor. Gives its path. */
async function drafted(r: Registry, edits: Record<string, object>, terms: object = {}): Promise<string> {
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  for (const [slug, body] of Object.entries(edits))
    await r.json("PATCH", `/v1/vendors/${slug}?changeSet=${number}`, 200, { body });
  await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: terms });
  return `/v1/change-sets/${number}`;
}

const on = (days: Days) => ({
  changes: Object.fromEntries(Object.entries(days).map(([slug, effectiveOn]) => [slug, { effectiveOn }])),
});

type Set = { effectiveOn: string; changes: { vendor: string; effectiveOn: string }[] };
const daysOf = ({ effectiveOn, changes }: Set) =>
  Object.fromEntries([["set", effectiveOn], ...changes.map((change) => [change.vendor, change.effectiveOn])]);

const slow = (r: Registry) => customer(r, "slow", { notice: { days: 60, basis: "calendar" }, hostingRegions: ["us"] });
const strict = (r: Registry) => customer(r, "strict", { authorisation: "specific", hostingRegions: ["us"] });
const emergency = { emergency: { reason: "It closes." } };
const pending = async (r: Registry) => {
  await r.json("PATCH", "/v1/vendors/mill?announce=true&effectiveOn=2027-02-01", 200, {
    body: { dpaUrl: "https://x.example" },
  });
};

test.each<
  [name: string, edits: Record<string, object>, expected: Days, terms?: object, before?: (r: Registry) => Promise<void>]
>([
  ["one that waits, and one that does not", { mill: MOVES, till: SPELLS }, { mill: "2026-12-27", till: "2026-12-27" }],
  [
    "one with an earlier day of its own",
    { mill: MOVES, till: SPELLS },
    { mill: "2026-12-27", till: "2026-12-01" },
    on({ till: "2026-12-01" }),
  ],
  [
    "one with a later day of its own: the date that is named is that of the set",
    { mill: MOVES, till: SPELLS },
    { mill: "2027-03-01", till: "2027-03-01" },
    on({ till: "2027-03-01" }),
  ],
  [
    "two that wait for different contracts",
    { mill: MOVES, quill: MOVES },
    { mill: "2027-01-26", quill: "2027-01-26" },
    {},
    slow,
  ],
  [
    "two that wait, of which one has its day",
    { mill: MOVES, quill: MOVES },
    { mill: "2027-01-28", quill: "2027-01-28" },
    on({ mill: "2027-01-28" }),
    slow,
  ],
  [
    "a date that is too early for one of them",
    { mill: MOVES, quill: MOVES },
    { mill: "2027-01-26", quill: "2027-01-26" },
    { effectiveOn: "2026-12-28" },
    slow,
  ],
  [
    "a vendor with an announced change, and another",
    { mill: SPELLS, till: SPELLS },
    { mill: "2027-02-01", till: "2027-02-01" },
    {},
    pending,
  ],
  [
    "a vendor with an announced change that waits, and one with a day of its own",
    { mill: MOVES, quill: MOVES, till: SPELLS },
    { mill: "2027-02-01", quill: "2027-02-01", till: "2026-12-05" },
    on({ till: "2026-12-05" }),
    pending,
  ],
  [
    "one that needs an approval",
    { mill: MOVES, quill: MOVES },
    { mill: "2026-12-27", quill: "2026-12-27" },
    {},
    strict,
  ],
  [
    "one that needs an approval, and another earlier",
    { quill: MOVES, till: SPELLS },
    { quill: "2026-12-27", till: "2026-12-02" },
    on({ till: "2026-12-02" }),
    strict,
  ],
  ["an emergency", { mill: MOVES, till: SPELLS }, { mill: "2026-11-26", till: "2026-11-26" }, emergency],
  [
    "nothing that waits, one with a day of its own",
    { mill: SPELLS, till: SPELLS },
    { mill: "2026-11-26", till: "2027-03-01" },
    on({ till: "2027-03-01" }),
  ],
])("%s", async (_, edits, expected, terms, before) => {
  const r = await start();
  await before?.(r);
  const path = await drafted(r, edits, terms);
  const { changeSet, mails } = await r.json("GET", `${path}/preview`, 200);
  expect(daysOf(changeSet)).toMatchObject(expected);

  const asItIs = await r.post(`${path}/announce`, {});
  const body = { effectiveOn: changeSet.effectiveOn };
  const announced = asItIs.ok ? await asItIs.json() : await r.json("POST", `${path}/announce`, 200, { body });
  expect(daysOf(announced)).toEqual(daysOf(changeSet));

  await r.drain();
  const subjects = (await r.messages("reader@example.org")).map(({ subject }) => subject);
  const toFollowers = mails.find(
    (mail: { audience: string; locale: string }) => mail.audience === "followers" && mail.locale === "en",
  );
  if (toFollowers) expect(subjects).toContain(toFollowers.subject);
});
