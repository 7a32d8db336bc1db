import { raw } from "hono/html";
import { ChangeTable } from "./change-table.tsx";
import { type Block, type LetterLink, mailto } from "./letter.ts";
import { colours, inline } from "./style.ts";
import { Lines, Table } from "./table.tsx";

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

function Part({ block }: { block: Block }) {
  switch (block.type) {
    case "heading":
      return (
        <h2 class="ink" style={inline.h2}>
          {block.text}
        </h2>
      );
    case "paragraph":
      return <Paragraph text={block.text} email={block.email} />;
    case "statement":
      return (
        <Table width="100%" style="margin:0 0 16px">
          <td class="ink line" style={inline.statement}>
            <Lines text={block.text} />
          </td>
        </Table>
      );
    case "list":
      return (
        <>
          {block.items.map((item) => (
            <p style={inline.value}>{item}</p>
          ))}
        </>
      );
    case "change":
      return <ChangeTable {...block} />;
    case "button":
      return <Button label={block.label} href={block.href} />;
    case "links":
      return (
        <>
          {block.links.map((link) => (
            <p style={inline.linkLine}>
              <Link {...link} />
            </p>
          ))}
        </>
      );
    case "hash":
      return (
        <p class="hash" style={inline.hash}>
          {block.text}
        </p>
      );
  }
}

export function Link({ label, href }: LetterLink) {
  return (
    <a class="link" href={href} style={inline.a}>
      {label}
    </a>
  );
}

function Paragraph({ text, email }: { text: string; email: string | undefined }) {
  const [before, after] = email ? text.split(email, 2) : [text];
  return (
    <p style={inline.p}>
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
  return (
    <>
      <Table style="margin:24px 0 16px">
        <td class="fill" bgcolor={colours.link} align="center" style={inline.buttonCell}>
          <a class="on-fill" href={href} style={inline.button}>
            {label}
          </a>
        </td>
      </Table>
      <p class="soft" style={`${inline.caption};margin-bottom:24px`}>
        {href}
      </p>
    </>
  );
}
