import type { Plan, PlannedVendor } from "./plan.ts";
import { differencesOf, notesOn, questionsOf, totalsOf } from "./plan-text.ts";

/** GitHub takes comments of 65,536 characters. */
const MOST = 60_000;

const NAMES = { add: "Added", change: "Changed", remove: "Removed", unsure: "To confirm", same: "" } as const;

/**
 * A plan for a pull request. Whatever comes of the file stands in code: whoever opens a pull request writes it, and nothing in it
 * becomes a link, a mention, an image or a table of its own.
 */
export function planMarkdown(plan: Plan): string {
  const shown = plan.vendors.filter(({ what }) => what !== "same");
  const notes = notesOn(plan).map((note) => `- ${code(note)}`);
  const head = [`**${totalsOf(plan)}**`, ...(notes.length > 0 ? ["", ...notes] : [])];
  const rows = shown.map(rowOf);
  const table = rows.length === 0 ? [] : ["", "| | Vendor | Weight | What changes |", "|---|---|---|---|"];
  let length = [...head, ...table].join("\n").length;
  const kept = rows.filter((row) => {
    length += row.length + 1;
    return length < MOST;
  });
  const more = kept.length < rows.length ? [`| | and ${rows.length - kept.length} more | | |`] : [];
  const foot =
    shown.length > 0 ? ["", "Once merged, this becomes a draft. Nobody is told before a person announces it."] : [];
  return `${[...head, ...table, ...kept, ...more, ...foot].join("\n").trim()}\n`;
}

function rowOf(vendor: PlannedVendor): string {
  const { what, name, weight, weightReason } = vendor;
  const said = [
    ...questionsOf(vendor).map((question) => `❓ ${code(question)}`),
    ...differencesOf(vendor).map(([field, value]) => `${code(field)}: ${code(value)}`),
  ];
  return `| ${NAMES[what]} | ${code(name)} | ${weight ? code(weightReason ? `${weight}: ${weightReason}` : weight) : ""} | ${said.join("<br>")} |`;
}

/** Text as code on one line (CommonMark 6.1), which may stand in a table of GFM. */
export function code(text: string): string {
  const line =
    text
      .replace(/\s+/g, " ")
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
      .trim() || " ";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line.replaceAll("|", "\\|")}${padding}${fence}`;
}
