import { expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { fitsTheScreen, LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { registry, vendor } from "../setup/registry.ts";

test("a customer is added with what its terms mean as they are typed, others come by a file, and it is said who is told", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  await r.organisation({ products: [{ key: "chat", name: "Acme Chat" }] });
  await r.listed(vendor({ name: "Zendesk" }));
  const operator = await consoleOf(r);
  const [name = "", value = ""] = operator.cookie.split("=");
  const page = await openPage(base, ...LOOKS.phone);
  await page.context().addCookies([{ name, value, url: base }]);
  await page.goto(`${base}/console`);
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Customers" }).click();
  await page.getByText("There is no customer yet.").waitFor();
  await soundInBothLooks(page, base);

  await page.getByRole("link", { name: "Add a customer" }).click();
  await page.getByRole("button", { name: "Add a customer" }).click();
  const alert = page.getByRole("alert");
  await alert.and(page.locator(":focus")).waitFor();
  await alert.getByRole("link", { name: "Name: Please fill this in." }).click();
  await page.keyboard.type("Kanzlei Roth");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("lea@roth.example");
  await page.getByRole("group", { name: "Notice period" }).first().getByRole("textbox").first().fill("45");
  await page.getByText("Notice: 45 days from the notice, deemed received the day it is sent.").waitFor();
  await page.getByText("10 January 2027, end of day in Paris").waitFor();
  await page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true");
  await soundInBothLooks(page, base);
  await page.getByRole("textbox", { name: "Name", exact: true }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Kanzlei Roth" }).waitFor();
  await soundInBothLooks(page, base);

  await page.getByRole("link", { name: "Customers" }).last().click();
  await page.getByRole("link", { name: "Import from a file" }).click();
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "customers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Mandant;Email;Notice period\nKanzlei Roth;lea@roth.example;60 days\nGlobex;p@globex.example;"),
  });
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await page.getByText("One question: which column is this? Name of the customer.").waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("combobox", { name: "Mandant" }).selectOption({ label: "Name of the customer" });
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await page.getByText("45 days from the notice, deemed received the day it is sent").waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("button", { name: "Import 2 customers" }).click();
  await page.getByRole("status").filter({ hasText: "2 customers have been imported." }).waitFor();
  await soundInBothLooks(page, base);

  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-03-01", 201, {
    body: vendor({ name: "HubSpot" }),
  });
  await page.getByRole("link", { name: "Told of changes" }).click();
  await page.getByRole("link", { name: "HubSpot" }).click();
  await page.getByRole("heading", { level: 1, name: "Who is told of change 2, and until when" }).waitFor();
  expect(await page.getByText("25 January 2027, end of day in Paris").count()).toBe(1);
  await soundInBothLooks(page, base);

  await page.getByRole("link", { name: "Kanzlei Roth" }).click();
  await page.getByRole("link", { name: "lea@roth.example" }).click();
  await soundInBothLooks(page, base);
  await page.getByRole("link", { name: "Erase" }).click();
  await page.getByText("Nobody else can be told for Kanzlei Roth").waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("button", { name: "Erase" }).click();
  await page.getByRole("status").filter({ hasText: "Erased: the name and address are kept no more" }).waitFor();
  expect((await r.json("GET", "/v1/customers/kanzlei-roth", 200)).contacts).toEqual([]);
});

test("names without a space fit in the lists of any screen, from a narrow phone's on", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" } });
  const base = await servedAt(r);
  await r.organisation({ regimes: ["eu", "uk", "ch"] });
  const long = "Beteiligungsgesellschaft".repeat(8);
  const services = [{ name: long, purpose: long, locations: [{ country: "US" }], safeguards: [{ mechanism: "scc" }] }];
  await r.listed(vendor({ name: long, legalName: long, services }));
  await r.json("PUT", "/v1/customers/long", 201, { body: { name: long, contacts: [] } });
  const { cookie, send } = await consoleOf(r);
  await send("/console/people/users", {
    name: long,
    email: `${"a".repeat(60)}@${"b".repeat(60)}.example`,
    role: "read",
  });
  const page = await openPage(base, 1280);
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: base }]);
  for (const screen of ["customers", "vendors", "transfers", "people"])
    for (const locale of ["en", "fr"]) {
      await page.goto(`${base}/console/${screen}?lang=${locale}`);
      for (const width of [1280, 1024, 920, 768, 650, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await fitsTheScreen(page);
      }
    }
});
