import { expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { respondLink } from "./setup/answering.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** A correction that names the changes it corrects, of a set whose changes concern different people. */

const PERIOD = { days: 30, basis: "calendar" };
const text = { en: "Yankee Cloud keeps the files in Ohio, not in Texas.", fr: "Les fichiers sont dans l’Ohio." };

const boxOf = (id: string) => `dpo@${id}.example`;
const unwrapped = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");

/** Announced together: a vendor for America, a vendor for payroll, and the end of one that all have used. */
async function announced() {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  await r.organisation({
    name: "Firma",
    privacyEmail: "p@firma.example",
    locales: ["en", "fr"],
    noticePeriod: PERIOD,
    objectionPeriod: PERIOD,
    products: [
      { key: "recruiting", name: "Recruiting" },
      { key: "payroll", name: "Payroll" },
    ],
    hostingRegions: [
      { key: "eu", name: "Europe" },
      { key: "us", name: "America" },
    ],
  });
  await r.listed(vendor({ name: "Old Host", slug: "old-host" }));
  const people: Record<string, object> = {
    american: { hostingRegions: ["us"], products: ["recruiting"] },
    european: { hostingRegions: ["eu"], products: ["recruiting"] },
    payer: { hostingRegions: ["eu"], products: ["payroll"], contacts: [{ email: "both@firm.example" }] },
    twin: { hostingRegions: ["us"], products: ["recruiting"], contacts: [{ email: "both@firm.example" }] },
  };
  for (const [id, body] of Object.entries(people))
    await r.json("PUT", `/v1/customers/${id}`, 201, { body: { name: id, contacts: [{ email: boxOf(id) }], ...body } });
  await r.follower("all@follower.example", { locale: "fr" });
  await r.follower("payroll@follower.example", { products: ["payroll"] });
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  const into = `changeSet=${number}`;
  const yankee = vendor({ name: "Yankee Cloud" }, { hostingRegions: ["us"], products: ["recruiting"] });
  await r.json("POST", `/v1/vendors?${into}`, 201, { body: yankee });
  await r.json("POST", `/v1/vendors?${into}`, 201, { body: vendor({ name: "Paymaster" }, { products: ["payroll"] }) });
  await r.json("DELETE", `/v1/vendors/old-host?${into}`, 200);
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
  await r.drain();
  return { r, number: number as number };
}

const correct = (r: Registry, number: number, body: object) =>
  r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body });

const READERS = [
  ...["american", "european"].map(boxOf),
  "both@firm.example",
  "all@follower.example",
  "payroll@follower.example",
];

/** Who has a mail whose subject is like that. */
async function whoGot(r: Registry, subject: RegExp): Promise<string[]> {
  const got = await Promise.all(
    READERS.map(async (to) => ((await r.messages(to)).some((mail) => subject.test(mail.subject)) ? to : [])),
  );
  return got.flat();
}

test("of a change reaches those whom it concerns, by the customers and products it concerns them for, and nobody else", async () => {
  const { r, number } = await announced();
  r.setTime("2026-03-05T09:00:00Z");
  const made = await correct(r, number, { text, changes: ["yankee-cloud"] });
  expect(made).toEqual({ changeSet: number, text, changes: ["yankee-cloud"], at: "2026-03-05T09:00:00.000Z" });
  await r.drain();
  expect(await whoGot(r, /^Firma : correction|^Firma: correction/)).toEqual([
    boxOf("american"),
    "both@firm.example",
    "all@follower.example",
  ]);

  const [, mail] = await r.messages("both@firm.example");
  expect(mail?.subject).toBe(`Firma: correction to our notice of change ${number} (Yankee Cloud)`);
  const read = unwrapped(mail?.text);
  expect(read).toContain("In our notice of 1 March 2026 something about Yankee Cloud was not right.");
  expect(read).toContain("Yankee Cloud keeps the files in Ohio");
  expect(read).toContain("For: twin, which uses Recruiting, hosted in: America - Takes effect on: 10 April 2026");
  expect(read).toContain("You can object until: 31 March 2026");
  expect(read).toContain("/respond/");
  expect(read).not.toMatch(/payer|Paymaster|Old Host/);
});

test("of the whole set reaches everybody who was told of it", async () => {
  const { r, number } = await announced();
  await correct(r, number, { text });
  await r.drain();
  expect(await whoGot(r, /correction/)).toEqual(READERS);
});

test("of what needs no answer says so, and links to the answer all the same", async () => {
  const { r, number } = await announced();
  await correct(r, number, { text: "It ends on that day for all.", changes: ["old-host"] });
  await r.drain();
  const mail = (await r.messages(boxOf("european"))).at(-1);
  expect(mail?.subject).toContain("correction to our notice");
  expect(mail?.text).toContain(await respondLink(r, boxOf("european"), number).then((link) => link.slice(0, 9)));
  expect(unwrapped(mail?.text)).toContain("An answer you have given stays recorded as it is");
  expect(unwrapped(mail?.text)).not.toMatch(/You can object until|needed under your contract/);
});

