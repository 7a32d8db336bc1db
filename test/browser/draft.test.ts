import { expect, test } from "vitest";
import { linkForOperator } from "../../src/registry/users/sign-in-links.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks, submit, tabTo } from "../setup/page.ts";
import { registry, vendor } from "../setup/registry.ts";

test("a draft is written, looked at as its readers get it, and announced", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" } });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  await r.organisation();
  await r.listed(vendor({ name: "Zendesk" }));
  const contacts = [{ email: "two@two.example" }];
  await r.call("PUT", "/v1/customers/two", { body: { name: "Two AG", contacts } });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }) });
  const page = await openPage(base, ...LOOKS.wide);
  const person = { email: "a@acme.example", name: "Léa Roth", role: "announce" } as const;
  await page.goto(`${base}/console/sign-in/${await linkForOperator(r.deps, person)}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Changes", exact: true }).click();
  await soundInBothLooks(page, base);
  await page.getByRole("link", { name: "Added: HubSpot" }).click();
  await soundInBothLooks(page, base);
  await page.getByLabel("Why you change this", { exact: true }).fill("We want to see our customers better.");
  await page.getByText("All saved.").waitFor();
  expect(await r.json("GET", `/v1/change-sets/${changeSet.number}`, 200)).toMatchObject({
    reason: "We want to see our customers better.",
  });
  await page.getByRole("link", { name: "Mails" }).click();
  await page.frameLocator("iframe").getByText("HubSpot").first().waitFor();
  await page.getByRole("link", { name: "What changes" }).click();
  await page.getByRole("button", { name: "Announce…" }).waitFor();
  await tabTo(page, 'button[formaction*="next=announce"]');
  await submit(page);
  await page.getByRole("button", { name: "Announce to 1 person" }).waitFor();
  await soundInBothLooks(page, base);
  await tabTo(page, ".confirm button");
  await submit(page);
  await page.getByText("Announced", { exact: true }).first().waitFor();
});
