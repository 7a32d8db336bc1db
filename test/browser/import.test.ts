import { expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { LOOKS, openPage, servedAt, soundInBothLooks } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

const PAGE = `# Sub-processors

| Company | Purpose | Zone | Transfer mechanism |
|---------|---------|------|--------------------|
| [Nimbus, Inc.](https://nimbus.example) | Hosting | Georgia | SCCs |
| Postbox | Sends mail | France | |
| Helpdesk Ltd | Support | United Kingdom | |
`;

test("a list is uploaded, its columns mapped, a place confirmed, and it is published", async () => {
  const r = await registry({ config: { publicUrl: "http://127.0.0.1" }, now: "2026-11-26T09:00:00Z" });
  await r.organisation({ regimes: ["eu", "uk"] });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const { cookie } = await consoleOf(r);
  const [name = "", value = ""] = cookie.split("=");
  const page = await openPage(base, ...LOOKS.phone);
  await page.context().addCookies([{ name, value, url: base }]);

  await page.goto(`${base}/console`);
  await page.getByRole("link", { name: "Import a list" }).click();
  await page.getByRole("heading", { level: 1, name: "Import a list" }).waitFor();
  await soundInBothLooks(page, base);
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "subprocessors.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(PAGE),
  });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("heading", { level: 1, name: "Import: subprocessors.md" }).waitFor();
  await soundInBothLooks(page, base);

  const columns = page.getByRole("region", { name: "What its columns are" });
  await columns.getByRole("combobox", { name: "Zone" }).selectOption({ label: "Places of processing" });
  await columns.getByRole("button", { name: "Read again with these columns" }).click();
  await page.getByText("Saved", { exact: false }).first().waitFor();
  const questions = page.getByRole("region", { name: "What to check" });
  await questions.getByRole("combobox", { name: "Nimbus: “Georgia”" }).waitFor();
  await soundInBothLooks(page, base);
  await questions.getByRole("combobox", { name: "Another place" }).fill("United States");
  await questions.getByRole("button", { name: "Save the answers" }).click();
  await page.getByRole("link", { name: "New (3)" }).waitFor();
  expect(await questions.count()).toBe(0);
  await page.getByText("Hosting · United States").waitFor();
  await soundInBothLooks(page, base);

  await page.getByRole("button", { name: "Publish the list you have" }).click();
  await page.waitForURL(/\/publish$/);
  await page.getByRole("button", { name: "Publish the list you have" }).click();
  await page.waitForURL(/did=publish/);
  expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).vendors).toMatchObject([
    { name: "Helpdesk" },
    {
      name: "Nimbus",
      legalName: "Nimbus, Inc.",
      services: [{ locations: [{ country: "US" }], safeguards: [{ mechanism: "scc" }] }],
    },
    { name: "Postbox" },
  ]);
});
