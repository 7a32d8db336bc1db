import { covers } from "../../model/vendor/countries.ts";
import { MECHANISMS, type Mechanism } from "../../model/vendor/mechanisms.ts";
import { type Module, Regime } from "../../model/vendor/vendor-document.ts";
import { bounded, hasMark, Phrases, piecesOf, type Unknown, wordsOf } from "../phrases.ts";
import { placesIn } from "../places/places.ts";
import {
  CERTIFIED_WORDS,
  FRAMES,
  HARMLESS_BESIDE,
  MODULE_WORDS,
  MODULES,
  NONE,
  TO,
  TOOLS,
  TOOLS_OF,
} from "./mechanism-words.ts";
import { isEntityAlone } from "./names.ts";

/** A transfer tool that a text names. No regimes: those that the tool is about by its name. */
export type Tool = { mechanism: Mechanism; module?: Module; certified?: string; regimes: Regime[]; from: string };

/** `isNone`: it says that no tool is needed. `rest` is what was not understood: with any, nothing is sure. */
export type Tools = { tools: readonly Tool[]; isNone: boolean; sure: boolean; rest: readonly string[] };

type ToolWord =
  | { is: "tool"; mechanism: Mechanism; regimes: readonly Regime[] }
  | { is: "frame"; regime: Regime }
  | { is: "module" }
  | { is: "which"; module: Module }
  | { is: "none" }
  | { is: "harmless" };

const MOST = 2000;
const LONGEST_QUOTED = 60;

let made: Phrases<ToolWord> | undefined;

function index(): Phrases<ToolWord> {
  if (made) return made;
  const words = new Phrases<ToolWord>();
  const add = (called: string, value: ToolWord) => {
    for (const each of called.split("|")) words.add(each, value);
  };
  add(HARMLESS_BESIDE, { is: "harmless" });
  add(NONE, { is: "none" });
  for (const [written, module] of Object.entries(MODULES)) add(written, { is: "which", module });
  add(MODULE_WORDS, { is: "module" });
  for (const [regime, called] of Object.entries(FRAMES)) add(called, { is: "frame", regime: regime as Regime });
  for (const [mechanism, called] of Object.entries(TOOLS)) {
    if (isMechanism(mechanism)) add(called, { is: "tool", mechanism, regimes: [] });
  }
  for (const { called, ...tool } of TOOLS_OF) add(called, { is: "tool", ...tool });
  made = words;
  return words;
}

const isMechanism = (name: string): name is Mechanism => name in MECHANISMS;

/**
 * The transfer tools that a cell names (GDPR Art. 45-49), with the modules of the clauses of 2021. A tool that has lapsed,
 * such as the Privacy Shield, is none. Sure only if every word and sign is understood: "not under the DPF" and "DPF ❌" name it as
 * well.
 */
export function toolsIn(text: string): Tools {
  const { read, left } = bounded(text.replace(/\bn\/a\b/gi, "n.a"), MOST);
  const said = blanking(REFERENCES, read);
  const bracketed = [...said.matchAll(BRACKETS)].map(([, inside = ""]) => inside.trim()).filter(isEntityAlone);
  const companies = new Set([...read.matchAll(CERTIFIED)].map(([, company = ""]) => company));
  // Of several, nobody says which is certified.
  const isOnly = new Set([...companies, ...bracketed]).size === 1;
  const plain = blanking(CERTIFIED, said);
  const words = wordsOf(plain);
  let isMarked = hasMark(read) || RANGE.test(read);
  const [tools, modules, unknown]: [Standing[], Which[], Unknown[]] = [[], [], []];
  let frames: { regime: Regime; word: Unknown }[] = [];
  let [isAfterModule, saysNone, understood] = [false, false, 0];
  for (let at = 0; at < words.length; ) {
    const [word, found] = [words[at], index().at(plain, words, at)];
    if (!word) break;
    at += found?.words ?? 1;
    const value = found?.value;
    const from = found?.text ?? word.text;
    if (value?.is === "tool" && value.mechanism === "scc" && isTo(read, tools, found?.start ?? 0)) {
      understood += 1;
    } else if (value?.is === "tool") {
      const regimes = [...new Set([...frames.map(({ regime }) => regime), ...value.regimes])];
      tools.push({ mechanism: value.mechanism, regimes, from, end: word.start + from.length });
      frames = [];
      const [all = "", company = ""] = BEHIND.exec(plain.slice(found?.end)) ?? [];
      if (value.mechanism === "dpf" && isOnly && bracketed.includes(company.trim())) {
        companies.add(company.trim());
        at += wordsOf(all).length;
      }
    } else if (value?.is === "frame") frames.push({ regime: value.regime, word: { ...word, after: understood } });
    else if (value?.is === "which" && (isAfterModule || (found?.words ?? 0) > 1 || /^[CP]2[CP]$/.test(from)))
      modules.push({ module: value.module, from, end: word.start + from.length });
    else if (value?.is === "none") saysNone = true;
    else if ((!value || value.is === "which") && isShort(word.text)) isMarked = true;
    else if (!value || value.is === "which") {
      unknown.push(...frames.map((frame) => frame.word), { ...word, after: understood });
      frames = [];
    }
    if (!value || /^\d{2}/.test(word.text)) isAfterModule = false;
    if (value && value.is !== "harmless") understood += 1;
    if (value && value.is !== "which" && value.is !== "harmless") isAfterModule = value.is === "module";
  }
  // "DPF (EU-US, Swiss-US)" names the laws behind the tool.
  const named = tools.findLast(({ mechanism }) => mechanism === "dpf");
  if (named) named.regimes = [...new Set([...named.regimes, ...frames.map(({ regime }) => regime)])];
  else unknown.push(...frames.map(({ word }) => word));
  const rest = [...piecesOf(read, unknown), ...left];
  const [company] = companies.size === 1 ? companies : [];
  const all = withModules(distinct(tools), modules, read).map((tool) =>
    company !== undefined && tool.mechanism === "dpf" ? { ...tool, certified: company } : tool,
  );
  if (all.length > 0) return { tools: all, isNone: false, sure: rest.length === 0 && !saysNone && !isMarked, rest };
  const isNone = saysNone ? rest.length === 0 && !isMarked : isWithinEea(read);
  return { tools: [], isNone, sure: isNone, rest: isNone || text.trim() === "" ? [] : [text] };
}

