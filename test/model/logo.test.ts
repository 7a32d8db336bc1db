import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LOGO_BYTES, readLogo } from "../../src/model/brand/logo.ts";

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const BOX = 'viewBox="0 0 120 40"';
const svg = (inner: string, more = BOX) => `<svg ${NS} ${more}>${inner}</svg>`;
const SHAPE = '<path d="M0 0h10v10z" fill="#123456"/>';

/** What is made of an image: its text and what was left out, or the reason why nothing is. */
async function cleaned(text: string) {
  const read = await readLogo(new TextEncoder().encode(text));
  if (typeof read === "string") return read;
  const made = new TextDecoder().decode(read.logo.bytes);
  // What is made is an image of which nothing more is to be left out.
  const again = await readLogo(read.logo.bytes);
  expect(again).toEqual({ ...read, removed: [] });
  return { ...read.logo, text: made, removed: read.removed };
}

const textOf = async (text: string) => {
  const made = await cleaned(text);
  return typeof made === "string" ? made : made.text;
};

describe("an SVG that is sent as a logo", () => {
  test("stays what it draws: shapes, colours, gradients and what it refers to within", async () => {
    const made = await cleaned(
      svg(
        `<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
         <g transform="translate(1 2) rotate(-3)" clip-path="url(#c)"><path d="M0,0 L10,10z" fill="url('#g')"/><use xlink:href="#g"/></g>
         <text x="1" y="2" font-family="'Open Sans', sans-serif">A &amp; <tspan>B</tspan></text>`,
        `${BOX} xmlns:xlink="http://www.w3.org/1999/xlink" width="240px" height="80"`,
      ),
    );
    expect(made).toMatchObject({ type: "image/svg+xml", width: 120, height: 40, removed: [] });
    expect(made).toMatchObject({
      text:
        `<svg ${NS} viewBox="0 0 120 40" width="120" height="40">` +
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"></stop></linearGradient><clipPath id="c"><rect width="9" height="9"></rect></clipPath></defs>' +
        '<g transform="translate(1 2) rotate(-3)" clip-path="url(#c)"><path d="M0,0 L10,10z" fill="url(#g)"></path><use href="#g"></use></g>' +
        `<text x="1" y="2" font-family="&#39;Open Sans&#39;, sans-serif">A &amp; <tspan>B</tspan></text></svg>`,
    });
  });

  test("has its style sheets as attributes, as drawing programs write them", async () => {
    const made = await textOf(
      svg(
        `<style>/* a */ .a, .b { fill: #f00; stroke: url(#x) } #m{fill:#00f!important} path{opacity:.5}
           @import url(https://evil.example/a.css); .c{fill:url(https://evil.example)} .a:hover{fill:#0f0}</style>
         <path class="a c" d="M0 0"/><path id="m" class="b" d="M1 1" style="stroke:none;behavior:url(#x);background:url(//evil.example)"/>`,
      ),
    );
    expect(made).toContain('<path d="M0 0" opacity=".5" fill="#f00" stroke="url(#x)"></path>');
    expect(made).toContain('<path id="m" d="M1 1" opacity=".5" fill="#00f" stroke="none"></path>');
    expect(made).not.toMatch(/evil|style|class|import|hover|behavior/);
  });

  test.each([
    ["a script", "<script>alert(1)</script>", "script"],
    ["a script in CDATA", "<script><![CDATA[alert(1)]]></script>", "script"],
    ["what runs on an event", `<g onload="alert(1)" onclick='alert(1)'>${SHAPE}</g>`, "onclick onload"],
    [
      "HTML within",
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script/></body></foreignObject>',
      "foreignObject",
    ],
    ["an image from elsewhere", '<image href="https://evil.example/x.png"/>', "image"],
    ["an image within, which may be an SVG", '<image href="data:image/svg+xml,&lt;svg/&gt;"/>', "image"],
    ["a link", `<a href="javascript:alert(1)">${SHAPE}</a>`, "href"],
    ["what is used from elsewhere", '<use href="https://evil.example/x.svg#a"/>', "href"],
    [
      "an animation that writes a link",
      '<animate attributeName="href" to="javascript:alert(1)"/><set/>',
      "animate set",
    ],
    ["a colour from elsewhere", `<g fill="url(https://evil.example/#a)" filter="url(#f)">${SHAPE}</g>`, "filter"],
    ["a colour in disguise", `<g fill="u\\72l(https://evil.example)" stroke="URL(//evil.example)">${SHAPE}</g>`, ""],
    ["another namespace of script", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ""],
    ["another namespace by default", '<g xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></g>', ""],
    ["a comment and an instruction", '<!-- alert(1) --><?xml-stylesheet href="https://evil.example"?>', ""],
    ["a base for addresses", `<g xml:base="https://evil.example/">${SHAPE}</g>`, ""],
  ])("loses %s", async (_what, inner, removed) => {
    const made = await cleaned(svg(`${inner}${SHAPE}`));
    expect(made).toMatchObject({ removed: removed.split(" ").filter(Boolean) });
    const { text } = made as { text: string };
    expect(text).not.toMatch(/script|alert|evil|javascript|\bon\w+=|data:|<!|<\?|xlink|xml:|foreign|image|animate/i);
    expect(text.match(/xmlns/g)).toHaveLength(1);
  });

  test.each([
    [
      "entities",
      `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${svg("<text>&b;</text>")}`,
      "must not declare entities, in its DOCTYPE",
    ],
    [
      "an entity from a file",
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg("<text>&a;</text>")}`,
      "must not declare entities, in its DOCTYPE",
    ],
    ["an entity that nobody declared", svg("<text>&nbsp;</text>"), "is no well-formed SVG, in line 1"],
    ["an end that is missing", `<svg ${NS} ${BOX}>\n<g>`, "is no well-formed SVG, in line 2"],
    ["an attribute without quotes", svg("<rect width=9/>"), "is no well-formed SVG, in line 1"],
    [
      "HTML",
      "<!DOCTYPE html><html><script>alert(1)</script></html>",
      'must be an <svg> with xmlns="http://www.w3.org/2000/svg"',
    ],
    ["no namespace", `<svg ${BOX}>${SHAPE}</svg>`, 'must be an <svg> with xmlns="http://www.w3.org/2000/svg"'],
    ["no size", svg(SHAPE, ""), "must have a viewBox, or a width and a height in pixels"],
    [
      "a size that is none",
      svg(SHAPE, 'viewBox="0 0 1e999 1" width="100%" height="3"'),
      "must have a viewBox, or a width and a height in pixels",
    ],
    ["nothing to see", svg("<g/><script>alert(1)</script>"), "draws nothing but what cannot be kept"],
    ["too many elements", svg("<g/>".repeat(6000)), "must not have more than 5000 elements"],
    ["too deep a nesting", svg(`${"<g>".repeat(70)}${"</g>".repeat(70)}`), "must not have more than 5000 elements"],
    [
      "what uses itself",
      svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
      "must not draw more than 20000 shapes, or refer to itself",
    ],
    [
      "what few elements make billions of",
      svg(
        `<rect id="l0"/>${Array.from({ length: 12 }, (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`).join("")}`,
      ),
      "must not draw more than 20000 shapes, or refer to itself",
    ],
    [
      "masks of masks of masks",
      svg(
        `<mask id="m0"/>${Array.from({ length: 12 }, (_, at) => `<mask id="m${at + 1}">${`<rect mask="url(#m${at})"/>`.repeat(10)}</mask>`).join("")}`,
      ),
      "must not draw more than 20000 shapes, or refer to itself",
    ],
    [
      "styles that would be many times as long",
      svg(
        `<style>.a{font-family:${"x".repeat(290)};fill:${"y".repeat(290)}}</style>${'<g class="a"/>'.repeat(3000)}${SHAPE}`,
      ),
      "is too long once its styles stand where they apply",
    ],
    [
      "more rules than a drawing has",
      svg(`<style>${".a{fill:#000}".repeat(600)}</style>${SHAPE}`),
      "has too many rules of style",
    ],
    ["more bytes than a logo has", svg(`<path d="${"1".repeat(LOGO_BYTES)}"/>`), "must be at most 100 KiB"],
    ["no image at all", "GIF89a", "must be a PNG or an SVG image"],
  ])("is refused for %s", async (_what, text, reason) => {
    expect(await cleaned(text)).toBe(reason);
  });

  test("costs little, however it is written", async () => {
    // Each of these takes time with the square of its length where a pattern is read carelessly.
    const room = LOGO_BYTES - 500;
    for (const inner of [
      `<path d="${"1".repeat(room)}("/>`,
      `<path d="${"(".repeat(room)}"/>`,
      `<style>${"/*".repeat(room / 2)}</style>${SHAPE}`,
      `<style>${"{".repeat(room)}</style>${SHAPE}`,
      `<g style="fill:${"! ".repeat(room / 2)}"/>${SHAPE}`,
      `<g class="${"a ".repeat(room / 2)}"/>${SHAPE}`,
    ])
      expect(["string", "object"]).toContain(typeof (await cleaned(svg(inner))));
  });

  test("is taken as a drawing program saves it, with a plain DOCTYPE, its own namespaces and a title", async () => {
    const made = await cleaned(
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg version="1.1" id="Layer_1" ${NS} xmlns:ink="http://ink.example" ink:version="1" x="0px" y="0px" ${BOX} style="enable-background:new 0 0 1 1;" xml:space="preserve">
      <title>Acme</title><metadata><rdf xmlns="http://rdf.example"/></metadata><ink:view/><switch><g>${SHAPE}</g></switch></svg>`,
    );
    expect(made).toMatchObject({ removed: [] });
    expect((made as { text: string }).text).toContain('<g><g><path d="M0 0h10v10z" fill="#123456"></path></g></g>');
  });
});

const chunk = (name: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const head = (width: number, height: number, kind = [8, 2, 0, 0, 0]) => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return chunk("IHDR", Buffer.concat([size, Buffer.from(kind)]));
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DATA = chunk("IDAT", deflateSync(Buffer.alloc(4)));
const END = chunk("IEND", Buffer.alloc(0));
const png = (...chunks: Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);

describe("a PNG that is sent as a logo", () => {
  test("keeps what it shows, and loses what it says besides, such as where it was taken", async () => {
    const made = await readLogo(
      png(head(3, 2), chunk("eXIf", Buffer.from("somewhere")), chunk("tEXt", Buffer.from("Author\0Léa")), DATA, END),
    );
    if (typeof made === "string") throw new Error(made);
    expect(made.logo).toMatchObject({ type: "image/png", width: 3, height: 2 });
    expect(made.removed).toEqual(["eXIf", "tEXt"]);
    expect(Buffer.from(made.logo.bytes).equals(png(head(3, 2), DATA, END))).toBe(true);
  });

  const BROKEN = "is a PNG that is broken or cut short";
  test.each([
    ["its end is missing", png(head(1, 1), DATA), BROKEN],
    ["it is cut short", png(head(1, 1), DATA, END).subarray(0, 50), BROKEN],
    ["something follows its end", Buffer.concat([png(head(1, 1), DATA, END), Buffer.from("<script>")]), BROKEN],
    ["a checksum is another", png(head(1, 1), Buffer.concat([DATA.subarray(0, -1), Buffer.from([0])]), END), BROKEN],
    ["it has no data", png(head(1, 1), END), BROKEN],
    ["its data is in two pieces", png(head(1, 1), DATA, chunk("tEXt", Buffer.from("a")), DATA, END), BROKEN],
    ["it has two heads", png(head(1, 1), head(1, 1), DATA, END), BROKEN],
    ["its depth is none", png(head(1, 1, [3, 2, 0, 0, 0]), DATA, END), BROKEN],
    ["it has no area", png(head(0, 9), DATA, END), BROKEN],
    ["it would be gigabytes", png(head(60_000, 60_000), DATA, END), "must be at most 2000 by 2000 pixels"],
    ["a length goes beyond it", png(head(1, 1), Buffer.from([0xff, 0xff, 0xff, 0xff, 0x49, 0x44, 0x41, 0x54])), BROKEN],
  ])("is refused where %s", async (_what, bytes, reason) => {
    expect(await readLogo(bytes)).toBe(reason);
  });
});
