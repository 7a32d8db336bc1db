import { expect, test } from "vitest";
import { darkIsSound, openPage, pageIsSound, servedAt, submit, tabTo } from "../setup/page.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

/** The registry on a port of its own, as a browser reaches it. */
async function served(): Promise<{ r: Registry; base: string }> {
  const config = { publicUrl: "" };
  const r = await registry({ config });
  const base = await servedAt(r);
  r.deps.config.publicUrl = base;
  await r.organisation({
    name: "Acme",
    privacyEmail: "privacy@acme.example",
    products: [
      { key: "app", name: "The app" },
      { key: "api", name: "The API" },
    ],
  });
  await r.listed(
    vendor({ name: "Host", legalName: "Host SAS" }, { category: "Hosting", products: ["app"] }),
    vendor({ name: "Help desk" }, { category: "Support", locations: [{ country: "US" }] }),
  );
  return { r, base };
}

const open = (base: string, width: number) => openPage(base, width);

async function linkIn(r: Registry, kind: string): Promise<string> {
  await r.drain();
  const mail = (await r.messages("dpo@customer.example")).at(-1);
  return new RegExp(`http://127\\.0\\.0\\.1:\\d+/${kind}/[\\w-]+`).exec(mail?.text ?? "")?.[0] ?? "";
}

for (const width of [1280, 360]) {
  test(`by keyboard alone, at ${width} px: follow, confirm, choose, leave, come back`, async () => {
    const { r, base } = await served();
    const page = await open(base, width);
    await pageIsSound(page, base);

    await tabTo(page, "input[name=email]");
    await page.keyboard.type("dpo@customer.example");
    await submit(page);
    await pageIsSound(page, base);

    await page.goto(await linkIn(r, "confirm"));
    await pageIsSound(page, base);
    await tabTo(page, "button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "active" }]);

    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Newsletter tool" }),
    });
    await page.goto(await linkIn(r, "preferences"));
    await pageIsSound(page, base);
    await tabTo(page, "input[name=products]");
    await page.keyboard.press("Space");
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ products: ["app"] }]);

    await page.goto(await linkIn(r, "unsubscribe"));
    await pageIsSound(page, base);
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "unsubscribed" }]);
    await tabTo(page, "main form button");
    await submit(page);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "active" }]);
  });

  test(`every page is sound at ${width} px, light and dark, in both languages`, async () => {
    const { r, base } = await served();
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Newsletter tool" }),
    });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Withdrawn tool" }),
    });
    await r.json("POST", "/v1/change-sets/3/withdraw", 200, { body: {} });
    const paths = ["/", "/?lang=fr", "/?q=nothing+like+it", "/?product=app", "/?at=2026-11-20", "/?at=2027-01-01"];
    paths.push(
      "/changes",
      "/changes/1",
      "/changes/2?lang=fr",
      "/changes/3",
      "/changes/99",
      "/confirm/unknown",
      "/nowhere",
    );
    const page = await open(base, width);
    for (const path of paths) {
      await page.goto(`${base}${path}`);
      await pageIsSound(page, base);
      await darkIsSound(page);
    }
  });
}

test("a mistyped address gets the form back, with what was typed and what is wrong", async () => {
  const { base } = await served();
  const page = await open(base, 1280);
  await page.locator("form[action='/subscribe']").evaluate("(form) => { form.noValidate = true }");
  await page.fill("input[name=email]", "dpo@customer");
  await page.focus("form[action='/subscribe'] button");
  await submit(page);
  expect(await page.inputValue("input[name=email]")).toBe("dpo@customer");
  await pageIsSound(page, base);
});

test("the filters work as a plain form and as links", async () => {
  const { base } = await served();
  const page = await open(base, 1280);
  await page.fill("input[name=q]", "desk");
  await submit(page);
  const main = await page.locator("main").innerText();
  expect(main).toContain("Help desk");
  expect(await page.locator("tr.listed").count()).toBe(1);
});

test("an empty registry is a page one can show", async () => {
  const r = await registry();
  const base = await servedAt(r);
  for (const width of [1280, 360]) await pageIsSound(await open(base, width), base);
});
