import { expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { registry, vendor } from "../setup/registry.ts";

test("a known vendor is written down, with its verdict as it is typed, and saved into a draft", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  await r.organisation({ regimes: ["eu", "uk"], locales: ["en", "fr"] });
  await r.listed(vendor({ name: "Zendesk" }, { locations: [{ country: "US" }] }));
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const { cookie } = await consoleOf(r);
  const [name = "", value = ""] = cookie.split("=");
  const page = await openPage(base, ...LOOKS.wide);
  await page.context().addCookies([{ name, value, url: base }]);

  await page.goto(`${base}/console/vendors`);
  await page.getByRole("rowheader", { name: "Zendesk" }).waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("link", { name: "Add a vendor" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).pressSequentially("resen");
  await page.getByRole("button", { name: "Use Resend" }).press("Enter");
  await page.getByText("Filled in for Resend").and(page.locator(":focus")).waitFor();
  const legalName = page.getByRole("textbox", { name: "Legal entity", exact: true });
  expect(await legalName.inputValue()).toBe("Plus Five Five, Inc.");
  await soundInBothLooks(page, base);

  // The verdict follows what is typed.
  const place = page.getByRole("group", { name: "Place 1" });
  await place.getByRole("combobox", { name: "Country or area" }).pressSequentially("Nowhere");
  await page.getByRole("button", { name: "Save to draft" }).click();
  await page.getByRole("alert").and(page.locator(":focus")).waitFor();
  await soundInBothLooks(page, base);
  await page
    .getByRole("link", {
      name: "Country or area (1): Please choose a country or area; a town goes into the details of the place.",
    })
    .click();
  await page.locator(":focus").fill("United States");
  await page.getByText("EU: transfer tool not stated").waitFor();
  const safeguard = page.getByRole("group", { name: "Transfer tool 1" });
  await safeguard.getByRole("combobox", { name: "Transfer tool" }).selectOption("Data Privacy Framework");
  await safeguard.getByRole("textbox", { name: "Certified company" }).fill("Resend Holdings, Inc.");
  await page.getByText("certified: Resend Holdings, Inc.").waitFor();
  // Which laws the list has the company for is asked in sight, as there are two.
  const british = safeguard.getByRole("group", { name: "Law it is for" }).getByRole("checkbox", { name: "UK" });
  await british.check();
  await page.getByText("UK: covered by the UK Extension to the EU-US Data Privacy Framework").waitFor();
  await british.uncheck();
  await safeguard.getByRole("textbox", { name: "Certified company" }).fill("");
  await safeguard.getByRole("combobox", { name: "Transfer tool" }).selectOption("Standard contractual clauses");
  await safeguard.getByRole("textbox", { name: "Certified company" }).waitFor({ state: "hidden" });
  await safeguard.getByRole("combobox", { name: "Module of the clauses" }).selectOption({ index: 3 });
  await page.getByText("EU: covered by standard contractual clauses").waitFor();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await soundInBothLooks(page, base);

  await legalName.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Added: Resend" }).waitFor();
  await page.goto(`${base}/console/vendors/resend/edit`);
  await page.getByText("What this draft changes").waitFor();
  await soundInBothLooks(page, base);
  await page.goto(`${base}/console/vendors/zendesk`);
  await soundInBothLooks(page, base);
  expect((await r.json("GET", "/v1/change-sets/2", 200)).changes[0].after.services[0]).toMatchObject({
    locations: [{ country: "US" }],
    safeguards: [{ mechanism: "scc", module: 3 }],
  });
});

test("of a vendor with several companies the one that contracts is chosen, and what few need is folded until it says something", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  await r.organisation({ regimes: ["eu"], locales: ["en", "de"] });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const { cookie } = await consoleOf(r);
  const [name = "", value = ""] = cookie.split("=");
  const page = await openPage(base, ...LOOKS.wide);
  await page.context().addCookies([{ name, value, url: base }]);
  const MARK = "From the catalogue: please check.";

  // What is typed beside the name stays when what the catalogue has is taken over, and what was taken before goes.
  await page.goto(`${base}/console/new-vendor`);
  const vendorName = page.getByRole("textbox", { name: "Name", exact: true });
  await page.getByRole("textbox", { name: "Personal data" }).fill("Names");
  await vendorName.fill("zend");
  await page.getByRole("button", { name: "Use Zendesk" }).click();
  await page.getByText("Filled in for Zendesk").waitFor();
  expect(await page.getByRole("textbox", { name: "Legal entity", exact: true }).inputValue()).toBe("Zendesk, Inc.");
  await vendorName.fill("hubspot");
  await page.getByRole("button", { name: "Use HubSpot, Inc." }).waitFor();
  await page.getByRole("button", { name: "Use HubSpot Ireland Limited" }).click();
  await page.getByText("Filled in for HubSpot").waitFor();
  expect(await vendorName.inputValue()).toBe("HubSpot");
  expect(await page.getByRole("textbox", { name: "Personal data" }).inputValue()).toBe("Names");
  const legalName = page.getByRole("textbox", { name: "Legal entity", exact: true });
  expect(await legalName.inputValue()).toBe("HubSpot Ireland Limited");
  const country = page.getByRole("combobox", { name: "Country of establishment" });
  expect(await country.inputValue()).toBe("Ireland");
  const category = page.getByRole("textbox", { name: "Category" });
  expect(await category.inputValue()).toBe("Customer relationship management");
  const german = page.getByRole("group", { name: "Purpose" }).getByRole("textbox", { name: "Deutsch" });
  expect(await german.inputValue()).toBe("Verwaltung der Kundenbeziehungen");
  const tool = page.getByRole("group", { name: "Transfer tool 1" }).getByRole("combobox", { name: "Transfer tool" });
  expect(await tool.inputValue()).toBe("");
  for (const each of [category, country]) {
    const description = await each.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${description}"]`).textContent()).toBe(MARK);
  }
  await soundInBothLooks(page, base);

  expect(await page.getByRole("checkbox", { name: "Switzerland", includeHidden: true }).isVisible()).toBe(false);
  const address = page.getByRole("textbox", { name: "Address", exact: true });
  expect(await address.isVisible()).toBe(false);
  await page.getByText("Address and contact").click();
  await address.fill("1 Sir John Rogerson’s Quay, Dublin");
  await page.getByRole("group", { name: "Contact" }).getByRole("textbox", { name: "Phone" }).waitFor();
  await page.getByRole("button", { name: "Save to draft" }).click();
  await page.getByRole("heading", { level: 1, name: "Added: HubSpot" }).waitFor();
  await page.getByText(/^The whole entry \(\d+ fields stated\)$/).waitFor();
  await page.goto(`${base}/console/vendors/hubspot/edit`);
  expect(await address.isVisible()).toBe(true);
  expect(await page.getByText(MARK).count()).toBe(0);
});