test("is told to whoever is told late only where it corrects what they are told of, and makes nobody told anew else", async () => {
  const { r, number } = await announced();
  r.setTime("2026-03-05T09:00:00Z");
  await correct(r, number, { text, changes: ["yankee-cloud"] });
  await r.drain();
  // A contact who goes and comes back was told of all that concerns them.
  const european = { name: "european", hostingRegions: ["eu"], products: ["recruiting"] };
  const contacts = [{ email: boxOf("european") }];
  r.setTime("2026-03-06T09:00:00Z");
  await r.json("DELETE", "/v1/customers/european", 204);
  await r.json("PUT", "/v1/customers/european", 201, { body: { ...european, contacts } });
  for (const [id, region] of [
    ["new-eu", "eu"],
    ["new-us", "us"],
  ])
    await r.json("PUT", `/v1/customers/${id}`, 201, {
      body: { name: id, hostingRegions: [region], products: ["recruiting"], contacts: [{ email: boxOf(String(id)) }] },
    });
  await r.drain();
  expect((await r.messages(boxOf("european"))).length).toBe(1);
  expect(unwrapped((await r.messages(boxOf("new-us"))).at(-1)?.text)).toContain("keeps the files in Ohio");
  const told = unwrapped((await r.messages(boxOf("new-eu"))).at(-1)?.text);
  expect(told).toContain("Old Host");
  expect(told).not.toMatch(/Ohio|corrected since/);
});

test("stands on the page with what it corrects, and is verified: what it names too", async () => {
  const { r, number } = await announced();
  await correct(r, number, { text, changes: ["yankee-cloud", "paymaster", "yankee-cloud"] });
  await r.drain();
  expect(await (await r.get(`/changes/${number}`)).text()).toMatch(/Paymaster and Yankee Cloud[\s\S]*Ohio/);
  expect((await r.json("GET", "/v1/audit/verify", 200)).bad).toEqual([]);
  const pack = Buffer.from(await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer());
  expect((await verifyPack(pack)).wrong).toBe(null);
  await r.db.execute("alter table notices disable trigger user");
  await r.rows(`update notices set about = about - 'changes' where kind = 'correction'`);
  expect((await r.json("GET", "/v1/audit/verify", 200)).firstBad).toMatchObject({
    table: "notice",
    reason: expect.stringContaining("other changes"),
  });
});

test("names changes of its set; of other changes the same words are another correction", async () => {
  const { r, number } = await announced();
  const path = `/v1/change-sets/${number}/correction`;
  const before = await r.stored();
  const wrong: [object, string][] = [
    [{ text, changes: [] }, "/changes"],
    [{ text, changes: ["yankee-cloud", "nobody"] }, "/changes/1"],
    [{ text, changes: ["\u0000"] }, "/changes/0"],
    [{ text, changes: "yankee-cloud" }, "/changes"],
    [{ text, changes: Array.from({ length: 1001 }, () => "yankee-cloud") }, "/changes"],
  ];
  for (const [body, pointer] of wrong) await expectProblem(await r.post(path, body), 422, "invalid-request", pointer);
  expect(await r.stored()).toEqual(before);
  await correct(r, number, { text, changes: ["yankee-cloud"] });
  await expectProblem(await r.post(path, { text, changes: ["yankee-cloud"] }), 409, "nothing-changed");
  await correct(r, number, { text, changes: ["paymaster"] });
  await correct(r, number, { text });
  await correct(r, number, { text, changes: ["paymaster"] });
});

test("a postponement names the customers whose change is put off, and reaches followers of its products alone", async () => {
  const { r, number } = await announced();
  await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, {
    body: { effectiveOn: "2026-05-01", reason: "The contract is not signed.", changes: ["yankee-cloud"] },
  });
  await r.drain();
  expect(await whoGot(r, /postponed|reportée/)).toEqual([
    boxOf("american"),
    "both@firm.example",
    "all@follower.example",
  ]);
  const read = unwrapped((await r.messages("both@firm.example")).at(-1)?.text);
  expect(read).toContain("For: twin");
  expect(read).not.toContain("payer");
});

test("what is put off again, and then withdrawn, is told from the day that was announced, with what it was put off to", async () => {
  const { r, number } = await announced();
  const postpone = (effectiveOn: string) =>
    r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body: { effectiveOn, reason: "Not signed." } });
  const lastTo = async (address: string) => {
    await r.drain();
    return unwrapped((await r.messages(address)).at(-1)?.text);
  };
  await postpone("2026-05-01");
  expect(await lastTo(boxOf("american"))).toContain("changes that were to take effect on 10 April 2026.");
  r.setTime("2026-03-02T09:00:00Z");
  await postpone("2026-06-01");
  expect(await lastTo(boxOf("american"))).toContain(
    "On 1 March 2026 we announced changes, and have postponed them to 1 May 2026 since. They take effect later still: on 1 June 2026.",
  );
  expect(await lastTo("all@follower.example")).toContain(
    "nous avons annoncé des modifications, reportées depuis au 1er mai 2026. Elles prennent effet plus tard encore : le 1er juin 2026.",
  );
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  expect(await lastTo(boxOf("american"))).toContain(
    "On 1 March 2026 we announced changes for 10 April 2026, and have postponed them to 1 June 2026 since. We have withdrawn that announcement",
  );
  expect(await lastTo("all@follower.example")).toContain(
    "pour le 10 avril 2026, puis nous les avons reportées au 1er juin 2026. Nous avons annulé cette annonce",
  );
});
