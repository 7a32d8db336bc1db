import type { IsoDate } from "../../model/values/dates.ts";
import { Phrases, wordsOf } from "../phrases.ts";
import { type Places, placesIn } from "../places/places.ts";
import { isOfPastYear, saysBySpan } from "./in-use.ts";

/** What the headings above a table say of all its rows. `from` is the innermost one. */
export type HeadingsMeant = {
  from: string;
  /** The innermost, unless it only says that this is a list of subprocessors, or where they are. */
  category?: string;
  places?: Places;
  isOfAffiliates: boolean;
  /** The one that says that they are used no longer, or not yet. */
  planned?: string;
  isOptional: boolean;
  /** It says that these are none, or none any more, or that the table is about something else. */
  isOther: boolean;
  namesSubprocessors: boolean;
};

type Hint = "subprocessors" | "generic" | "affiliates" | "planned" | "optional" | "gone" | "other";

const HINTS: Readonly<Record<Hint, string>> = {
  subprocessors:
    "subprocessor|subprocessors|sub-processor|sub-processors|sub processors|subcontractor|subcontractors|service providers|third-party providers|third parties|third-party entities|vendors|data processors|sous-traitant|sous-traitants|sous-traitants ultérieurs|prestataires|Unterauftragsverarbeiter|Unterauftragnehmer|Subunternehmer|Auftragsverarbeiter|Subauftragsverarbeiter|Dienstleister|subencargados|subencargado|encargados|proveedores|subprocesadores|sub-responsabili|subresponsabili|sub-responsabile|responsabili|fornitori|subverwerkers|subverwerker|verwerkers|leveranciers|underbiträden|underbiträde|personuppgiftsbiträden|leverantörer|underdatabehandlere|underdatabehandler",
  generic:
    "list|lists|current|active|our|the|of|all|overview|entities|entity|third|party|parties|used|use|we|following|ultérieurs|this|these|other|cloud service|names|name|approved|authorised|authorized|engaged|company|companies|annex|appendix|table|register|all|located|located in|based|in|are|is|for|to|a|an|by|following|page|liste|actuels|actuelle|de|des|du|nos|notre|les|la|le|annexe|registre|situés|aux|en|Liste|der|die|das|unserer|unsere|aktuelle|eingesetzten|eingesetzte|genehmigte|Anlage|Anhang|Verzeichnis|lista|listado|actual|actuales|nuestros|los|las|el|anexo|registro|elenco|dei|delle|nostri|attuali|gli|i|il|allegato|lijst|van|onze|huidige|bijlage|overzicht|förteckning|över|våra|aktuella|bilaga|lista",
  affiliates:
    "affiliates|affiliate|group entities|group companies|intra-group|intragroup|subsidiaries|sociétés du groupe|entités du groupe|filiales|Konzerngesellschaften|Konzernunternehmen|verbundene Unternehmen|Tochtergesellschaften|empresas del grupo|entidades del grupo|società del gruppo|groepsmaatschappijen|groepsvennootschappen|koncernbolag",
  planned:
    "do not use|don't use|never used|not used as|are not subprocessors|are no subprocessors|no longer use|no longer used|discontinuing|n'utilisons pas|n'utilisons plus|non utilisés|nicht nutzen|nicht einsetzen|nicht verwenden|wir nicht|nicht eingesetzt|nicht genutzt|no usamos|no utilizamos|no utilizados|non usiamo|non utilizziamo|non utilizzati|niet gebruiken|niet gebruikt|wij niet|inte använder|använder inte|vi inte|används inte|no longer use|no longer used|no longer in use|not used|not in use|not used any more|ceased|terminated|rejected|blocked|inactive|deprecated|decommissioned|competitors|under evaluation|draft|nicht mehr im Einsatz|nicht mehr genutzt|nicht mehr verwendet|beendet|gekündigt|abgelehnt|inaktiv|plus utilisés|plus utilisé|inactifs|refusés|résiliés|ya no se utilizan|ya no|inactivos|rechazados|non più utilizzati|non più|inattivi|niet meer in gebruik|niet meer|inactief|beëindigd|används inte längre|inte längre|inaktiva|avslutade|ehemalig|archiv|old|" +
    "planned|upcoming|future|forthcoming|not yet active|coming soon|prévu|prévus|futurs|à venir|geplant|geplante|zukünftig|zukünftige|künftige|previstos|previsto|futuros|próximos|previsti|futuri|gepland|geplande|toekomstige|planerade|kommande|" +
    "stopped using|not yet in use|not yet used|not yet live|not yet engaged|pending|in objection period|within objection period|during objection period|subject to objection|proposed|legacy|phased out|being replaced|replaced subprocessors|replaced sub-processors|replaced vendors|sunset|offboarded|off-boarded|obsolete|awaiting approval|" +
    "cessé d'utiliser|n'utilisons pas encore|pas encore utilisés|pas encore en service|pas encore actifs|en attente|période d'opposition en cours|délai d'opposition en cours|en période d'opposition|délai d'objection en cours|en période d'objection|proposés|remplacés|abandonnés|obsolètes|" +
    "nicht mehr einsetzen|nicht mehr nutzen|nicht mehr verwenden|noch nicht im Einsatz|noch nicht genutzt|noch nicht eingesetzt|noch nicht aktiv|laufende Widerspruchsfrist|in der Widerspruchsfrist|während der Widerspruchsfrist|Widerspruchsfrist läuft|ausstehend|ausstehende|vorgeschlagene|ersetzte|abgelöste|eingestellte|ausgemusterte|auslaufende|Altanbieter|Altsysteme|veraltet|" +
    "dejado de utilizar|dejado de usar|dejamos de utilizar|dejamos de usar|aún no utilizados|todavía no utilizados|aún no se utilizan|todavía no se utilizan|aún no en uso|todavía no en uso|pendientes|plazo de oposición en curso|en plazo de oposición|en período de oposición|propuestos|sustituidos|reemplazados|obsoletos|heredados|" +
    "smesso di utilizzare|smesso di usare|non ancora in uso|non ancora utilizzati|non ancora attivi|in attesa|in sospeso|periodo di opposizione in corso|in periodo di opposizione|proposti|sostituiti|dismessi|obsoleti|" +
    "gestopt met|niet langer|nog niet in gebruik|nog niet gebruikt|nog niet actief|in afwachting|lopende bezwaartermijn|bezwaartermijn loopt|in de bezwaartermijn|voorgestelde|vervangen|uitgefaseerd|uitgefaseerde|verouderd|verouderde|" +
    "slutat använda|används ännu inte|används inte ännu|ännu inte i bruk|inte ännu i bruk|ännu inte aktiva|väntande|pågående invändningsperiod|under invändningsperioden|invändningsfristen löper|föreslagna|ersatta|utfasade|avvecklade|föråldrade",
  optional:
    "optional|opt-in|customer-selected|only if customers choose|optionnel|optionnels|facultatifs|optionale|wahlweise|opcionales|opcional|facoltativi|opzionali|optionele|optioneel|valfria|valfri",
  gone: "not subprocessors|not sub-processors|no subprocessors|no sub-processors|former|formerly used|removed|removed subprocessors|previous|past|retired|discontinued|anciens|supprimés|ehemalige|frühere|entfernte|anteriores|eliminados|precedenti|rimossi|voormalige|verwijderde|tidigare|borttagna",
  other:
    "change log|changelog|change history|changes|history|revision history|version history|archive|cookies|glossary|definitions|contact|contact us|notes|legal notes|legend|updates|questions|historique|modifications|journal des modifications|Änderungen|Änderungshistorie|Änderungsverlauf|Versionshistorie|historial|cambios|historial de cambios|cronologia|modifiche|wijzigingen|wijzigingshistorie|versiegeschiedenis|ändringar|ändringshistorik|versionshistorik|변경 이력",
};

