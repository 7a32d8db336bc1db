import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { contrast } from "../src/model/brand/colour.ts";
import { linkColours } from "../src/notify/mail/render/style.ts";
import { accentsOf } from "../src/page/style/colours.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>';

function png(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const words = Buffer.alloc(8);
    words.writeUInt32BE(data.length);
    words.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([words.subarray(0, 4), body, words.subarray(4)]);
  };
  const size = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const data = deflateSync(Buffer.alloc(7));
  const parts = [chunk("IHDR", size), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
}

const put = (r: Registry, body: string | Uint8Array, type = "image/svg+xml") =>
  r.call("PUT", "/v1/organisation/logo", { body, headers: { "content-type": type } });

const read = (r: Registry, path: string) => r.get(path, { key: null });

describe("the logo", () => {
  test("is shown on every public page in the place of the name, from our own address, where it can do nothing", async () => {
    const r = await registry();
    await r.organisation({ branding: { homepage: "https://www.acme.example/about" } });
    await r.listed(vendor({ name: "Harbor" }));

    const stored = await (await put(r, SVG)).json();

    expect(stored).toMatchObject({ type: "image/svg+xml", width: 90, height: 30, removed: ["script"] });
    const path = new URL(stored.url).pathname;
    for (const page of [
      "/",
      "/?at=2026-01-01",
      "/vendors/harbor",
      "/changes",
      "/changes/1",
      "/compare",
      "/embed",
      "/subscribe",
      "/problems/not-found",
    ]) {
      const html = await (await r.get(page, { key: null, headers: { accept: "text/html" } })).text();
      expect(html, page).toContain(`<img class="logo" src="${path}" width="90" height="30" alt="Acme"/>`);
      if (page !== "/embed")
        expect(html, page).toContain('<a class="homepage" href="https://www.acme.example/about">acme.example</a>');
    }
    const image = await read(r, path);
    expect(Object.fromEntries(image.headers)).toMatchObject({
      "content-type": "image/svg+xml",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(await image.text()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30"><path d="M0 0h9v9z"></path></svg>',
    );
  });

  test("is found by the address of the one before as well, which a page that was kept may name", async () => {
    const r = await registry();
    const first = await (await put(r, SVG)).json();
    const former = new URL(first.url).pathname;
    const second = await (await put(r, SVG.replace("h9v9z", "h8v8z"))).json();
    expect(second.url).not.toBe(first.url);
    const led = await read(r, former);
    expect([led.status, led.headers.get("location")]).toEqual([302, new URL(second.url).pathname]);
    expect(led.headers.get("cache-control")).toBe("no-cache");
    await r.call("DELETE", "/v1/organisation/logo");
    expect((await read(r, former)).status).toBe(404);
  });

  test("is shown where an address is shared, as a PNG alone; no mail loads it", async () => {
    const r = await registry();
    await r.organisation({ branding: { accent: "#1a7f5a" } });
    const { url } = await (await put(r, png(), "image/png")).json();
    expect(await (await read(r, "/")).text()).toContain(
      `<meta property="og:image" content="${url}"/><meta property="og:image:type" content="image/png"/><meta property="og:image:width" content="2"/>`,
    );
    await r.follower("fan@follower.example");
    await r.listed(vendor());
    const added = vendor({ privacyPolicyUrl: "https://added.example/privacy" });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-03-01", 201, { body: added });
    await r.drain();
    const mails = await r.messages("fan@follower.example");
    const { html } = mails.find(({ html }) => html.includes(added.name)) ?? { html: "" };
    expect(html).not.toMatch(/<img|url\(/);
    // Its links and buttons have the colour, in both schemes; addresses that it tells are links.
    expect(html).toContain(`color:${linkColours("#1a7f5a").light};text-decoration:underline`);
    expect(html).toContain(`.link { color: ${linkColours("#1a7f5a").dark} !important; }`);
    expect(html).toMatch(
      /<a href="https:\/\/added\.example\/privacy" class="link"[^>]*>https:\/\/added\.example\/privacy<\/a>/,
    );
    await put(r, SVG);
    expect(await (await read(r, "/")).text()).not.toContain("og:image");
  });

  test("is a version of what is published, in the log and verified; without it pages have the name again", async () => {
    const r = await registry();
    await r.organisation();
    const before = await read(r, "/");
    const { sha256, url } = await (await put(r, SVG)).json();
    const after = await read(r, "/");
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).version).toBe(2);

    expect(await r.json("GET", "/v1/organisation/logo", 200)).toMatchObject({ sha256, url });
    expect((await r.call("DELETE", "/v1/organisation/logo")).status).toBe(204);

    await expectProblem(await r.call("DELETE", "/v1/organisation/logo"), 404, "not-found");
    await expectProblem(await r.get("/v1/organisation/logo"), 404, "not-found");
    expect((await read(r, new URL(url).pathname)).status).toBe(404);
    expect(await (await read(r, "/")).text()).toContain('dir="auto">Acme</a>');
    const { data } = await r.json("GET", "/v1/audit?limit=3", 200);
    expect(
      data.map(({ action, data: { logo } }: { action: string; data: { logo: string } }) => [action, logo]),
    ).toEqual([
      ["organisation.logo-changed", null],
      ["organisation.logo-changed", sha256],
      ["organisation.changed", undefined],
    ]);
    expect((await r.json("GET", "/v1/audit/verify", 200)).ok).toBe(true);
  });

  test("is refused before it is read where it is too long, and whole where it is none; nothing is written", async () => {
    const r = await registry();
    await r.organisation();
    const before = await r.stored();
    await expectProblem(await put(r, "x".repeat(100 * 1024 + 1)), 413, "body-too-large");
    await expectProblem(await put(r, SVG, "text/html"), 415, "unsupported-media-type");
    for (const [body, type, detail] of [
      [SVG, "image/png", "is no image/png, as its Content-Type says"],
      ["<svg>", "image/svg+xml", 'must be an <svg> with xmlns="http://www.w3.org/2000/svg"'],
      ["", "image/png", "must be a PNG or an SVG image"],
    ] as const) {
      const refused = await put(r, body, type);
      expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: "", detail }] }]);
    }
    expect(await r.stored()).toEqual(before);
  });
});

