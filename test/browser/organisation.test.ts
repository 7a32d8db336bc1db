import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

const PATH = "/console/organisation";

/** A registry with a console, and somebody who has signed in to it in a browser. */
async function signedIn() {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const operator = await consoleOf(r);
  const [name = "", value = ""] = operator.cookie.split("=");
  const page = await openPage(base, ...LOOKS.wide);
  await page.context().addCookies([{ name, value, url: base }]);
  return { r, base, page, ...operator };
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test("the organisation is said, with what the periods mean as they are typed", async () => {
  const { r, base, page } = await signedIn();
  await page.goto(`${base}/console`);
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Organisation" }).click();
  await page.getByRole("heading", { level: 1, name: "Organisation" }).waitFor();
  await soundInBothLooks(page, base);

  // What is wrong has the focus, and leads to its field.
  await field(page, "E-mail address for privacy").fill("nobody");
  await save(page);
  const alert = page.getByRole("alert");
  await alert.and(page.locator(":focus")).waitFor();
  await soundInBothLooks(page, base);
  await alert.getByRole("link", { name: "Name: Please fill this in." }).click();
  await field(page, "Name").and(page.locator(":focus")).waitFor();
  expect(await field(page, "E-mail address for privacy").inputValue()).toBe("nobody");

  await field(page, "E-mail address for privacy").fill("privacy@acme.example");
  await field(page, "Name").fill("Acme");
  await page.getByText("Holidays", { exact: true }).first().click();
  await field(page, "Holidays").fill("8 December 2026\n25 December 2026");
  const notice = page.getByRole("group", { name: "Notice period" });
  await notice.getByRole("textbox", { name: "How many" }).fill("10");
  await notice
    .getByRole("combobox", { name: "What is counted" })
    .first()
    .selectOption({ label: "business days (Monday to Friday)" });
  await page.getByText("11 December 2026, end of day in Paris").waitFor();
  expect(await r.rows("select document from organisation where document is not null")).toEqual([]);

  const offer = page.getByRole("heading", { name: "Your products and hosting regions" });
  await offer.click();
  // Enter saves, as the button does.
  await page.getByRole("group", { name: "Product 1" }).getByRole("textbox").fill("Chat");
  await field(page, "Name").press("Enter");
  await page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
  await soundInBothLooks(page, base);
  await offer.click();
  await page.getByRole("button", { name: "Add a product" }).click();
  await page.getByRole("group", { name: "Product 2" }).waitFor();
  expect(await r.json("GET", "/v1/organisation", 200)).toMatchObject({
    name: "Acme",
    noticePeriod: { days: 10, basis: "business" },
    holidays: ["2026-12-08", "2026-12-25"],
    products: [{ key: "chat", name: "Chat" }],
  });
  await page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true");
  await soundInBothLooks(page, base);
});

test("two people at once: the later one reads what the other has saved, beside the field", async () => {
  const { r, base, page } = await signedIn();
  await r.organisation();
  await page.goto(base + PATH);
  await r.organisation({ legalName: "Acme GmbH" });
  await field(page, "Legal name").fill("Acme SAS");
  await save(page);
  await page.getByRole("heading", { name: "Somebody else has saved this meanwhile" }).waitFor();
  await page.getByRole("link", { name: "Legal name: differs from what is saved" }).click();
  await page.getByText("Saved meanwhile: Acme GmbH").waitFor();
  await soundInBothLooks(page, base);
  expect(await field(page, "Legal name").inputValue()).toBe("Acme SAS");
});

test("leaving what is not saved asks first; after saving it does not", async () => {
  const { r, base, page } = await signedIn();
  await r.organisation();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(base + PATH);
  await page.goto(`${base}/console`);
  expect(asked).toEqual([]);
  await page.goto(base + PATH);
  await field(page, "Legal name").pressSequentially("Acme SAS");
  await page.goto(`${base}/console`);
  expect(asked).toEqual(["beforeunload"]);
  await page.goto(base + PATH);
  await field(page, "Legal name").pressSequentially("Acme SAS");
  await save(page);
  await page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
  await page.goto(`${base}/console`);
  expect(asked).toEqual(["beforeunload"]);
});

test("without script everything is there but what is live: a button shows what the periods mean", async () => {
  const { base, cookie } = await signedIn();
  const page = await openPage(base, 1280, "light", false);
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: base }]);
  await page.goto(base + PATH);
  await field(page, "Name").fill("Acme");
  await page.getByRole("group", { name: "Notice period" }).getByRole("textbox", { name: "How many" }).fill("10");
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Not saved yet.").waitFor();
  await page.getByText("6 December 2026, end of day in Paris").waitFor();
  await field(page, "Name").press("Enter");
  await page.getByText("Saved.", { exact: true }).waitFor();
});

test("a language that is ticked has its fields at once, and one that is not has none, but where something stands in them", async () => {
  const { r, base, page } = await signedIn();
  await r.organisation({ locales: ["en", "de", "fr"], intro: { en: "Our list", de: "Unsere Liste" } });
  await page.goto(`${base}${PATH}`);
  await page.getByRole("heading", { name: "What the page says besides" }).click();
  const intro = page.getByRole("group", { name: "Introduction" });
  const shown = async () => {
    const fields = await intro.getByRole("textbox").all();
    return Promise.all(fields.map((each) => each.getAttribute("name")));
  };
  expect(await shown()).toEqual(["intro.en", "intro.fr", "intro.de"]);
  const published = page.getByRole("group", { name: "Languages you publish in" });
  await published.getByRole("checkbox", { name: "Français" }).uncheck();
  await published.getByRole("checkbox", { name: "Deutsch" }).uncheck();
  await published.getByRole("checkbox", { name: "Italiano" }).check();
  expect(await shown()).toEqual(["intro.en", "intro.de", "intro.it"]);
});
