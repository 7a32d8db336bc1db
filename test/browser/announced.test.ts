import { expect, test } from "vitest";
import { announced, customer } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

test("a change is postponed, with the mail as it is typed, and withdrawn by keyboard", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  await r.organisation({ timeZone: "Europe/Paris" });
  await customer(r, "roth", ["dpo@roth.example"], { authorisation: "specific" });
  const number = await announced(r, "2027-01-15");
  const [name = "", value = ""] = (await consoleOf(r)).cookie.split("=");
  const page = await openPage(base, ...LOOKS.phone);
  await page.context().addCookies([{ name, value, url: base }]);
  await page.goto(`${base}/console/changes/${number}`);
  await soundInBothLooks(page, base);

  await page.getByRole("link", { name: "Postpone", exact: true }).press("Enter");
  await page.getByLabel("New day on which it takes effect").fill("2027-01-20");
  await page.getByRole("textbox", { name: "Reason", exact: true }).fill("The supplier is late.");
  await page.getByText("As text", { exact: true }).first().click();
  await page.getByText("It takes effect later: on 20 January 2027 at the earliest.").waitFor();
  await soundInBothLooks(page, base);
  await page.getByRole("button", { name: "Postpone it and tell them" }).press("Enter");
  await page.getByRole("status").getByText("Postponed.").waitFor();

  await page.getByRole("link", { name: "Withdraw", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Withdraw it and tell them" }).press("Enter");
  await page.getByRole("status").getByText("Withdrawn.").waitFor();
  await soundInBothLooks(page, base);
  expect(await page.getByRole("link", { name: "Postpone", exact: true }).count()).toBe(0);
  const kinds = await r.rows("select kind from notices where kind in ('postponement', 'withdrawal') order by kind");
  expect(kinds).toEqual([{ kind: "postponement" }, { kind: "withdrawal" }]);
});
