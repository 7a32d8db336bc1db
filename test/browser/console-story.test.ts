import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { firstSignInLink } from "../../src/registry/users/sign-in-links.ts";
import { button, field, headed, link, openPage, said, says, servedAt, turnTo } from "../setup/page.ts";
import { type Registry, registry } from "../setup/registry.ts";
import { runVerify } from "../setup/verify.ts";

const OWN = "admin@localhost.example";
const LEGAL = "privacy@acme.example";
const CUSTOMER = "lea@roth.example";
const SECOND = "second@acme.example";
const READER = "reader@acme.example";

type Story = { r: Registry; base: string; script: boolean };

const browse = ({ script }: Story, url: string) => openPage(url, 1280, "light", script);

/** The newest link to a page of ours that somebody was mailed. */
async function mailed({ r }: Story, to: string, path: string): Promise<string> {
  await r.drain();
  const found = (await r.messages(to)).map(({ text }) => new RegExp(`http\\S+${path}[\\w/-]+`).exec(text)?.[0]);
  const newest = found.findLast((each) => each !== undefined);
  if (newest === undefined) throw new Error(`Nobody mailed ${to} a link to ${path}`);
  return newest;
}

async function signIn(page: Page): Promise<void> {
  await button(page, "Sign in").press("Enter");
  await headed(page, "Today");
}

/** Somebody who was invited, signed in by the link in the mail. */
async function invited(story: Story, email: string): Promise<Page> {
  const page = await browse(story, await mailed(story, email, "/console/sign-in/"));
  await signIn(page);
  return page;
}

async function sayWhoWeAre(page: Page): Promise<void> {
  await link(page, "Say who you are").press("Enter");
  await headed(page, "Organisation");
  await field(page, "Name").fill("Acme");
  await field(page, "E-mail address for privacy").fill(LEGAL);
  await page.getByRole("checkbox", { name: "Another person has to approve each announcement" }).press("Space");
  await field(page, "Name").press("Enter");
  await said(page, "Saved.");
}

async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
  await turnTo(page, "People");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await button(page, "Invite").press("Enter");
  await said(page, "Invited:");
}

/** A vendor with one service in one country, saved into a draft. */
async function addVendor(page: Page, name: string, purpose: string, country: string, known = false): Promise<void> {
  await link(page, "Add a vendor").press("Enter");
  await headed(page, "Add a vendor");
  await field(page, "Name").fill(name);
  if (known) {
    // With script it is offered as the name is typed.
    if (await button(page, "Look in the catalogue").isVisible())
      await button(page, "Look in the catalogue").press("Enter");
    await button(page, `Use ${name}`).press("Enter");
    await says(page, `Filled in for ${name}`);
    expect(await field(page, "Legal entity").inputValue()).not.toBe("");
  }
  await page.getByRole("group", { name: "Purpose" }).getByRole("textbox", { name: "English" }).fill(purpose);
  await field(page, "Personal data").fill("Names and addresses");
  await page.getByRole("combobox", { name: "Country or area" }).fill(country);
  await button(page, "Save to draft").press("Enter");
  await headed(page, name);
}

/** The list there is: another person approves it, and publishes it from the checklist. */
async function publish(story: Story, page: Page, second: Page): Promise<void> {
  await turnTo(page, "Today");
  await link(page, "Add the vendors that you use").press("Enter");
  await headed(page, "Vendors");
  await addVendor(page, "OVHcloud", "Hosting", "France");
  await link(page, "Add or change a vendor").press("Enter");
  await addVendor(page, "Resend", "Sending mail", "United States", true);
  await link(page, "Add or change a vendor").press("Enter");
  await addVendor(page, "Hetzner", "Backups", "Germany");
  await approve(second, "Changes", /^Added: /);
  await turnTo(page, "Today");
  for (const done of ["Say who you are", "Add the vendors that you use"])
    await page.getByRole("listitem").filter({ hasText: done }).getByText("✓ done").waitFor();
  await link(page, "Publish the list you have").press("Enter");
  await says(page, "You have written in this list, so somebody else has to publish it");
  await turnTo(second, "Today");
  await link(second, "Publish the list you have").press("Enter");
  await headed(second, "Publish the list you have");
  await button(second, "Publish the list you have").press("Enter");
  await says(second, "First list");
  const readers = await browse(story, story.base);
  for (const name of ["OVHcloud", "Resend", "Hetzner"]) await says(readers, name);
}

/** The other person opens the draft, and approves it. */
async function approve(second: Page, screen: string, name: string | RegExp): Promise<void> {
  await turnTo(second, screen);
  await link(second, name).press("Enter");
  await says(second, "Waits for approval by another person");
  await button(second, "Approve").press("Enter");
  await says(second, /^Approved by /);
}

async function importCustomer(page: Page): Promise<void> {
  await turnTo(page, "Customers");
  await link(page, "Import from a file").press("Enter");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "customers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Company;Email;Notice period\nKanzlei Roth;${CUSTOMER};45 business days\n`),
  });
  await button(page, "Show what it would do").press("Enter");
  await page.getByRole("combobox", { name: "Company" }).selectOption({ label: "Name of the customer" });
  await button(page, "Show what it would do").press("Enter");
  await button(page, "Import 1 customer").press("Enter");
  await said(page, "1 customer has been imported.");
}

/** A day chosen in the draft, saved at once; without script by the button. */
async function dated({ script }: Story, page: Page, day: string): Promise<void> {
  await field(page, "Takes effect on").fill(day);
  if (script) await says(page, "All saved.");
  else await button(page, "Save the draft").press("Enter");
}

