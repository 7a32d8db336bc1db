import type { Block, LetterRow, Reading } from "./letter.ts";
import { inline } from "./style.ts";
import { Lines } from "./table.tsx";

/** One vendor's change: a row per field, its label beside (on narrow screens above) what was and what will be. */
export function ChangeTable({ heading, note, rows }: Extract<Block, { type: "change" }>) {
  return (
    <>
      <h3 class="ink" style={inline.h3}>
        {heading}
      </h3>
      {note && <p style={inline.p}>{note}</p>}
      {rows.length > 0 && (
        <table width="100%" cellpadding="0" cellspacing="0" border={0} class="line" style={inline.table}>
          {rows.map((row) => (
            <Row {...row} />
          ))}
        </table>
      )}
    </>
  );
}

function Row({ label, readings }: LetterRow) {
  return (
    <tr>
      <th scope="row" width="32%" align="left" valign="top" class="soft line cell key" style={inline.th}>
        {label}
      </th>
      <td width="68%" valign="top" class="ink line cell is" style={inline.td}>
        {readings.map((reading, index) => (
          <Value reading={reading} isLast={index === readings.length - 1} />
        ))}
      </td>
    </tr>
  );
}

function Value({ reading: { caption, lines }, isLast }: { reading: Reading; isLast: boolean }) {
  return (
    <>
      {caption && (
        <p class="soft" style={inline.caption}>
          {caption}
        </p>
      )}
      {lines.map((line, index) => (
        <p style={index < lines.length - 1 ? inline.value : isLast ? inline.lastValue : inline.lastOfReading}>
          <Lines text={line} />
        </p>
      ))}
    </>
  );
}
