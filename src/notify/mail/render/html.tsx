import { raw } from "hono/html";
import type { Letter } from "../letter.ts";
import { Blocks, Lines, Link, LinkColour, Table } from "./blocks.tsx";
import { colours, linkColours, look, outlookColumn, outlookHead, styleBlock } from "./style.ts";

/** The letter as an HTML document that asks nobody for anything: no images, fonts, styles or scripts from elsewhere. */
export function renderHtml(letter: Letter): string {
  return `<!doctype html>\n${(<Document letter={letter} />).toString()}\n`;
}

function Document({ letter }: { letter: Letter }) {
  const { locale, subject, preheader, accent } = letter;
  const links = linkColours(accent);
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{subject}</title>
        {raw(outlookHead)}
        <style>{raw(styleBlock(links.dark))}</style>
      </head>
      <body {...look("body")}>
        <div {...look("preheader")}>{preheader}</div>
        {/* Gmail drops <html>: what it says about the language is said again here. */}
        <div lang={locale} dir="ltr">
          <Table width="100%" bgcolor={colours.page} class="page">
            <td align="center" {...look("outer")}>
              {raw(outlookColumn.open)}
              <LinkColour.Provider value={links.light}>
                <Column letter={letter} />
              </LinkColour.Provider>
              {raw(outlookColumn.close)}
            </td>
          </Table>
        </div>
      </body>
    </html>
  );
}

function Column({ letter: { sender, title, blocks, closing, signature, footer } }: { letter: Letter }) {
  return (
    <>
      <Table width="100%" {...look("column")}>
        <td bgcolor={colours.card} align="left" {...look("card")}>
          <p {...look("sender")}>{sender}</p>
          <h1 {...look("h1")}>{title}</h1>
          <Blocks blocks={blocks} />
          <p {...look("closing")}>{closing}</p>
          {signature.map(({ text, href }) => (
            <p {...look("lastLine")}>{href ? <Link label={text} href={href} /> : <Lines text={text} />}</p>
          ))}
        </td>
      </Table>
      <Table width="100%" {...look("column")}>
        <td align="left" {...look("foot")}>
          <Blocks blocks={footer} />
        </td>
      </Table>
    </>
  );
}