/** A new vendor: the date is chosen by what it means, its mail is looked at, and another person lets it go. */
async function announce(story: Story, page: Page, second: Page, reader: Page): Promise<void> {
  await turnTo(page, "Vendors");
  await addVendor(page, "HubSpot", "Customer relations", "France");
  await says(page, "Kanzlei Roth decides: 45 business days");
  await dated(story, page, "2027-01-01");
  await says(page, "1 January 2027 is too early for HubSpot");
  await dated(story, page, "2027-03-01");
  await page.getByText("is too early for").waitFor({ state: "detached" });
  await says(page, "You have written in this draft, so somebody else has to approve it.");

  await link(page, "Mails").press("Enter");
  await button(page, "Send me a test").press("Enter");
  await said(page, `A test is on its way to ${OWN}.`);
  await story.r.drain();
  expect((await story.r.messages(OWN)).at(-1)?.subject).toMatch(/^\[Test\] /);
  expect(await story.r.messages(CUSTOMER)).toEqual([]);

  expect(await offered(reader)).toEqual([]);
  await approve(second, "Today", "Read and approve");
  await link(page, "What changes").press("Enter");
  await says(page, /^Approved by Second Person/);
  await button(page, "Announce…").press("Enter");
  await headed(page, "Announce");
  await button(page, "Announce to 1 person").press("Enter");
  await page.getByRole("heading", { name: "What comes next" }).waitFor();
}

/** The customer objects by the link in its mail. */
async function object(story: Story): Promise<void> {
  const customer = await browse(story, await mailed(story, CUSTOMER, "/respond/"));
  await customer.getByRole("radio", { name: "We object" }).press("Space");
  await customer.getByRole("textbox", { name: "Your words" }).fill("We want to know more first.");
  await button(customer, "Send the answer").press("Enter");
  await said(customer, "Your answer is recorded.");
}

/** Legal is mailed a link to the objection; who has written the change reads who can decide, and the other person does. */
async function decide(story: Story, author: Page, page: Page): Promise<void> {
  await author.goto(await mailed(story, LEGAL, "/console/answers/"));
  await headed(author, "Kanzlei Roth objects");
  await says(author, "We want to know more first.");
  await says(author, "Who can: Second Person.");
  await turnTo(page, "Today");
  await link(page, "Decide").press("Enter");
  await page.getByRole("radio", { name: "The change remains as announced" }).press("Space");
  await field(page, "Your words to them").fill("We have assessed it, and send you the assessment.");
  await button(page, "Decide, and mail it").press("Enter");
  await said(page, "Decided. Below is who is told of it by mail");
  await story.r.drain();
  expect((await story.r.messages(CUSTOMER)).at(-1)?.text).toContain("We have assessed it");
}

async function takeEvidence(page: Page): Promise<void> {
  await turnTo(page, "Changes");
  await link(page, "Added: HubSpot").press("Enter");
  await headed(page, "Added: HubSpot");
  const [download] = await Promise.all([page.waitForEvent("download"), link(page, "Evidence pack").press("Enter")]);
  expect(await runVerify(await readFile(await download.path()))).toMatchObject({ code: 0, stderr: "" });
}

/** What does something, by the names it has on any screen. */
const ACTS =
  /^(Add|Announce|Approve|Correct|Decide|Discard|Edit|Enter|Evidence pack|Import|New|Postpone|Remove|Save|Send|Take|Waive|Withdraw)\b/;
/** Buttons that only show something else. */
const LOOKS = ["Search", "Show", "What if"];

/** Looks at every screen, and at the change and the answer that are open. Gives what is offered there to be done. */
async function offered(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async () => {
    const main = page.getByRole("main");
    const names = await main.getByRole("link").allInnerTexts();
    const buttons = await main.getByRole("button").allInnerTexts();
    found.push(...names.filter((name) => ACTS.test(name)), ...buttons.filter((name) => !LOOKS.includes(name)));
  };
  for (const name of ["Today", "Vendors", "Customers", "Transfers", "Organisation", "Answers", "Changes"]) {
    await turnTo(page, name);
    await look();
  }
  await link(page, "Added: HubSpot").press("Enter");
  await headed(page, "Added: HubSpot");
  await look();
  return found;
}

for (const script of [true, false]) {
  test(`from the first sign-in link to the evidence of an objection that was answered, ${script ? "with" : "without"} script`, async () => {
    const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
    const base = await servedAt(r);
    r.deps.config.publicUrl = base;
    const story = { r, base, script };
    const page = await browse(story, `${base}/console/sign-in/${await firstSignInLink(r.deps)}`);
    await signIn(page);
    await sayWhoWeAre(page);
    await invite(page, "Second Person", SECOND, "May announce");
    await invite(page, "Only Reader", READER, "May read");
    const second = await invited(story, SECOND);
    await publish(story, page, second);
    await importCustomer(page);
    const reader = await invited(story, READER);
    await announce(story, page, second, reader);
    await object(story);
    expect(await offered(reader)).toEqual([]);
    const toAuthor = await offered(page);
    expect(toAuthor).toEqual(expect.arrayContaining(["Add a vendor", "Postpone", "Withdraw", "Evidence pack"]));
    expect(toAuthor).not.toContain("Decide");
    expect(await offered(second)).toContain("Decide");
    await decide(story, page, second);
    await takeEvidence(page);
  });
}
