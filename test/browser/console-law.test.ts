import { expect, test } from "vitest";
import { drain } from "../../src/notify/drain.ts";
import { NO_LIMITS } from "../../src/notify/mailer.ts";
import { consoleOf } from "../setup/console.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { PATIENT } from "../setup/patient.ts";
import { registry, vendor } from "../setup/registry.ts";

const certified = [{ mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-11-01" }];

test("transfers, the law, delivery and the log are sound, empty, in use and in error", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const { cookie } = await consoleOf(r);
  const [name = "", value = ""] = cookie.split("=");
  const page = await openPage(base, ...LOOKS.wide);
  await page.context().addCookies([{ name, value, url: base }]);
  page.setDefaultTimeout(PATIENT.timeout);
  const sound = async (path: string) => {
    await page.goto(base + path);
    await soundInBothLooks(page, base);
  };
  for (const path of ["transfers", "delivery", "delivery/suppressed", "delivery/reports"])
    await sound(`/console/${path}`);

  await r.organisation({ regimes: ["eu", "uk", "ch"] });
  const us = { locations: [{ country: "US" }] };
  await r.listed(
    vendor({ name: "HubSpot" }, { ...us, safeguards: certified }),
    vendor({ name: "Weglot" }, { locations: [{ country: "IN" }, { country: "BR" }] }),
  );
  await r.follower("reader@customer.example");
  const mailer = {
    send: async () => ({
      outcome: { kind: "refused", because: "validation_error (422)" } as const,
      limits: NO_LIMITS,
    }),
  };
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor({ name: "OVH" }) });
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });

  await page.goto(`${base}/console`);
  const navigation = page.getByRole("navigation", { name: "Console" });
  await navigation.getByRole("link", { name: "Transfers" }).click();
  await soundInBothLooks(page, base);
  await page
    .getByLabel("A decision or transfer tool that might fall")
    .selectOption({ label: await page.locator("optgroup option").first().innerText() });
  await page.getByRole("button", { name: "What if" }).click();
  await page.getByRole("heading", { level: 2, name: /^What if this fell/ }).waitFor();
  await page.getByRole("button", { name: "Make a draft" }).click();
  await page.getByRole("link", { name: "Edit HubSpot" }).waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("link", { name: "The law" }).click();
  await soundInBothLooks(page, base);
  await page.getByRole("link", { name: "Amend", exact: true }).click();
  await page.getByRole("button", { name: "Amend", exact: true }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("alert");
  await soundInBothLooks(page, base);
  await sound("/console/transfers/law/amend/adequacy");

  await navigation.getByRole("link", { name: "Delivery" }).click();
  await page.getByRole("link", { name: /^Decide: Announcement/ }).click();
  await page.getByLabel("Why").fill("Mended.");
  await soundInBothLooks(page, base);
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
  await soundInBothLooks(page, base);

  await navigation.getByRole("link", { name: "Log" }).click();
  await page
    .getByLabel(/^Details of entry/)
    .first()
    .click();
  await soundInBothLooks(page, base);
  await page.getByRole("button", { name: "Check that nothing was altered" }).click();
  await page.getByText("Nothing was altered.", { exact: true }).waitFor();
  await soundInBothLooks(page, base);
});