describe("the colour of an organisation", () => {
  test("is that of links and buttons, in a sheet of its own that is named by it, on screens alone", async () => {
    const r = await registry();
    await r.organisation({ branding: { accent: "#0a5" } });
    expect((await r.json("GET", "/v1/organisation", 200)).branding).toEqual({ accent: "#00aa55" });
    for (const page of ["/", "/changes", "/embed"]) {
      const html = await (await read(r, page)).text();
      const [path = ""] = /\/assets\/accent-00aa55-[0-9a-f]{12}\.css/.exec(html) ?? [];
      const sheet = await read(r, path);
      expect([sheet.status, sheet.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
      const text = await sheet.text();
      expect(text.match(/@media screen/g)).toHaveLength(2);
      expect(text).toContain(`--accent: ${accentsOf("#00aa55", "light").accent};`);
    }
    expect((await read(r, "/assets/accent-00aa55-000000000000.css")).status).toBe(404);
    await r.organisation({ branding: { accent: "#ff0" } });
    expect(await (await read(r, "/")).text()).toContain("/assets/accent-ffff00-");
  });

  test("can be read on every ground, light and dark, whatever it is, and stays what it is where it can", () => {
    for (let red = 0; red < 256; red += 51)
      for (let green = 0; green < 256; green += 51)
        for (let blue = 0; blue < 256; blue += 51) {
          const chosen = `#${[red, green, blue].map((each) => each.toString(16).padStart(2, "0")).join("")}`;
          for (const [where, grounds] of [
            ["light", ["#ffffff", "#f6f7f9", "#fff9ec"]],
            ["dark", ["#13161b", "#1b2027", "#241d10"]],
          ] as const) {
            const { accent, "accent-hover": hover, "on-accent": on } = accentsOf(chosen, where);
            for (const ground of grounds) {
              expect(contrast(accent, ground), chosen).toBeGreaterThanOrEqual(4.5);
              expect(contrast(hover, ground), chosen).toBeGreaterThanOrEqual(4.5);
            }
            expect(contrast(on, accent), chosen).toBeGreaterThanOrEqual(4.5);
            expect(contrast(on, hover), chosen).toBeGreaterThanOrEqual(4.5);
          }
        }
    expect(accentsOf("#1f4b8f", "light").accent).toBe("#1f4b8f");
    expect(contrast("#000000", "#ffffff")).toBe(21);
  });

  test.each([
    ["accent", "red"],
    ["accent", "#12345"],
    ["accent", "#123456;} body{display:none"],
    ["homepage", "http://acme.example"],
    ["homepage", "javascript:alert(1)"],
    ["homepage", "https://user@acme.example"],
    ["title", "x".repeat(101)],
    ["title", "two\nlines"],
    ["logo", "https://acme.example/logo.svg"],
  ])("or what else is said of its look is refused where it is none: %s", async (field, value) => {
    const r = await shared();
    const refused = await r.call("PUT", "/v1/organisation", { body: { name: "Acme", branding: { [field]: value } } });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ pointer: `/branding/${field}` }] },
    ]);
  });
  let once: Promise<Registry> | undefined;
  const shared = () => {
    once ??= registry();
    return once;
  };
});

