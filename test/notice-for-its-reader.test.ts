import { expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

/** A notice as its reader reads it: for whom, what of it concerns them, from when and until when. */

const PERIOD = { days: 30, basis: "calendar" };

/** An organisation with two products and two regions. */
async function withCustomers(customers: Record<string, object>) {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  await r.organisation({
    name: "Firma",
    privacyEmail: "p@firma.example",
    regimes: ["eu", "uk", "ch"],
    timeZone: "UTC",
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
  for (const [name, body] of Object.entries(customers))
    await r.json("PUT", `/v1/customers/${name.toLowerCase().replace(/\W+/g, "-")}`, 201, {
      body: { name, contacts: [{ email: mailbox(name) }], ...body },
    });
  return r;
}

const mailbox = (name: string) => `dpo@${name.toLowerCase().replace(/\W+/g, "-")}.example`;

/** No transfer tool is stated here: that is known, and announced. */
const KNOWN = { acceptFindings: ["gap"], acceptFindingsReason: "Known." };

async function announce(r: Registry, body: object, more: object = { effectiveOn: "2026-04-01" }): Promise<number> {
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { ...more, ...KNOWN } });
  await r.drain();
  return changeSet.number;
}

async function readBy(r: Registry, name: string) {
  const mails = await r.messages(mailbox(name));
  const mail = mails.at(-1);
  if (!mail) throw new Error(`${name} got no mail`);
  return { ...mail, line: mail.text.replace(/\s+/g, " ") };
}

const harbor = () =>
  vendor({
    name: "Harbor",
    services: [
      {
        key: "files",
        name: "Files",
        purpose: "Keeps files",
        products: ["recruiting", "payroll"],
        locations: [
          { country: "DE", hostingRegions: ["eu"] },
          { country: "US", hostingRegions: ["us"] },
        ],
      },
      { key: "pay", name: "Pay", purpose: "Runs the payroll", products: ["payroll"], locations: [{ country: "FR" }] },
    ],
  });

test("names its customer and what that uses, and tells of the services, products and places that are for it", async () => {
  const r = await withCustomers({
    "Kanzlei Roth": { products: ["recruiting"], hostingRegions: ["eu"] },
    "Yankee & Sons": { products: ["recruiting"], hostingRegions: ["us"] },
    Everything: {},
  });
  await announce(r, harbor());

  const roth = await readBy(r, "Kanzlei Roth");
  expect(roth.line).toContain("- For: Kanzlei Roth, which uses Recruiting, hosted in: Europe");
  expect(roth.line).toContain("this address is a contact of Kanzlei Roth, a customer of Firma");
  expect(roth.line).toContain("- Products: Recruiting");
  expect(roth.line).toContain("Germany");
  expect(roth.text).not.toMatch(/Payroll|Runs the payroll|United States|America|France/);
  expect(roth.line).toContain("Transfers (UK): covered by UK adequacy regulations (Germany)");
  expect(roth.line).toContain(
    "Transfers (Switzerland): covered by the Swiss list of States with adequate data protection (Germany)",
  );

  const yankee = await readBy(r, "Yankee & Sons");
  expect(yankee.line).toContain("For: Yankee & Sons, which uses Recruiting");
  expect(yankee.html).toContain("Yankee &amp; Sons, which uses");
  expect(yankee.html).not.toContain("Yankee & Sons");
  expect(yankee.text).not.toMatch(/Payroll|Germany|France|Europe/);
  expect(yankee.line).toContain("Transfers (EU, UK and Switzerland): transfer tool not stated");

  const all = await readBy(r, "Everything");
  for (const told of ["Recruiting", "Payroll", "Germany", "United States", "Runs the payroll"])
    expect(all.line).toContain(told);
  expect(all.line).toContain("- For: Everything -");
});

test("is one mail for all customers on the same terms, whose names and contacts' are in its readers' copies alone", async () => {
  const named = (email: string, name: string) => ({ contacts: [{ email, name }] });
  const r = await withCustomers({
    Alpha: named(mailbox("Alpha"), "Dr. Anna <Roth>"),
    Beta: named(mailbox("Beta"), "B".repeat(200)),
    Gamma: { products: ["payroll"] },
  });
  await r.follower("reader@example.com", { name: "Reader" });
  const number = await announce(r, harbor());
  const lines = await Promise.all(["Alpha", "Beta"].map(async (name) => (await readBy(r, name)).line));
  expect(lines.map((line) => /For: (\w+)/.exec(line)?.[1])).toEqual(["Alpha", "Beta"]);
  const [alpha, beta, gamma] = await Promise.all(["Alpha", "Beta", "Gamma"].map((name) => readBy(r, name)));
  expect(alpha?.text).toContain("\nHello Dr. Anna <Roth>,\n");
  expect(alpha?.html).toContain("Hello Dr. Anna &lt;Roth&gt;,");
  expect(beta?.text).toContain(`\nHello ${"B".repeat(79)}…,\n`);
  expect(gamma?.text).toContain("\nHello,\n");
  expect((await r.messages("reader@example.com"))[0]?.text).toContain("\nHello,\n");
  const { notices } = await r.json("GET", `/v1/change-sets/${number}/evidence`, 200);
  const [{ mails }] = notices;
  const variants = mails.map(({ variant }: { variant: string }) => variant);
  expect(variants.filter((variant: string) => variant.includes("payroll"))).toHaveLength(1);
  expect(variants).toHaveLength(3);
  expect(JSON.stringify(mails)).not.toMatch(/Alpha|Beta|Gamma|Roth|BBB/);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("of a place that is new for one region says what that region had and has, and nothing of the others", async () => {
  const eu = { country: "DE", hostingRegions: ["eu"] };
  const us = { country: "US", hostingRegions: ["us"] };
  const r = await withCustomers({ American: { hostingRegions: ["us"] } });
  await r.listed(vendor({ name: "Harbor", slug: "harbor" }, { locations: [eu, us] }));
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor", 200, {
    body: { services: [{ key: "main", purpose: "Hosting", locations: [eu, us, { ...us, country: "IN" }] }] },
  });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, {
    body: { effectiveOn: "2026-04-01", ...KNOWN },
  });
  await r.drain();
  const { text } = await readBy(r, "American");
  expect(text).toContain("India");
  expect(text).not.toMatch(/Germany|Europe/);
});

