import { listFileOf } from "../imports/list-file.ts";
import type { VendorDocument } from "../model/vendor/vendor-document.ts";
import type { Host } from "./host.ts";
import type { Plan, PlannedVendor } from "./plan.ts";
import { printable } from "./printable.ts";

/** The longest value that is told whole. */
const MOST = 300;

/** A value as it is told: a text as it is, anything else as JSON, on one line. */
export function told(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = printable(text.replace(/\s+/g, " "));
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}

export const fieldOf = (path: string): string => path.slice(1).replaceAll("/", ".");

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What a plan does, in a line. */
export function totalsOf({ totals }: Plan): string {
  const { add, change, remove, same, unsure } = totals;
  const parts = [
    ...(add > 0 ? [`${add} to add`] : []),
    ...(change > 0 ? [`${change} to change`] : []),
    ...(remove > 0 ? [`${remove} to remove`] : []),
    ...(unsure > 0 ? [`${unsure} to confirm`] : []),
  ];
  return parts.length === 0
    ? `Nothing would change: ${plural(same, "vendor")}.`
    : `${parts.join(", ")}; ${same} as they are.`;
}

/** What somebody should know of drafts that are open, and of removals. */
export function notesOn(plan: Plan): string[] {
  const { removals, vendors } = plan;
  const drafted = Map.groupBy(
    vendors.filter(({ inDraft }) => inDraft !== null),
    ({ inDraft }) => inDraft,
  );
  const others = vendors.filter(({ drafts, inDraft }) => drafts.some((number) => number !== inDraft));
  return [
    ...[...drafted].map(
      ([number, of]) => `Draft ${number} has this already: ${of.map(({ name }) => name).join(", ")}.`,
    ),
    ...others.map(({ name, drafts, inDraft, what }) => {
      const open = drafts.filter((number) => number !== inDraft).join(", ");
      const why = what === "same" ? "the file does not have that" : "what is announced second has to be rebased";
      return `${name} is changed by the open draft ${open} otherwise: ${why}.`;
    }),
    ...(removals.mustBeAllowed
      ? [
          `It removes ${removals.count} of ${removals.listed} vendors${removals.categories.length > 0 ? `, all of ${removals.categories.join(", ")}` : ""}: applying it takes --allow-removals ${removals.count}.`,
        ]
      : []),
  ];
}

/** What has to be answered of a vendor before the plan is applied. */
export const questionsOf = ({ asked, guesses, faults, name }: PlannedVendor): string[] => [
  ...(asked.length > 0
    ? [`may be ${asked.map(({ slug }) => slug).join(" or ")}: say slug: of which, or of its own`]
    : []),
  ...guesses
    .filter(({ open }) => open)
    .map(
      (guess) =>
        `${guess.id}: ${told(guess.from)} was read as ${told(guess.made)} (${fieldOf(guess.pointer)})${guess.unclear.length > 0 ? `; not understood: ${guess.unclear.map(told).join(", ")}` : ""}`,
    ),
  ...faults.map(({ pointer, detail }) => `${fieldOf(pointer) || name} ${detail}`),
];

const SIGNS = { add: "+", change: "~", remove: "-", unsure: "?", same: " " } as const;
const COLOURS = { add: 32, change: 33, remove: 31, unsure: 35, same: 0 } as const;

/** A plan for a terminal, or for whoever reads the output of a job. */
export function planText(plan: Plan, { env, isTerminal }: Pick<Host, "env" | "isTerminal">): string {
  const isColoured = isTerminal.out && !env.NO_COLOR && env.TERM !== "dumb";
  const coloured = (what: PlannedVendor["what"], text: string) =>
    isColoured ? `\u001b[${COLOURS[what]}m${text}\u001b[0m` : text;
  const shown = plan.vendors.filter(({ what }) => what !== "same");
  const lines = shown.flatMap((vendor) => [
    coloured(vendor.what, printable(`${SIGNS[vendor.what]} ${vendor.name}${weightOf(vendor)}`)),
    ...questionsOf(vendor).map((question) => printable(`    ? ${question}`)),
    ...differencesOf(vendor).map(([field, said]) => printable(`    ${field}: ${said}`)),
  ]);
  return [...lines, ...(lines.length > 0 ? [""] : []), totalsOf(plan), ...notesOn(plan).map(printable)]
    .map((line) => `${line}\n`)
    .join("");
}

const weightOf = ({ weight, weightReason, returning }: PlannedVendor): string =>
  `${returning ? ", which comes back" : ""}${weight ? `: ${weight}${weightReason ? `, ${weightReason}` : ""}` : ""}`;

/** Field by field what differs; of a vendor that comes what it is for and where. */
export function differencesOf({ what, diff }: PlannedVendor): [field: string, said: string][] {
  if (what === "remove") return [];
  return diff.flatMap(({ path, before, after }): [string, string][] =>
    path === ""
      ? statedIn(after as VendorDocument)
      : [[fieldOf(path), before === null ? told(after) : `${told(before)} → ${told(after)}`]],
  );
}

/** What a vendor that comes states, without what goes without saying; its services one by one. */
function statedIn(document: VendorDocument): [field: string, said: string][] {
  const [written] = listFileOf([{ ...document, slug: "" }]).vendors;
  const { slug: _, name: __, services = [], ...facts }: Partial<NonNullable<typeof written>> = written ?? {};
  return [
    ...Object.entries(facts).map(([field, value]): [string, string] => [field, told(value)]),
    ...services.map(({ key, ...service }): [string, string] => [`services.${key}`, told(service)]),
  ];
}
