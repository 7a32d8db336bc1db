import type { Annex, AnnexLine, AnnexTable } from "./annex.ts";

/** The list as Markdown (CommonMark, with the tables of GitHub's): for a repository, a wiki or a language model. */
export function annexAsMarkdown({ title, lead, columns, tables, empty, coming, source, address }: Annex): string {
  const tableOf = ({ heading, rows }: AnnexTable) => [
    ...(heading === null ? [] : [`## ${escaped(heading)}`]),
    [
      row(columns.map(escaped)),
      row(columns.map(() => "---")),
      ...rows.map((cells) => row(cells.map((lines) => lines.map(lineOf).join("<br>")))),
    ].join("\n"),
  ];
  const parts = [
    `# ${escaped(title)}`,
    ...lead.map(atStart),
    ...(empty === null ? tables.flatMap(tableOf) : [atStart(empty)]),
    ...(coming
      ? [
          `## ${escaped(coming.heading)}`,
          coming.lines.map((line) => `- ${atStart(line.text)} <${line.address}>`).join("\n"),
        ]
      : []),
    ...source.map(atStart),
    `<${address}>`,
  ];
  return `${parts.join("\n\n")}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function lineOf({ label, text, isTitle }: AnnexLine): string {
  if (isTitle) return `**${escaped(text)}**`;
  return label === undefined ? escaped(text) : `*${escaped(label)}:* ${escaped(text)}`;
}

/** Text that stays text in a line, and in a cell, which knows no lines. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#~&!$]/g, "\\$&").replace(/\r?\n/g, "<br>");

/** The same where a line begins, where a sign or number would begin a list. */
const atStart = (text: string): string =>
  escaped(text).replace(/^(\s*)(?:([-+=])|(\d+)(?=[.)]))/, (_, blank, sign, number) =>
    sign === undefined ? `${blank}${number}\\` : `${blank}\\${sign}`,
  );