test("the preview shows it with the name of a customer that would read it", async () => {
  const r = await withCustomers({ "Kanzlei Roth": { products: ["recruiting"] } });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: harbor() });
  const { mails } = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
  const contacts = mails.filter(({ audience }: { audience: string }) => audience === "contacts");
  expect(contacts).toHaveLength(1);
  expect(contacts[0].text).toContain("Kanzlei Roth, which uses Recruiting");
  expect(contacts[0].text).not.toContain("Payroll");
});

test("that needs an approval says so in its subject and in its first sentence", async () => {
  const r = await withCustomers({ Careful: { authorisation: "specific" }, Easy: {} });
  await announce(r, harbor());
  const careful = await readBy(r, "Careful");
  expect(careful.subject).toMatch(/^Firma: your approval is needed: Harbor will be added/);
  expect(careful.line).toMatch(/Hello, Under your contract this change needs your approval\./);
  expect(careful.text).toMatch(/\nHow to answer\n-+\n/);
  expect(careful.line).toMatch(
    /- Takes effect on: 1 April 2026, start of day UTC, at the earliest, and not before you have approved/,
  );
  expect(careful.text).toContain("Approve, object or ask:");
  expect(careful.line).not.toContain("If you do not object");
  const easy = await readBy(r, "Easy");
  expect(easy.subject).not.toContain("approval");
});

test("of an emergency says whose own period is not kept, which day that would have allowed, and whose is kept", async () => {
  const r = await withCustomers({
    Slow: { noticePeriod: { days: 60, basis: "calendar" } },
    Quick: { noticePeriod: { days: 2, basis: "calendar" }, objectionPeriod: { days: 2, basis: "calendar" } },
  });
  await announce(r, harbor(), { effectiveOn: "2026-03-10", emergency: { reason: "The old one ends." } });
  expect((await readBy(r, "Slow")).line).toContain(
    "The period of your contract is not kept: by it, 1 May 2026 would have been the earliest day.",
  );
  expect((await readBy(r, "Quick")).line).toContain("The period of your contract is kept all the same.");
});

