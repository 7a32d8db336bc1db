import { raw } from "hono/html";
import { Blocks, Link } from "./blocks.tsx";
import type { Letter } from "./letter.ts";
import { colours, inline, outlookColumn, outlookHead, styleBlock } from "./style.ts";
import { Lines, Table } from "./table.tsx";

/** The letter as an HTML document that asks nobody for anything: no images, fonts, styles or scripts from elsewhere. */
export function renderHtml(letter: Letter): string {
  return `<!doctype html>\n${(<Document letter={letter} />).toString()}\n`;
}

function Document({ letter }: { letter: Letter }) {
  const { locale, subject, preheader } = letter;
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
        <style>{raw(styleBlock)}</style>
      </head>
      <body class="page" style={inline.body}>
        <div style={inline.preheader}>{preheader}</div>
        {/* Gmail drops <html>: what it says about the language is said again here. */}
        <div lang={locale} dir="ltr">
          <Table width="100%" bgcolor={colours.page} class="page">
            <td align="center" class="outer" style={inline.outer}>
              {raw(outlookColumn.open)}
              <Column letter={letter} />
              {raw(outlookColumn.close)}
            </td>
          </Table>
        </div>
      </body>
    </html>
  );
}

function Column({ letter }: { letter: Letter }) {
  return (
    <>
      <Table width="100%" style={inline.column}>
        <td class="card ink pad" bgcolor={colours.card} align="left" style={inline.card}>
          <p class="soft" style={inline.sender}>
            {letter.sender}
          </p>
          <h1 class="ink" style={inline.h1}>
            {letter.title}
          </h1>
          <Blocks blocks={letter.blocks} />
          <p style={`${inline.p};margin-top:32px`}>{letter.closing}</p>
          {letter.signature.map(({ text, href }) => (
            <p style={inline.lastValue}>{href ? <Link label={text} href={href} /> : <Lines text={text} />}</p>
          ))}
        </td>
      </Table>
      <Table width="100%" style={inline.column}>
        <td class="soft pad" align="left" style={inline.foot}>
          <Blocks blocks={letter.footer} />
        </td>
      </Table>
    </>
  );
}
