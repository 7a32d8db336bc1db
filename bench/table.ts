/** A table as Markdown, so that what is printed can be kept: the first column to the left, figures to the right. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const widths = head.map((name, column) => Math.max(name.length, 3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  console.log(`\n### ${title}\n`);
  for (const cells of [head, rule, ...rows]) console.log(line(cells));
}

export const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
export const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
export const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
export const kib = (bytes: number): string => (bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0);