const hints = new Phrases<Hint>();
for (const hint of Object.keys(HINTS) as Hint[]) for (const each of HINTS[hint].split("|")) hints.add(each, hint);

/** In a title over tables of both. */
const CURRENT = /(?<!\p{L})(?:current|actuel|aktuell|actual|vigente|attual|huidig|nuvarande)/iu;

const NUMBERING = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)]|[ivx]{1,4}[.)])\s+/;

/** What headings say of a table's rows. A sentence that introduces the table ends with a colon, and is no category. */
export function headingsMeant(headings: readonly string[], today?: IsoDate): HeadingsMeant {
  const from = plain(headings.at(-1) ?? "");
  const said = hintsOf(from);
  const named = plain(headings.findLast((heading) => !/:\s*$/.test(heading)) ?? "");
  const above = named === from ? said : hintsOf(named);
  const planned =
    [from, named].find((heading) => hintsOf(heading).isPlanned) ??
    headings.slice(0, -1).findLast(saysGone) ??
    headings.findLast((heading) => saysBySpan(heading, today) || isOfPastYear(plain(heading), today));
  const places = from
    .split(/(?<=[.!?])\s+/)
    .map(unsaid)
    .filter((left) => left !== "" && left.length <= 200)
    .map((left) => placesIn(left))
    .find((said) => said.places.length > 0 && said.rest.length === 0);
  const isCategory =
    places === undefined &&
    planned === undefined &&
    unsaid(named) !== "" &&
    named.length <= 100 &&
    !/[.!?]$/.test(named) &&
    headings.length > 0;
  const { isPlanned: _, ...hinted } = said;
  return {
    from,
    ...hinted,
    ...(planned !== undefined && { planned }),
    isOther: said.isOther || above.isOther,
    isOfAffiliates: said.isOfAffiliates || above.isOfAffiliates,
    ...(isCategory && { category: named }),
    ...(places && { places }),
  };
}

const plain = (heading: string): string => heading.replace(NUMBERING, "").replace(/:\s*$/, "").trim();

/** Whether a heading that others stand under says that vendors are used no longer, or not yet. */
function saysGone(heading: string): boolean {
  const found = hints.in(heading.slice(0, 300));
  return found.some(({ value }) => value === "planned" || value === "gone") && !CURRENT.test(heading);
}

function hintsOf(heading: string) {
  const found = new Set(hints.in(heading.slice(0, 300)).map(({ value }) => value));
  return {
    isOfAffiliates: found.has("affiliates"),
    isPlanned: found.has("planned"),
    isOptional: found.has("optional"),
    isOther: found.has("gone") || found.has("other"),
    namesSubprocessors: found.has("subprocessors"),
  };
}

/** What is left of a heading without the words that every list has. */
function unsaid(text: string): string {
  const found = hints.in(text.slice(0, 300)).filter(({ value }) => value === "subprocessors" || value === "generic");
  const words = wordsOf(text).filter(({ start, end }) => !found.some((each) => start >= each.start && end <= each.end));
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.start, last.end) : "";
}
