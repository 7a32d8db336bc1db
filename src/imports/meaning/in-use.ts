import type { IsoDate } from "../../model/values/dates.ts";
import { foldPhrase } from "../phrases.ts";
import type { ColumnReading } from "../reading.ts";
import type { Cell, SourceRow } from "../source.ts";
import type { Column } from "./columns.ts";
import { spanIn } from "./dates.ts";
import { isTick, saysNothing, yesOrNoMeant } from "./words-for.ts";

/** Whether a vendor is used: what a column, a note, a day, a heading or a mark beside its name says against it. */

const set = (words: string): ReadonlySet<string> => new Set(words.split("|").map(foldPhrase));

/** Columns that answer it by a word, and by yes or no. */
const STATUS = set(
  "status|state|statut|état|estado|stato|current status|contract status|vendor status|approval status|approval|Vertragsstatus|aktueller Status|statut actuel|estado actual|stato attuale|" +
    "in use|currently in use|still in use|used|currently used|still used|active|enabled|live|current|approved|is active|is current|is approved|isActive|in production|" +
    "utilisé|actif|en service|en vigueur|actuel|approuvé|validé|im Einsatz|aktiv|aktuell|noch aktiv|in Nutzung|genutzt|genehmigt|freigegeben|freigabe|en uso|activo|vigente|actual|aprobado|" +
    "in uso|attivo|attuale|in vigore|approvato|in gebruik|actief|huidig|goedgekeurd|används|i bruk|aktuell|godkänd",
);

/** Columns in which a plain "no" says it, and words or days are of something else. */
const ANSWERED = set(
  "in scope|engaged|currently engaged|still engaged|processes personal data|processes customer data|subprocessor|is subprocessor|is a subprocessor|used as subprocessor|sub-processor|is sub-processor|is a sub-processor|" +
    "dans le périmètre|engagé|mandaté|traite des données personnelles|traite des données à caractère personnel|sous-traitant|sous-traitant ultérieur|est sous-traitant|" +
    "im Geltungsbereich|beauftragt|verarbeitet personenbezogene Daten|Unterauftragsverarbeiter|ist Unterauftragsverarbeiter|dentro del alcance|contratado|trata datos personales|subencargado|es subencargado|" +
    "in ambito|incaricato|tratta dati personali|sub-responsabile|è sub-responsabile|binnen scope|ingeschakeld|verwerkt persoonsgegevens|subverwerker|is subverwerker|" +
    "omfattas|anlitad|anlitas|behandlar personuppgifter|underbiträde|är underbiträde",
);

/** Columns of the day on which it ended, or of whether it has, or has not begun. */
const ENDED = set(
  "end|end date|ends|ended|ended on|until|used until|valid until|valid to|left|left on|expires|expired|expired on|expiry|expiry date|removed|removed on|removal date|terminated|terminated on|termination date|retired|discontinued|deprecated|decommissioned|offboarded|offboarding date|inactive|inactive since|contract end|contract end date|" +
    "date removed|date of removal|removed at|date ended|ended at|date terminated|terminated at|off-boarded|off-boarded on|off-boarding date|offboarded on|date offboarded|deleted|deleted on|deleted at|date deleted|archived|archived on|archived at|disabled|disabled on|disabled at|deactivated|deactivated on|deactivated at|deprecated at|draft|is draft|is deleted|is archived|is disabled|" +
    "date de retrait|date de suppression|date de sortie|date de résiliation|retrait|sorti le|désactivé|désactivé le|archivé|archivé le|brouillon|" +
    "Entfernungsdatum|Datum der Entfernung|Austrittsdatum|Kündigungsdatum|Nutzungsende|gelöscht|gelöscht am|archiviert|archiviert am|deaktiviert|deaktiviert am|Entwurf|" +
    "fecha de retirada|fecha de eliminación|fecha de finalización|eliminado el|retirado el|dado de baja|archivado|desactivado|deshabilitado|borrador|" +
    "data di rimozione|data di cessazione|data di dismissione|rimosso il|cessato il|dismesso|eliminato|archiviato|disattivato|disabilitato|bozza|" +
    "datum verwijdering|datum van verwijdering|verwijderd op|datum beëindiging|beëindigd op|gearchiveerd|uitgeschakeld|gedeactiveerd|concept|" +
    "borttagningsdatum|datum för borttagning|borttagen den|avslutsdatum|avslutad den|raderad|arkiverad|avaktiverad|inaktiverad|utkast|" +
    "fin|date de fin|fin le|fin de contrat|jusqu'au|jusqu'à|utilisé jusqu'au|valable jusqu'au|supprimé|supprimé le|retiré|retiré le|résilié|résilié le|inactif|" +
    "Ende|Enddatum|Ende am|beendet|beendet am|bis|genutzt bis|gültig bis|Vertragsende|ausgeschieden|ausgeschieden am|entfernt|entfernt am|gekündigt|gekündigt zum|inaktiv|inaktiv seit|" +
    "fecha de fin|fecha de baja|hasta|válido hasta|vigente hasta|baja|eliminado|retirado|inactivo|data di fine|fine|fino al|valido fino al|scadenza|rimosso|cessato|inattivo|" +
    "einddatum|einde|tot|tot en met|geldig tot|verwijderd|beëindigd|inactief|slutdatum|slut|till|till och med|giltig till|giltigt till|borttagen|avslutad|inaktiv",
);

