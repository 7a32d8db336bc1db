import type { Certification } from "../../model/vendor/vendor-document.ts";
import { dateIn } from "./dates.ts";
import { namesIn } from "./split-names.ts";

/** A certification, with what the file calls it. */
export type CertificationSaid = Certification & { from: string };

const UNTIL =
  /^(?:valid (?:until|through|to)|expire[sd](?: on)?|gültig bis|abgelaufen am|läuft ab am|valable jusqu['’]au|expirée? le|válid[oa] hasta(?: el)?|caduc[aó](?: el)?|valid[oa] fino (?:all['’]|al|a)|scadut[oa] (?:il|l['’])|geldig tot(?: en met)?|verlopen op|giltigt? till(?: och med)?(?: den)?|upphörde att gälla(?: den)?)\s*/iu;

/** "ISO 27001 (valid until 1 May 2027) <https://…>; SOC 2": each with its last day and its certificate, in any of the languages. */
export function certificationsIn(cell: string): CertificationSaid[] {
  const urls: string[] = [];
  // Addresses are taken out first: they are longer than a name may be.
  const text = cell.replace(/\s*<(https?:[^<>\s]{1,2000})>/g, (_, url: string) => MARKS[urls.push(url) - 1] ?? "");
  return namesIn(text).names.map((said) => {
    const url = urls[MARKS.indexOf(said.at(-1) ?? "")];
    const from = [...said].filter((sign) => !MARKS.includes(sign)).join("");
    const [, name = "", beside = ""] = /^(.*\S)\s*\(([^()]*)\)$/su.exec(from) ?? [];
    const date = UNTIL.test(beside) ? dateIn(beside.replace(UNTIL, "")) : undefined;
    return {
      name: date?.sure ? name : from,
      ...(date?.sure && { validUntil: date.date }),
      ...(url !== undefined && { url }),
      from,
    };
  });
}

/** Signs of no meaning, each for an address: a cell has no more of them. */
const MARKS = Array.from({ length: 100 }, (_, index) => String.fromCharCode(0xe000 + index));
