import { expect, test } from "vitest";
import { announced, customer, organised } from "../setup/answering.ts";
import { openPage, pageIsSound, servedAt, submit, tabTo } from "../setup/page.ts";

const DPO = "dpo@globex.example";
const NEW = "new@globex.example";

/** The only contact of two customers, told of a change in their language; gives their link to leave. */
async function told(locale: "en" | "fr") {
  const r = await organised();
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  const contacts = [{ email: DPO, locale }];
  await customer(r, "globex", [DPO], { contacts });
  await customer(r, "initech", [DPO], { name: "Initech, a name so long that it takes more than one line", contacts });
  await announced(r);
  const [notice] = await r.messages(DPO);
  return { r, base, leave: /http:\S+\/unsubscribe\/[\w-]+/.exec(notice?.text ?? "")?.[0] ?? "" };
}

// Each width in each language and colour scheme.
for (const [width, scheme, locale] of [
  [1280, "light", "en"],
  [1280, "dark", "fr"],
  [360, "dark", "en"],
  [360, "light", "fr"],
] as const) {
  test(`a contact leaves and names somebody else by keyboard alone, at ${width} px, ${scheme}, ${locale}`, async () => {
    const { r, base, leave } = await told(locale);
    const page = await openPage(leave, width, scheme);
    expect(await page.getAttribute("html", "lang")).toBe(locale);
    await pageIsSound(page, base);
    if (scheme === "light") {
      await tabTo(page, "main form:not(:has(input)) button");
      await submit(page);
      await pageIsSound(page, base);
    }

    await page.evaluate("document.querySelector('form:has(input[name=email])').noValidate = true");
    await tabTo(page, "input[name=email]");
    await page.keyboard.type("new@globex");
    await submit(page);
    await pageIsSound(page, base);
    expect(await page.getAttribute("input[name=email]", "aria-invalid")).toBe("true");
    expect(await page.inputValue("input[name=email]")).toBe("new@globex");

    await tabTo(page, "input[name=email]");
    await page.keyboard.type(NEW);
    await tabTo(page, "form:has(input[name=email]) button");
    await submit(page);
    await pageIsSound(page, base);
    await r.drain();
    expect(await r.messages(NEW)).toHaveLength(1);

    const mine = (await r.messages(DPO))
      .flatMap(({ text }) => /http:\S+\/departure\/[\w-]+/.exec(text)?.[0] ?? [])
      .at(-1);
    await page.goto(mine ?? "");
    await pageIsSound(page, base);
    await tabTo(page, "form:has(input[name=vouch]) button");
    await submit(page);
    await pageIsSound(page, base);
    expect(await page.locator("input[name=vouch]").count()).toBe(0);
    expect(await r.rows("select vouched from proposed_contacts where vouched")).toHaveLength(2);
  });
}
