import { expect, test } from "vitest";
import { registry, vendor } from "./setup/registry.ts";

const bothLanguages = { locales: ["en", "fr"], defaultLocale: "en" };
const french = { locales: ["fr"], defaultLocale: "fr" };
const english = { locales: ["en"], defaultLocale: "en" };

const contact = (email: string, locale: string) => ({ name: email, contacts: [{ email, locale }] });

/** An organisation of two languages, with a follower and a contact in each, that writes only one from now on. */
async function narrowed(to: typeof french | typeof english) {
  const r = await registry();
  await r.organisation(bothLanguages);
  for (const locale of ["en", "fr"]) {
    await r.follower(`follower-${locale}@customer.example`, { locale });
    await r.json("PUT", `/v1/customers/${locale}`, 201, {
      body: contact(`contact-${locale}@customer.example`, locale),
    });
  }
  await r.organisation(to);
  return r;
}

const announce = { effectiveOn: "2027-06-30" };

test.each([
  ["fr", french, "Bonjour,", "Hello,"],
  ["en", english, "Hello,", "Bonjour,"],
] as const)(
  "who reads another language than the organisation writes is written to in %s",
  async (locale, to, hello, other) => {
    const r = await narrowed(to);
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    const preview = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
    expect(preview.recipients.byLocale).toEqual({ [locale]: 4 });
    expect(preview.mails.map((mail: { locale: string; audience: string }) => [mail.locale, mail.audience])).toEqual([
      [locale, "followers"],
      [locale, "contacts"],
    ]);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: announce });
    await r.drain();
    const sent = await r.messages();
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ subject }) => subject)).size).toBe(1);
    for (const { text, html, headers } of sent) {
      expect(headers["Content-Language"]).toBe(locale);
      expect(text).toContain(hello);
      expect(text).not.toContain(other);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(text).toContain(`https://registry.example/changes/${changeSet.number}\n`);
      for (const path of ["preferences", "unsubscribe", "respond"]) {
        const link = new RegExp(`/${path}/[\\w-]+`).exec(text)?.[0] ?? "";
        const page = await (await r.get(link)).text();
        expect(page, path).toContain(`<html lang="${locale}"`);
      }
    }
  },
);

test("of several languages, the mail, its links and what they open are in the reader's", async () => {
  const r = await registry();
  await r.organisation(bothLanguages);
  await r.follower("a@customer.example", { locale: "fr" });
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
  await r.drain();
  const [mail] = await r.messages();
  expect(mail?.headers["Content-Language"]).toBe("fr");
  expect(mail?.text).toContain("https://registry.example/changes/1?lang=fr\n");
  expect(mail?.text).toContain("https://registry.example/?lang=fr\n");
  const page = await (await r.get("/changes/1?lang=fr", { headers: { "accept-language": "en" } })).text();
  expect(page).toContain('<html lang="fr"');
});

test("a text that exists in another language only is shown as it is", async () => {
  const r = await narrowed(english);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, {
    body: vendor({}, { purpose: { fr: "Hébergement de notre service" } }),
  });
  await r.drain();
  for (const { text } of await r.messages()) expect(text).toContain("Hébergement de notre service");
});

test("a language is kept for when the organisation writes it again, and none that it does not write is offered", async () => {
  const r = await narrowed(english);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor({ slug: "mill" }) });
  await r.drain();
  const [told] = await r.messages("follower-fr@customer.example");
  const path = /\/preferences\/[\w-]+/.exec(told?.text ?? "")?.[0] ?? "";
  expect(await (await r.get(path)).text()).toContain('value="en" checked=""');
  const list = async () => (await r.get("/", { key: null })).text();
  // Nothing is offered to choose from where there is one language.
  expect(await list()).not.toMatch(/class="languages"|type="radio" name="locale"|hreflang/);
  await r.organisation(bothLanguages);
  expect(await (await r.get(path)).text()).toContain('value="fr" checked=""');
  expect(await list()).toMatch(/class="languages".*hreflang="fr"/s);
  for (const path of ["/", "/changes", "/changes/1", "/vendors/mill", "/compare"]) {
    const page = await (await r.get(path, { key: null })).text();
    const alternates = [...page.matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map(([, lang]) => lang);
    expect(alternates, path).toEqual(["en", "fr", "x-default"]);
  }
  await r.organisation(english);
  const form = { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "locale=fr" };
  expect(await (await r.call("POST", path, form)).text()).toContain('<html lang="en"');
  const subscribe = { ...form, body: "email=new%40customer.example&locale=fr" };
  expect(await (await r.call("POST", "/subscribe", subscribe)).text()).toContain('<html lang="en"');
  await r.drain();
  expect((await r.messages("new@customer.example"))[0]?.text).toContain("Hello,");
});