// The laws and decisions that tools come from, and the parts of their articles: "(EU) 2021/914", "Art. 46(2)(c)", "clause(s)".
const REFERENCES =
  /(?<![\d/])(?:2016\/679|2021(?:\/914)?|2023\/1795)(?![\d/])|(?<=\bArt(?:icle|ikel|\.)?\s*4[5-9])(?:\s*\([\da-z]\)){1,3}|(?<=\p{L})(?:\(s\)|['’]s(?!\p{L}))/giu;

/** Whom the framework certifies, as our own forms say it: up to what is said of the tool besides, or the next one. */
const CERTIFIED = new RegExp(`, (?:${CERTIFIED_WORDS})\\s?: ([^;\\n]{1,200}?)(?=$| – |;|\\n)`, "giu");

/** What stands in brackets: a company with its legal form right behind the framework is whom it certifies, "DPF (Pebble, Inc.)". */
const BRACKETS = /\(([^()\n]{1,200})\)/g;
const BEHIND = new RegExp(`^\\)?\\s*${BRACKETS.source}`);

const blanking = (what: RegExp, text: string): string => text.replace(what, (each) => " ".repeat(each.length));

/** "Modules 1-3", "1 to 4": whether it means those between as well, nobody says. */
const RANGE = /(?<![\d/])[1-4]\s*(?:[-–—]|to|through|bis|à|al?|t\/m|tot|till)\s*[1-4](?!\d)/iu;

/** A letter or number, such as "N", "x", "0" and "2010": beside a tool it may say no. */
const isShort = (word: string): boolean => /^(.|\d+)$/u.test(word);

/** A tool with where it ends in the text. */
type Standing = Tool & { end: number };

/** A module with where it ends in the text. */
type Which = { module: Module; from: string; end: number };

const TO_WORDS = new Set(TO.split("|"));

/** Whether the clauses at a place are what an addendum before them is to. */
function isTo(text: string, tools: readonly Standing[], start: number): boolean {
  const last = tools.at(-1);
  const [first] = last ? wordsOf(text.slice(last.end, start)) : [];
  return last !== undefined && /-addendum$/.test(last.mechanism) && first !== undefined && TO_WORDS.has(first.folded);
}

/** "Germany (EU)": nothing leaves the EEA, so nothing needs cover. */
function isWithinEea(text: string): boolean {
  const { places, rest } = placesIn(text);
  return rest.length === 0 && places.length > 0 && places.every(({ country, sure }) => sure && covers("EEA", country));
}

function withModules(tools: readonly Tool[], modules: readonly Which[], text: string): Tool[] {
  const last = modules.at(-1);
  if (!last) return [...tools];
  const clauses = tools.find(({ mechanism }) => mechanism === "scc");
  // "SCC (Module 3)" as it stands there.
  const start = clauses ? text.indexOf(clauses.from) : -1;
  const said = start >= 0 && start < last.end ? text.slice(start, last.end) : "";
  const quoted = said.includes("(") && !said.includes(")") && text[last.end] === ")" ? `${said})` : said;
  const parts = [clauses?.from, ...modules.map(({ from }) => from)].filter((from) => from !== undefined).join(", ");
  const each = [...new Set(modules.map(({ module }) => module))].map(
    (module): Tool => ({
      mechanism: "scc",
      module,
      regimes: clauses?.regimes ?? [],
      from: quoted !== "" && quoted.length <= LONGEST_QUOTED ? quoted : parts,
    }),
  );
  return clauses ? tools.flatMap((tool) => (tool === clauses ? each : [tool])) : [...tools, ...each];
}

/** Each tool once, for all laws it is named for: "DPF and its UK Extension" is that of the EU and of the UK. */
function distinct(tools: readonly Tool[]): Tool[] {
  return [...Map.groupBy(tools, ({ mechanism }) => mechanism)].map(([mechanism, same]) => {
    const named = new Set(same.flatMap(({ regimes }) => regimes));
    const isBare = same.some(({ regimes }) => regimes.length === 0);
    if (named.size > 0 && isBare) for (const regime of MECHANISMS[mechanism].unstated) named.add(regime);
    const from = [...new Set(same.map((each) => each.from))].join(", ");
    const regimes = Regime.options.filter((each) => named.has(each));
    const isUnstated = regimes.join() === MECHANISMS[mechanism].unstated.join();
    return { mechanism, regimes: isUnstated ? [] : regimes, from };
  });
}