test("a past list has today's logo, colour and link, and the title that it had then; a title says its language", async () => {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  await r.organisation({ branding: { title: "Our helpers", accent: "#111111" } });
  await r.listed(vendor());
  r.setTime("2026-05-10T09:00:00Z");
  const branding = {
    title: { en: "Who helps us", fr: "Qui nous aide" },
    accent: "#1a7f5a",
    homepage: "https://acme.example",
  };
  await r.organisation({ branding });
  await put(r, SVG);

  const past = await (await read(r, "/?at=2026-04-01")).text();
  expect(past).toContain('<h1 dir="auto">Our helpers</h1>');
  expect(past).toContain("<title>Our helpers – Acme</title>");
  for (const each of ["/assets/accent-1a7f5a-", 'class="logo"', 'class="homepage"']) expect(past).toContain(each);
  expect(past).not.toContain("accent-111111");
  expect(await (await read(r, "/?lang=fr")).text()).toContain('<h1 dir="auto">Qui nous aide</h1>');
  expect(await (await read(r, "/embed")).text()).toContain('<h1 dir="auto">Who helps us</h1>');
  await r.organisation({ branding: { title: "Our helpers" }, defaultLocale: "en" });
  expect(await (await read(r, "/?lang=fr")).text()).toContain('<h1 dir="auto" lang="en">Our helpers</h1>');
});

describe("some of an organisation's settings", () => {
  test("are changed by a merge patch, which leaves the others as they are; null takes one away", async () => {
    const r = await registry();
    await r.organisation({
      website: "https://acme.example",
      noticePeriod: { days: 45 },
      branding: { accent: "#0a5", title: "Helpers" },
    });
    const { headers } = await r.get("/v1/organisation");
    const patch = (body: unknown, ifMatch?: string) =>
      r.call("PATCH", "/v1/organisation", {
        body: JSON.stringify(body),
        headers: { "content-type": "application/merge-patch+json", ...(ifMatch && { "if-match": ifMatch }) },
      });

    const changed = await patch({ website: null, branding: { accent: null } }, headers.get("etag") ?? "");

    const now = await r.json("GET", "/v1/organisation", 200);
    expect([changed.status, await changed.json()]).toEqual([200, now]);
    expect(now).toMatchObject({ name: "Acme", noticePeriod: { days: 45 }, branding: { title: "Helpers" } });
    expect([now.website, now.branding.accent]).toEqual([undefined, undefined]);
    const before = await r.stored();
    await expectProblem(await patch({ name: "Other" }, headers.get("etag") ?? ""), 412, "stale-version");
    const wrong = await patch({ name: null, reminderDays: "soon", nobody: 1 });
    expect([wrong.status, (await wrong.json()).errors]).toEqual([
      422,
      [
        { pointer: "/name", detail: "is required" },
        { pointer: "/reminderDays", detail: "must be a number" },
        { pointer: "/nobody", detail: "is not a field here" },
      ],
    ]);
    expect((await patch([])).status).toBe(422);
    expect(await r.stored()).toEqual(before);
    expect((await patch({ name: "Other" })).headers.get("etag")).toBe(
      (await r.get("/v1/organisation")).headers.get("etag"),
    );
  });

  test("make no organisation where there is none, unless they name it", async () => {
    const r = await registry();
    const patch = (body: object) => r.call("PATCH", "/v1/organisation", { body });
    const refused = await patch({ website: "https://acme.example" });
    expect([refused.status, (await refused.json()).errors]).toEqual([
      422,
      [{ pointer: "/name", detail: "is required" }],
    ]);
    expect((await patch({ name: "Acme" })).status).toBe(200);
  });
});