const IN_USE = set(
  "active|in use|live|current|approved|enabled|yes|true|1|x|actif|active|utilisé|en service|oui|aktiv|im Einsatz|ja|genehmigt|freigegeben|approuvé|activo|en uso|sí|aprobado|attivo|in uso|sì|approvato|actief|in gebruik|goedgekeurd|i bruk|används|godkänd",
);

/** In the place of a day of the end: it goes on. */
const GOES_ON = set(
  "ongoing|present|today|open ended|indefinite|unlimited|never|current|en cours|aujourd'hui|indéterminé|illimité|laufend|unbefristet|heute|fortlaufend|offen|indefinido|vigente|actualidad|in corso|indeterminato|oggi|lopend|onbepaald|heden|tills vidare|pågående|löpande",
);

const YEAR_BEHIND = /\s*\(?20\d\d\)?\s*$/;

/**
 * Whether a column says if vendors are still, or already, used, and a cell of it does not plainly say so. A blank is no "yes"
 * where all that the column has is that. A day to come is no end yet.
 */
export function isDoubtfulStatus(
  { header, samples }: Pick<ColumnReading, "header" | "samples">,
  cell: string,
  today: IsoDate | undefined,
): boolean {
  const asked = foldPhrase(header.replace(YEAR_BEHIND, "").replace(/[?:]\s*$/, ""));
  const folded = foldPhrase(cell);
  const isAnswered = ANSWERED.has(asked);
  if (STATUS.has(asked) || isAnswered) {
    if (cell !== "") return isAnswered ? yesOrNoMeant(cell)?.value === false : !IN_USE.has(folded) && !isTick(cell);
    return samples.length > 0 && samples.every((sample) => yesOrNoMeant(sample)?.value === true);
  }
  if (!ENDED.has(asked) || saysNothing(cell) || GOES_ON.has(folded)) return false;
  return yesOrNoMeant(cell)?.value !== false && !isAhead(cell, today);
}

/** Whether a text names a day, or a year, of which all is still to come. */
const isAhead = (text: string, today: IsoDate | undefined): boolean => {
  const from = spanIn(text)?.from;
  return today !== undefined && from !== undefined && from > today;
};

const UNUSED =
  "no longer (?:in )?use[d]?|not used any ?more|decommissioned|nicht mehr (?:im einsatz|genutzt|verwendet)|n[’']est plus utilisé|plus utilisé|" +
  "ya no se (?:usa|utiliza)|non più (?:in uso|usato|utilizzato)|niet meer (?:in gebruik|gebruikt)|används inte längre";

