import { foldPhrase, Phrases, wordsOf } from "../phrases.ts";

/** Forms of company as they are written. Those of the second list are written in small letters as well, being no words else. */
const AS_WRITTEN =
  "GmbH & Co. KGaA|GmbH & Co. KG|SE & Co. KGaA|SE & Co. KG|AG & Co. KG|UG & Co. KG|Sp. z o.o.|S.à r.l.|S.a.r.l.|S.A.S.U.|S.A.S.|S.C.A.|S.p.A.|S.r.l.|S.R.L.|S.L.U.|S.L.|S.A.|SA/NV|N.V.|B.V.|e.V.|e.K.|L.P.|d.o.o.|s.r.o.|a.s.|A.S.|AB|AS|ASA|AG|KG|KGaA|OHG|SE|UG|Oy|Oyj|OÜ|ApS|DAC|CLG|ULC|Kft.|Zrt.|Pty|Pte|Co.|Ltda.|Lda.|K.K.|Unlimited Company|Gesellschaft mbH";
const IN_ANY_CASE =
  "Inc.|Incorporated|LLC|L.L.C.|LLP|L.L.P.|Ltd.|Limited|Limited Liability Company|Private Limited|Pte. Ltd.|Pvt. Ltd.|Pty. Ltd.|Pty Limited|Co. Ltd.|Corp.|Corporation|PLC|PBC|P.B.C.|GmbH|gGmbH|mbH|SARL|SASU";

const ABBREVIATED = new Set("inc ltd corp co ltda lda kft zrt pte pty".split(" "));

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, "");

const forms = new Phrases<{ letters: string | null }>([
  ...spelt(AS_WRITTEN).map((form) => [form, { letters: lettersOf(form) }] as const),
  ...spelt(IN_ANY_CASE).map((form) => [form, { letters: null }] as const),
]);

/** Each form with its points, and without. */
function spelt(written: string): string[] {
  return written.split("|").flatMap((form) => [form, form.replaceAll(".", "")]);
}

// What may follow a company's name; behind "AS", "SE" and other short forms nothing else does.
const BEHIND = /^\.?\s*(?:$|[,;(/–—|]|-\s|(?:and|und|et|y|e|en|och|&)\s)/u;

/**
 * Where the legal entity ends that a text begins with, and what its name is without the form of company; undefined where there
 * is none.
 */
export function entityAtStart(text: string): { end: number; name: string } | undefined {
  // "A/S" alone has a sign in it that parts others.
  const read = text.slice(0, 300).replace(/\bA\/S\b/g, "A.S");
  const words = wordsOf(read);
  for (let at = 1; at < words.length; at++) {
    const found = forms.at(read, words, at, ({ letters }, said) => letters === null || isWritten(letters, said));
    const before = words[at - 1];
    if (!found || !before || !/^[\s,.)\]]*$/.test(read.slice(before.end, found.start))) continue;
    // Within brackets, it is another one's.
    if (before.end === found.start || isOpen(read.slice(0, found.start))) continue;
    let end = found.end;
    // "Acme Co., Ltd." has two.
    const more = forms.at(read, words, at + found.words);
    if (more && /^[\s,.]*$/.test(read.slice(end, more.start))) end = more.end;
    const last = foldPhrase(read.slice(end - 5, end).replace(/^.*[\s,]/, ""));
    const isDotted = read[end] === "." && (ABBREVIATED.has(last) || /\./.test(read.slice(found.start, end)));
    if (isDotted) end += 1;
    if (found.value.letters !== null && !BEHIND.test(read.slice(end))) continue;
    const name = text.slice(0, found.start).replace(/[\s,]+$/, "");
    if (name !== "") return { end, name };
  }
  return undefined;
}

/** Forms that are written in full as well. */
const IN_FULL: readonly (readonly [string, string])[] = [
  ["limited liability company", "llc"],
  ["gesellschaft mbh", "gmbh"],
  ["incorporated", "inc"],
  ["corporation", "corp"],
  ["private", "pvt"],
  ["limited", "ltd"],
];

/** A form of company, compared: "Inc." and "Incorporated" are one. */
export function foldForm(form: string): string {
  return IN_FULL.reduce((so, [full, short]) => so.replace(full, short), foldPhrase(form)).replaceAll(" ", "");
}

const isWritten = (letters: string, said: string): boolean => lettersOf(said) === letters;

const isOpen = (text: string): boolean => text.lastIndexOf("(") > text.lastIndexOf(")");
