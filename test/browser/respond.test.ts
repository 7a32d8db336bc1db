import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { addressed } from "../../src/notify/mail/mail.ts";
import { about, changeSet, contact } from "../mail/fixtures.ts";
import { announced, customer, organised, respondLink, responsesOf } from "../setup/answering.ts";
import { darkIsSound, openPage, pageIsSound, servedAt, submit, tabTo } from "../setup/page.ts";

const DPO = "dpo@globex.example";

/** A contact of two customers and a follower, told of a change. */
async function told() {
  const r = await organised();
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  await customer(r, "globex", [DPO], { authorisation: "specific" });
  await customer(r, "initech", [DPO], { objectionPeriod: { days: 10, basis: "calendar" } });
  await customer(r, "umbrella", ["dpo@umbrella.example"]);
  await r.follower("reader@example.com");
  const number = await announced(r);
  const link = async (email: string) => base + (await respondLink(r, email, number));
  return { r, base, number, link };
}

/** Goes to the kinds of answer and down them to this one. */
async function choose(page: Page, kind: string): Promise<void> {
  await tabTo(page, "input[name=kind]");
  await page.keyboard.press("Space");
  const chosen = page.locator("input[name=kind]:checked");
  for (let step = 0; step < 4 && (await chosen.inputValue()) !== kind; step += 1)
    await page.keyboard.press("ArrowDown");
  expect(await chosen.inputValue()).toBe(kind);
}

for (const width of [1280, 360]) {
  test(`by keyboard alone, at ${width} px: choose for whom, object, see it recorded, change it`, async () => {
    const { r, base, link } = await told();
    const page = await openPage(await link(DPO), width);
    await pageIsSound(page, base);

    await tabTo(page, "input[name=customer]");
    await page.keyboard.press("Space");
    await choose(page, "objected");
    await tabTo(page, "textarea");
    await page.keyboard.type("Not outside the EEA.");
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect(await page.locator("[role=status]").innerText()).toContain("recorded");
    expect(await responsesOf(r)).toMatchObject([
      { customer: "globex", kind: "objected", text: "Not outside the EEA." },
    ]);

    await page.goto(await link("dpo@umbrella.example"));
    await choose(page, "acknowledged");
    await tabTo(page, "main form button");
    await submit(page);
    expect(await page.locator("input[name=kind]:checked").inputValue()).toBe("acknowledged");
    await choose(page, "asked");
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect(await page.locator("textarea").getAttribute("aria-invalid")).toBe("true");
    await tabTo(page, "textarea");
    await page.keyboard.type("In which region?");
    await tabTo(page, "main form button");
    await submit(page);
    const answers = await responsesOf(r, "?customer=umbrella");
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["acknowledged", "asked"]);
    expect(answers).toContainEqual(expect.objectContaining({ kind: "asked", text: "In which region?" }));
  });

  test(`every state of the page is sound at ${width} px, light and dark, in both languages`, async () => {
    const { r, base, number, link } = await told();
    const paths = [
      await link(DPO),
      `${await link("reader@example.com")}?lang=fr`,
      `${await link("dpo@umbrella.example")}`,
    ];
    const page = await openPage(base, width);
    for (const path of paths) {
      await page.goto(path);
      await pageIsSound(page, base);
      await darkIsSound(page);
    }
    await page.evaluate("document.querySelector('main form').noValidate = true");
    await page.focus("main form button");
    await submit(page);
    await pageIsSound(page, base);
    await darkIsSound(page);
    r.setTime("2027-01-02T09:00:00Z");
    await page.goto(paths[0] ?? "");
    await pageIsSound(page, base);
    r.setTime("2026-11-22T09:00:00Z");
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    await page.goto(paths[0] ?? "");
    await pageIsSound(page, base);
    await page.goto(`${base}/respond/unknown`);
    await pageIsSound(page, base);
  });
}

test("an answer needs no script", async () => {
  const { r, link } = await told();
  const page = await openPage(await link("reader@example.com"), 1280, "light", false);
  await page.fill("input[name=onBehalfOf]", "Vandelay");
  await page.check("input[value=asked]");
  await page.fill("textarea", "Which region?\nAnd since when?");
  await page.click("main form button");
  expect(await page.innerText("[role=status]")).toContain("recorded");
  expect(await page.inputValue("textarea")).toBe("Which region?\nAnd since when?");
  expect(await responsesOf(r)).toMatchObject([{ onBehalfOf: "Vandelay", text: "Which region?\nAnd since when?" }]);
});

test.each(["en", "fr"] as const)(
  "whoever opens a notice has its two dates and the button for an answer on the first screen, 600 px by 600 (%s)",
  async (locale) => {
    const mail = announcementMail({ ...about(changeSet(), locale), terms: [contact] });
    const page = await openPage("about:blank", 600);
    await page.setContent(addressed(mail, "TOKEN", "TOKEN", { customer: "Kanzlei Roth & Partner" }).html);
    const bottomOf = async (selector: string) => {
      const { y, height } = (await page.locator(selector).first().boundingBox()) ?? { y: Number.NaN, height: 0 };
      return y + height;
    };
    const [dates, button] = [await bottomOf("table.table"), await bottomOf("a.button")];
    expect(dates).toBeLessThan(button);
    expect(button).toBeLessThanOrEqual(600);
  },
);