/** Before a name, and beside it without one. */
const FORMER =
  "formerly|former|ehemals|ehemalig|vormals|früher|anciennement|ancien|anteriormente|antiguo|in precedenza|precedentemente|voorheen|voormalig|tidigare|före detta|f\\.d\\.";

/** On its way out or in, or gone for another one. */
const LEAVING =
  "sunset(?:ted|ting)?|eol|end of life|being (?:phased out|replaced|retired|removed|decommissioned|sunset)|phas(?:ed|ing) out|replaced (?:by|with)|to be (?:removed|replaced)|migrating (?:away|to)|offboard(?:ed|ing)|obsolete|pilot|not (?:yet )?(?:live|active|in use)|coming soon|" +
  "wird (?:abgelöst|ersetzt|eingestellt)|abgelöst|ersetzt durch|eingestellt|ausgeschieden|abgekündigt|ausgelaufen|läuft aus|noch nicht (?:aktiv|im einsatz)|" +
  "remplacée? par|en cours de (?:remplacement|retrait|suppression)|retirée?|abandonnée?|arrêtée?|pas encore (?:actif|utilisé)|" +
  "dado de baja|dada de baja|reemplazad[oa] por|sustituid[oa] por|retirad[oa]|en proceso de (?:baja|retirada)|descontinuad[oa]|aún no|todavía no|" +
  "sostituit[oa] da|dismess[oa]|in (?:fase di )?dismissione|ritirat[oa]|non ancora|" +
  "vervangen door|wordt (?:vervangen|uitgefaseerd|beëindigd)|uitgefaseerd|stopgezet|nog niet|" +
  "ersätts av|ersatt av|ersätts|upphör(?:t|de)?|avslutas|avslutat|fasas ut|avvecklas|avvecklad|ännu inte|inte ännu";

/** Beside a name these say it as well; in a note they may be about data or a contract. */
const GONE = `${UNUSED}|removed|terminated|retired|discontinued|deprecated|inactive|planned|upcoming|entfernt|gekündigt|beendet|inaktiv|geplant|supprimé|résilié|inactif|prévu|eliminado|inactivo|previsto|rimosso|cessato|inattivo|verwijderd|beëindigd|gepland|borttagen|avslutad|planerad|${LEAVING}`;

const UNTIL =
  "until|till?|bis|jusqu[’']?(?:au|à|en)?|hasta|fino|tot|t\\.?\\s?o\\.?\\s?m|t\\/m|till och med|ended|ended on|expired|used to";
const FROM =
  "from|as of|as from|starting|effective|beginning|ab|dès|à partir d[ue]|à compter d[ue]|depuis|desde|a partir del?|dal|dall[’']|a partire dal|vanaf|per|fr\\.?\\s?o\\.?\\s?m|från(?: och med)?|with effect from";