test("tells of an emergency only whom the urgent change concerns", async () => {
  const r = await withCustomers({ Roth: { products: ["recruiting"] }, Berg: { products: ["payroll"] } });
  const tool = (name: string, product: string) =>
    vendor({ name, services: [{ purpose: "Hosting", locations: [{ country: "US" }], products: [product] }] });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: tool("Urgent", "recruiting") });
  await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, { body: tool("Patient", "payroll") });
  const path = `/v1/change-sets/${changeSet.number}`;
  await r.json("PATCH", path, 200, { body: { changes: { urgent: { effectiveOn: "2026-03-10" } } } });
  const emergency = { reason: "The old one ends." };
  await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-01", emergency, ...KNOWN } });
  await r.drain();
  expect((await readBy(r, "Roth")).line).toContain(emergency.reason);
  const { line } = await readBy(r, "Berg");
  expect(line).toContain("- Takes effect on: 1 April 2026");
  expect(line).not.toMatch(/emergency|The old one ends|usual notice period/);
});

test("a reminder for several customers says which changes are whose", async () => {
  const contacts = [{ email: "dpo@both.example" }];
  const r = await withCustomers({
    Roth: { products: ["recruiting"], contacts },
    Berg: { products: ["payroll"], contacts, authorisation: "specific" },
  });
  const tool = (name: string, product: string) =>
    vendor({ name, services: [{ purpose: "Hosting", locations: [{ country: "US" }], products: [product] }] });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: tool("Finder", "recruiting") });
  await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, { body: tool("Payer", "payroll") });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, {
    body: { effectiveOn: "2026-04-01", ...KNOWN },
  });
  await r.drain();
  r.setTime("2026-03-28T09:00:00Z");
  await runMinute(r.deps, { budgetMs: 5000 });
  const text = (await r.messages("dpo@both.example")).at(-1)?.text.replace(/\s+/g, " ");
  expect(text).toContain("Reminder: your approval is needed");
  expect(text).toContain("- Roth (Finder): last day to object 31 March 2026");
  expect(text).toContain("- Berg (Payer): last day to object 31 March 2026");
  expect(text).toContain("- Berg (Payer): under the contract this needs your approval");
});

test("corrects and withdraws as a contact's mail: for whom, what is so now, until when they may answer", async () => {
  const r = await withCustomers({ "Kanzlei Roth": { products: ["recruiting"] } });
  const number = await announce(r, harbor());
  await r.json("POST", `/v1/change-sets/${number}/correction`, 201, {
    body: { text: "It processes salaries, too." },
  });
  await r.drain();
  const correction = await readBy(r, "Kanzlei Roth");
  for (const part of [
    "It processes salaries, too.",
    "- For: Kanzlei Roth, which uses Recruiting",
    "- Takes effect on: 1 April 2026",
    "- You can object until: 31 March 2026, end of day UTC",
    "Object, take note or ask: https://registry.example/respond/",
    "a contact of Kanzlei Roth, a customer of Firma",
  ])
    expect(correction.line).toContain(part);

  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: { reason: "Not signed." } });
  await r.drain();
  const withdrawal = await readBy(r, "Kanzlei Roth");
  expect(withdrawal.line).toContain("everything stays as it was");
  expect(withdrawal.line).toContain("a contact of Kanzlei Roth, a customer of Firma");
  expect(withdrawal.text).not.toMatch(/follows|will be added/);
});

test("has its proofs at the end, and what its reader looks for before what the company's papers are", async () => {
  const r = await withCustomers({ Alpha: {} });
  await announce(
    r,
    vendor({
      name: "Papers",
      legalName: "Papers Ltd",
      website: "https://papers.example",
      services: [{ key: "main", purpose: "Scans", safeguards: [{ mechanism: "scc", module: 3 }] }],
    }),
  );
  const { text } = await readBy(r, "Alpha");
  const order = [
    "- For: Alpha",
    "- Takes effect on:",
    "- You can object until:",
    "/respond/",
    "- Purpose: Scans",
    "- Personal data: Not stated",
    "- People concerned: Not stated",
    "- Where: Not stated",
    "- Transfer tools:",
    "- Legal entity: Papers Ltd",
    "- Website: https://papers.example",
    "How to object",
    "Kind regards",
    "fingerprint",
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places, text).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
