import { expect, test } from "vitest";
import { announced, customer } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { openPage, pageIsSound, servedAt } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

for (const [width, scheme] of [
  [1280, "light"],
  [375, "dark"],
] as const) {
  test(`at ${width} px, ${scheme}: an answer that came by post is entered, found under what waits, and decided with its mail in sight`, async () => {
    const r = await registry({ config: { publicUrl: "http://127.0.0.1" } });
    const base = await servedAt(r);
    r.deps.config.publicUrl = base;
    const operator = await consoleOf(r);
    const [name = "", value = ""] = operator.cookie.split("=");
    const page = await openPage(base, width, scheme);
    await page.context().addCookies([{ name, value, url: base }]);
    await page.goto(`${base}/console`);
    await page.getByRole("link", { name: "Publish the list you have" }).waitFor();
    await pageIsSound(page, base);
    await r.organisation({ privacyEmail: "privacy@acme.example" });
    for (const id of ["globex", "globex-asia"])
      await customer(r, id, [`dpo@${id}.example`], { onObjection: "suspends" });
    await announced(r);

    await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Answers" }).click();
    await page.getByText("No objection and no question is open.").waitFor();
    await pageIsSound(page, base);
    await page.getByRole("link", { name: "Enter an answer that came by other ways" }).click();
    await page.getByRole("combobox", { name: "To which change" }).selectOption({ index: 1 });
    await page.getByRole("textbox", { name: "Customer" }).fill("globex");
    await page.getByRole("button", { name: "Enter the answer" }).click();
    await page.getByRole("alert").and(page.locator(":focus")).waitFor();
    await pageIsSound(page, base);
    await page.getByRole("textbox", { name: "Customer" }).fill("globex L");
    await page.getByText("its last day to object is 21 December 2026, end of day in Paris").waitFor();
    await page.getByRole("radio", { name: "They object" }).check();
    await page.getByRole("textbox", { name: "In their words" }).fill("Not in the US.");
    await page.getByRole("radio", { name: "By post" }).check();
    await page.getByRole("button", { name: "Enter the answer" }).click();
    await page.getByRole("heading", { level: 1, name: "globex Ltd objects" }).waitFor();
    await pageIsSound(page, base);

    await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Today" }).click();
    await page.getByRole("heading", { name: "What waits" }).waitFor();
    await pageIsSound(page, base);
    await page.getByRole("link", { name: "Decide" }).click();
    await page.getByRole("radio", { name: "The change remains as announced" }).check();
    await page.getByRole("textbox", { name: "Your words to them" }).fill("We have assessed it.");
    await page.frameLocator("iframe").first().getByText("takes effect on 31 December 2026").waitFor();
    await pageIsSound(page, base);
    await page.getByRole("button", { name: "Decide, and mail it" }).press("Enter");
    await page.getByRole("status").filter({ hasText: "Decided." }).waitFor();
    await page.getByRole("heading", { name: /^Decided by Operator \d+ on 21 November 2026/ }).waitFor();
    await pageIsSound(page, base);
    expect(await page.getByRole("button", { name: "Decide, and mail it" }).count()).toBe(0);
    await page.context().close();
  });
}