const word = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;
const SAID = new RegExp(word(UNUSED), "iu");
const ENDS = new RegExp(`${word(UNTIL)}([^)\\]]*\\d[^)\\]]*)`, "iu");
const BEGINS = new RegExp(`${word(FROM)}([^)\\]]*\\d[^)\\]]*)`, "iu");
/** A year, or several, and nothing else: what is listed by years is a history. */
const YEARS = /^\s*(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*$/;

/**
 * Whether a heading, or what stands beside a name, says by a day that vendors are used until then, or from then on. What began
 * already says nothing.
 */
export const saysBySpan = (text: string, today: IsoDate | undefined): boolean => {
  const ends = ENDS.exec(text)?.[1];
  if (ends !== undefined && (spanIn(ends) || /\d[./]\d/.test(ends))) return true;
  const begins = BEGINS.exec(text)?.[1];
  const to = begins === undefined ? undefined : spanIn(begins)?.to;
  return to !== undefined && (today === undefined || to > today);
};

/** Whether a heading is of a year that is over. */
export const isOfPastYear = (heading: string, today: IsoDate | undefined): boolean =>
  YEARS.test(heading) && (today === undefined || heading.trim().slice(-4) < today.slice(0, 4));

/** Of use, in a note: only beside such a word is a day in it that of the vendor. */
const OF_USE = new RegExp(
  word(
    "use|used|engaged|active|live|added|onboarded|utilisée?|utilisation|en service|genutzt|eingesetzt|verwendet|Einsatz|Nutzung|" +
      "utilizad[oa]|utilizará|usad[oa]|usará|uso|utilizzat[oa]|utilizzo|usat[oa]|gebruikt|gebruik|används|användas|användning|bruk",
  ),
  "iu",
);
/** No longer note is about the vendor alone. */
const SHORT_NOTE = 60;

/**
 * Whether a note says that something is used no longer, or not yet: also as one that begins with "Removed 1 May 2024", is
 * little more than "Replaced by Pebble", or "will be used from 1 January 2027".
 */
export function saysUnused(note: string, today: IsoDate | undefined): boolean {
  if (SAID.test(note) || (BESIDE.test(note) && /\d{4}/.test(note))) return true;
  return note.length <= SHORT_NOTE && (LEAVES.test(note) || (OF_USE.test(note) && saysBySpan(note, today)));
}

const SIGNS = /[❌✗✘🚫⛔]️?|~~/gu;
const BEFORE = new RegExp(
  `^\\s*(?:[[(]\\s*(?:${FORMER}|${GONE})\\s*[)\\]]|(?:${FORMER})(?=\\s+\\p{Lu}))[\\s:–—-]*`,
  "iu",
);
const BRACKETED = /\s*[[(]([^)\]]*)[)\]]/gu;
const DASHED = /\s+[–—-]\s+(\S.*)$/u;
/** "Pebble until 31 March 2026", in small letters: "Till Payments" is a name. */
const DAY_BEHIND = new RegExp(`\\s${word(UNTIL)}[^)\\]]*\\d{4}\\D*$`, "u");
const BESIDE = new RegExp(`^\\s*(?:${GONE})(?!\\p{L})`, "iu");
const LEAVES = new RegExp(`^\\s*(?:${LEAVING})(?!\\p{L})`, "iu");

/**
 * A name without what stands beside it to say that it is used no longer, or not yet: in brackets, behind a dash, before it, or
 * by a sign; and that mark, where there is one.
 */
export function withoutMark(cell: string, today: IsoDate | undefined): { name: string; mark?: string } {
  if (cell.length > 1000) return { name: cell };
  const marks: string[] = [];
  const take = (mark: string): string => {
    marks.push(mark.trim());
    return " ";
  };
  const isMark = (text: string) => BESIDE.test(text) || saysBySpan(text, today);
  const name = cell
    .replace(SIGNS, take)
    .replace(BEFORE, take)
    .replace(BRACKETED, (all, inside: string) => (isMark(inside) ? take(all) : all))
    .replace(DASHED, (all, behind: string) => (isMark(behind) ? take(all) : all))
    .replace(DAY_BEHIND, (all) => (saysBySpan(all, today) ? take(all) : all))
    .replace(/[^\S\n]+/g, " ")
    .trim();
  if (marks.length === 0) return { name: cell };
  return { name: /[\p{L}\p{N}]/u.test(name) ? name : cell, mark: marks.join(" ") };
}

/** What may stand beside a name that is struck out: "(until 2025)", "– gone", "until 2025"; and no other name. */
const BESIDE_STRUCK = /^(?:[([].*[)\]]|[^\p{L}\p{N}].*|\p{Ll}.*\d{4}\D*)?$/su;

/** Whether the name in a cell is struck out, and no other one stands there. */
export const isStruckOut = ({ text, struck }: Cell): boolean => struck !== undefined && BESIDE_STRUCK.test(text);

/** What stands in a row in which the vendor's name is struck out: the file says that the vendor is gone; else undefined. */
export function struckOut({ cells }: SourceRow, columns: readonly Column[]): string | undefined {
  const names = columns.flatMap(({ field }, at) => (field === "name" ? (cells[at] ?? []) : []));
  if (!names.some(isStruckOut)) return undefined;
  return [...new Set(cells.map(({ text, struck = "" }) => `${struck} ${text}`.trim()))].filter(Boolean).join(" | ");
}
