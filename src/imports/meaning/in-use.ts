import { foldPhrase } from "../phrases.ts";

/** Whether a vendor is used: what a column, a note or a mark beside its name says against it. */

const set = (words: string): ReadonlySet<string> => new Set(words.split("|").map(foldPhrase));

/** Columns that answer it by a word, and by yes or no. */
const STATUS = set(
  "status|state|statut|état|estado|stato|current status|contract status|vendor status|Vertragsstatus|aktueller Status|statut actuel|estado actual|stato attuale|" +
    "in use|active|enabled|live|utilisé|actif|im Einsatz|aktiv|en uso|activo|vigente|in uso|attivo|in gebruik|actief|används|aktiv",
);

/** Columns of the day on which it ended. */
const ENDED = set(
  "end date|until|used until|removed|removed on|terminated|terminated on|ended|ended on|Ende|beendet|genutzt bis|date de fin|utilisé jusqu'au|fecha de fin|fecha de baja|data di fine|einddatum|slutdatum",
);

const IN_USE = set(
  "active|in use|live|current|approved|enabled|yes|true|✓|x|actif|active|utilisé|en service|oui|aktiv|im Einsatz|ja|activo|en uso|sí|attivo|in uso|sì|actief|in gebruik|i bruk|används",
);

const YEAR_BEHIND = /\s*\(?20\d\d\)?\s*$/;

/** Whether a column says if vendors are still, or already, used, and a cell of it does not plainly say so. */
export function isDoubtfulStatus(header: string, cell: string): boolean {
  const asked = foldPhrase(header.replace(YEAR_BEHIND, "").replace(/[?:]\s*$/, ""));
  return ENDED.has(asked) || (STATUS.has(asked) && !IN_USE.has(foldPhrase(cell)));
}

const UNUSED =
  "no longer (?:in )?use[d]?|not used any ?more|decommissioned|nicht mehr (?:im einsatz|genutzt|verwendet)|n[’']est plus utilisé|plus utilisé|" +
  "ya no se (?:usa|utiliza)|non più (?:in uso|usato|utilizzato)|niet meer (?:in gebruik|gebruikt)|används inte längre";

/** Beside a name these say it as well; in a note they may be about data or a contract. */
const GONE = `${UNUSED}|removed|terminated|retired|discontinued|deprecated|inactive|planned|upcoming|entfernt|gekündigt|beendet|geplant|supprimé|prévu|eliminado|previsto|rimosso|verwijderd|gepland|borttagen|planerad`;

const SAID = new RegExp(`(?<!\\p{L})(?:${UNUSED})(?!\\p{L})`, "iu");
const BESIDE = new RegExp(
  `[[(–—-]\\s*(?:${GONE}|(?:bis|ab|until|from|jusqu|depuis|hasta|desde|fino|dal|tot|vanaf|t\\.o\\.m|från)(?!\\p{L})[^)\\]]*\\d)`,
  "iu",
);

/** Whether a note says that something is used no longer, or not yet. */
export const saysUnused = (note: string): boolean => SAID.test(note);

/** Whether a name has beside it that it is used no longer, or not yet; in brackets, behind a dash, or by a sign. */
export const isMarkedUnused = (name: string): boolean => BESIDE.test(name) || /[❌✗✘🚫⛔]|~~/u.test(name);
