import { expect, test } from "vitest";
import { firstSignInLink } from "../../src/registry/users/sign-in-links.ts";
import { issuer } from "../setup/issuer.ts";
import { openPage, pageIsSound, servedAt } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

const SIZES = [
  [1280, "light"],
  [375, "dark"],
] as const;

for (const [width, scheme] of SIZES) {
  test(`at ${width} px, ${scheme}: a link by mail, an account of the company, and a key of one's own`, async () => {
    const provider = await issuer({ now: () => new Date("2026-11-21T09:00:00Z") });
    const signIn = { byMail: true, oidc: provider.settings, access: null, roles: [] };
    const r = await registry({ config: { publicUrl: "http://127.0.0.1", signIn } });
    const base = await servedAt(r);
    r.deps.config.publicUrl = base;
    const email = "lea@acme.example";
    await r.json("POST", "/v1/users", 201, { body: { email, name: "Léa Roth", role: "announce" } });
    const page = await openPage(base, width, scheme);
    await page.goto(`${base}/console`);
    await pageIsSound(page, base);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
    await pageIsSound(page, base);
    await r.drain();
    const mails = (await r.messages(email)).filter(({ subject }) => subject.endsWith("your link to sign in"));
    await page.goto(/http\S+\/console\/sign-in\/\S+/.exec(mails[0]?.text ?? "")?.[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();

    provider.knows({ sub: "lea", email, email_verified: false });
    await page.getByRole("link", { name: "Sign in with your company account" }).click();
    await page.getByRole("heading", { name: "Your e-mail address is not confirmed" }).waitFor();
    await pageIsSound(page, base);
    provider.knows({ sub: "lea", email, email_verified: true });
    await page.getByRole("link", { name: "Sign in with your company account" }).click();
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await page.getByRole("link", { name: "People" }).click();
    await page.getByLabel("What it is for").fill("Our CI");
    await page.getByLabel("What it may do").selectOption({ label: "May write drafts" });
    await page.getByRole("button", { name: "Make the key" }).click();
    expect(await page.getByLabel("The key", { exact: true }).inputValue()).toMatch(/^spr_/);
    await pageIsSound(page, base);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByRole("button", { name: "Revoke the key Our CI" }).click();
    await page.getByRole("status").waitFor();
    expect(await page.getByText("Our CI").count()).toBe(0);
  });
}

for (const [width, scheme] of SIZES) {
  test(`at ${width} px, ${scheme}: the first link signs in, somebody is invited, and the session is ended`, async () => {
    const config = { publicUrl: "http://127.0.0.1" };
    const r = await registry({ config });
    const base = await servedAt(r);
    r.deps.config.publicUrl = base;
    const page = await openPage(base, width, scheme);
    await page.goto(`${base}/console/sign-in/${await firstSignInLink(r.deps)}`);
    await pageIsSound(page, base);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await pageIsSound(page, base);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByLabel("Name").fill("Léa Roth");
    await page.getByLabel("E-mail").fill("admin@localhost.example");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByText("Another user has this address.").first().waitFor();
    await pageIsSound(page, base);
    await page.getByLabel("E-mail").fill("lea@acme.example");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByRole("status").waitFor();
    await pageIsSound(page, base);
    await page.getByText("lea@acme.example", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You have signed out.").waitFor();
    await pageIsSound(page, base);
    await page.goto(`${base}/console/people`);
    expect(new URL(page.url()).pathname).toBe("/console/sign-in");
  });
}
