import { raw } from "hono/html";
import { createContext, type PropsWithChildren, useContext } from "hono/jsx";
import { mailto } from "../../../model/values/email.ts";
import { ADDRESS } from "../../../model/values/text.ts";
import type { Block, LetterLink, Reading } from "../letter.ts";
import { colours, look } from "./style.ts";

/** The colour of links and buttons. */
export const LinkColour = createContext(colours.link);

export function Blocks({ blocks }: { blocks: Block[] }) {
  // A line break between parts keeps the lines of the source within reason.
  return (
    <>
      {blocks.map((block) => (
        <>
          {raw("\n")}
          <Part block={block} />
        </>
      ))}
    </>
  );
}

/** How many bytes blocks are in a mail. */
export const htmlBytes = (blocks: Block[]): number => Buffer.byteLength((<Blocks blocks={blocks} />).toString());

function Part({ block }: { block: Block }) {
  switch (block.type) {
    case "heading":
      return <h2 {...look("h2")}>{block.text}</h2>;
    case "paragraph":
      return <Paragraph text={block.text} email={block.email} />;
    case "quote":
      return (
        <Table width="100%" {...look("quoteTable")}>
          <td {...look("quote")} lang={block.lang}>
            <Lines text={block.text} />
          </td>
        </Table>
      );
    case "list":
      return (
        <>
          {block.items.map((item) => (
            <p {...look("line")}>{item}</p>
          ))}
        </>
      );
    case "table":
      return <ChangeTable {...block} />;
    case "button":
      return <Button label={block.label} href={block.href} />;
    case "link":
      return (
        <p {...look("linkLine")}>
          <Link label={block.label} href={block.href} />
        </p>
      );
    case "hash":
      return <p {...look("hash")}>{block.text}</p>;
  }
}

export function Link({ label, href }: LetterLink) {
  return (
    <a href={href} {...look("link", useContext(LinkColour))}>
      {label}
    </a>
  );
}

function Paragraph({ text, email }: { text: string; email: string | undefined }) {
  const [before, after] = email ? text.split(email, 2) : [text];
  return (
    <p {...look("p")}>
      {before}
      {email && after !== undefined && (
        <>
          <Link label={email} href={mailto(email)} />
          {after}
        </>
      )}
    </p>
  );
}

/** A button, and its address to copy for whoever's mail program shows no links. */
function Button({ label, href }: LetterLink) {
  const colour = useContext(LinkColour);
  return (
    <>
      <Table {...look("buttonTable")}>
        <td bgcolor={colour} align="center" {...look("buttonCell", colour)}>
          <a href={href} {...look("button")}>
            {label}
          </a>
        </td>
      </Table>
      <p {...look("address")}>{href}</p>
    </>
  );
}

/** One vendor's change: a row per field, its label beside (on narrow screens above) what was and what will be. */
function ChangeTable({ heading, note, rows }: Extract<Block, { type: "table" }>) {
  return (
    <>
      {heading && <h3 {...look("h3")}>{heading}</h3>}
      {note && <p {...look("p")}>{note}</p>}
      {rows.length > 0 && (
        <table width="100%" cellpadding="0" cellspacing="0" border={0} {...look("table")}>
          {rows.map(({ label, readings }) => (
            <tr>
              <th scope="row" width="32%" align="left" valign="top" {...look("th")}>
                {label}
              </th>
              <td width="68%" valign="top" {...look("td")}>
                {readings.map((reading, index) => (
                  <Value {...reading} last={index < readings.length - 1 ? "lastOfReading" : "lastLine"} />
                ))}
              </td>
            </tr>
          ))}
        </table>
      )}
    </>
  );
}

function Value({ caption, lines, last }: Reading & { last: "lastOfReading" | "lastLine" }) {
  return (
    <>
      {caption && <p {...look("caption")}>{caption}</p>}
      {lines.map((line, index) => (
        <p {...look(index < lines.length - 1 ? "line" : last)}>
          <Lines text={line} linked />
        </p>
      ))}
    </>
  );
}

/** A table of one row that only holds a place, which is how mail programs lay out; screen readers are told so. */
export function Table({ children, ...attributes }: PropsWithChildren<Record<string, unknown>>) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" border={0} {...attributes}>
      <tr>{children}</tr>
    </table>
  );
}

/** Text that keeps its line breaks; `linked`, with the web addresses in it as links: of facts, not of what anybody may write. */
export function Lines({ text, linked = false }: { text: string; linked?: boolean }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        <>
          {index > 0 && <br />}
          {linked
            ? line.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <Link label={part} href={part} /> : part))
            : line}
        </>
      ))}
    </>
  );
}
