import { LANGUAGES } from "../src/model/values/languages.ts";
import { LOCALES, Locale } from "../src/model/values/text.ts";
import { formatDate, loadEveryLanguage, wordsFor } from "../src/words/index.ts";

/**
 * Every word of pages and mails in a language beside the English: `npm run words -- fr`; with a text after it, only where
 * either has that. Findings, verdicts and grounds are not among them: they need facts, and are in snapshots (CONTRIBUTING.md).
 */

/** What a dictionary says at a place in it, and which values it was given that the English shows, in its own language. */
export type Said = { path: string; english: string; said: string; shown: readonly string[] };

const ELSEWHERE = /^(findings|grounds|verdicts\.reasons|cities|rules|screens|consoleWords)\b/;

const yesOrNo = [true, false];
const counted = [1, 7];
const roles = ["subprocessor", "processor", "independent-controller", "recipient", "source", "various"];

/** What is tried for parameters by their English names; for any other a text, and nothing where that has words. */
const TRIED: Record<string, readonly unknown[]> = {
  ...Object.fromEntries(
    ["several", "isAlike", "isDone", "isNamed", "isOfApproval", "isOld", "approves", "again"].map((name) => [
      name,
      yesOrNo,
    ]),
  ),
  ...Object.fromEntries(
    ["n", "number", "count", "shown", "all", "places", "days", "years", "module"].map((name) => [name, counted]),
  ),
  minutes: [15],
  hours: [48],
  role: roles,
  kind: ["added", "updated", "removed"],
  each: [["first clause", "second clause"]],
  where: [{ city: "Paris" }, { time: "UTC" }],
  reach: [
    { privacyEmail: "privacy@acme.example" },
    { website: "https://acme.example", address: "1 Main Street" },
    { website: "https://acme.example" },
    { address: "1 Main Street" },
    {},
  ],
};

const DAYS = [
  "date",
  "until",
  "on",
  "announced",
  "planned",
  "earliest",
  "first",
  "day",
  "from",
  "to",
  "later",
  "edition",
];
const NAMES: Record<string, string> = {
  organisation: "Better ISMS",
  name: "HubSpot",
  former: "Marketo",
  vendor: "HubSpot",
  vendors: "HubSpot",
  customer: "Kanzlei Roth",
  customers: "Kanzlei Roth",
  day: "10",
  code: "US",
};

const nameOf = (parameter = "") => parameter.replace(/^_/, "");

function triedFor(parameter: string, locale: Locale): readonly unknown[] {
  const name = nameOf(parameter);
  const text = DAYS.includes(name) ? formatDate("2027-01-10", locale) : (NAMES[name] ?? `‹${name}›`);
  return TRIED[name] ?? (name === parameter ? [text, null] : [text]);
}

/** The names of a function's parameters, those of an object in braces: `["name", "{ by, fallback }"]`. */
function parametersOf(say: (...given: never[]) => unknown): string[] {
  const source = String(say);
  const list = source.startsWith("(") ? source.slice(1, source.indexOf(")")) : (source.split("=>")[0] ?? "").trim();
  return (list.match(/\{[^}]*\}|\w+/g) ?? []).map((each) => each.trim());
}

function combined(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((all, list) => all.flatMap((some) => list.map((each) => [...some, each])), [[]]);
}

function valuesFor(parameter: string, locale: Locale): readonly unknown[] {
  if (!parameter.startsWith("{")) return triedFor(parameter, locale);
  const names = parameter.match(/\w+/g) ?? [];
  const values = combined(names.map((name) => triedFor(name, locale)));
  return values.map((each) => Object.fromEntries(names.map((name, index) => [name, each[index]])));
}

/** Whether a text is one: no value is missing in it. */
export const isSane = (text: string) => !/\b(undefined|null|NaN)\b|\[object|=>/.test(text);

function textOf(said: unknown): string {
  return Array.isArray(said) ? said.join("…") : String(said);
}

/** What two dictionaries say at the same place. Of what English makes no sense of, such as a name that is missing, nothing. */
function* pairs(path: string, english: unknown, other: unknown, locale: Locale): Generator<Said> {
  if (ELSEWHERE.test(path)) return;
  if (typeof english === "string") {
    yield { path, english, said: textOf(other), shown: [] };
  } else if (typeof english === "function") {
    const parameters = parametersOf(english as never);
    const inEnglish = combined(parameters.map((each) => valuesFor(each, "en")));
    const inOther = combined(parameters.map((each) => valuesFor(each, locale)));
    for (const [index, given] of inOther.entries()) {
      const meant = (english as (...given: unknown[]) => unknown)(...(inEnglish[index] ?? []));
      if (!isSane(textOf(meant))) continue;
      const said = (other as (...given: unknown[]) => unknown)(...given);
      const shown = given.flatMap((each, at) => {
        const isFree =
          typeof each === "number" ? each > 1 : typeof each === "string" && !(nameOf(parameters[at]) in TRIED);
        return isFree && textOf(meant).includes(String(inEnglish[index]?.[at])) ? [String(each)] : [];
      });
      yield { path, english: textOf(meant), said: textOf(said), shown };
    }
  } else if (typeof english === "object" && english !== null) {
    for (const [key, value] of Object.entries(english)) {
      yield* pairs(path === "" ? key : `${path}.${key}`, value, (other as Record<string, unknown>)[key], locale);
    }
  }
}

/** Everything that a language says, of sample values. The words are to be loaded before. */
export const saidIn = (locale: Locale): Said[] => [...pairs("", wordsFor("en"), wordsFor(locale), locale)];

if (import.meta.main) {
  const [language, text = ""] = process.argv.slice(2);
  const locale = Locale.safeParse(language).data;
  if (!locale) {
    console.error(`Name a language: ${LOCALES.map((each) => `${each} (${LANGUAGES[each].name})`).join(", ")}`);
    process.exit(1);
  }
  await loadEveryLanguage();
  for (const { path, english, said } of saidIn(locale)) {
    if (`${english}\n${said}`.toLowerCase().includes(text.toLowerCase()))
      console.log(`${path}\n  ${english}\n  ${said}\n`);
  }
}
