import type { Service, VendorInput } from "../../model/vendor/vendor-document.ts";
import { foldPhrase, hasMark } from "../phrases.ts";

/** What a word stands for; not sure where lists use it for something else as well. */
export type Meant<Value> = { value: Value; sure: boolean; instead: readonly Value[] };

const table = <Value>(entries: readonly (readonly [Value, string, (readonly Value[])?])[]) =>
  new Map(
    entries.flatMap(([value, words, instead = []]) =>
      words
        .split("|")
        .map((word): [string, Meant<Value>] => [foldPhrase(word), { value, sure: instead.length === 0, instead }]),
    ),
  );

const ROLES = table<Service["role"]>([
  [
    "subprocessor",
    "subprocessor|sub-processor|sous-traitant ultérieur|sous-traitant secondaire|Unterauftragsverarbeiter|Unterauftragnehmer|Subauftragsverarbeiter|subencargado|subencargado del tratamiento|sub-responsabile|sub-responsabile del trattamento|subresponsabile|subverwerker|underbiträde|underpersonuppgiftsbiträde|underdatabehandler",
  ],
  [
    "processor",
    // A list of subprocessors calls them processors, too.
    "processor|data processor|sous-traitant|Auftragsverarbeiter|Auftragnehmer|encargado|encargado del tratamiento|responsabile del trattamento|responsabile|verwerker|personuppgiftsbiträde|databehandler",
    ["subprocessor"],
  ],
  [
    "independent-controller",
    "controller|independent controller|independent|separate controller|own controller|data controller|responsable de traitement|responsable du traitement|responsable de traitement indépendant|responsable autonome|Verantwortlicher|eigenständiger Verantwortlicher|eigener Verantwortlicher|responsable del tratamiento|responsable independiente|titolare del trattamento|titolare autonomo|titolare autonomo del trattamento|responsable del tratamiento independiente|zelfstandige verwerkingsverantwoordelijke|verwerkingsverantwoordelijke|zelfstandig verwerkingsverantwoordelijke|personuppgiftsansvarig|självständigt personuppgiftsansvarig|dataansvarlig",
  ],
  ["recipient", "recipient|data recipient|destinataire|Empfänger|destinatario|ontvanger|mottagare"],
  [
    "source",
    "source|data source|source of data|Datenquelle|fuente de datos|fonte dei dati|gegevensbron|uppgiftskälla|source de données|Quelle|Datenquelle|fuente|fonte|bron|källa",
  ],
]);

const YES_OR_NO = table<boolean>([
  [
    true,
    "yes|y|true|x|✓|✔|oui|vrai|ja|wahr|sí|si|verdadero|sì|vero|waar|sant|optional|opt-in|optionnel|facultatif|en option|wahlweise|opcional|facoltativo|opzionale|optioneel|valfri|valfritt",
  ],
  [
    false,
    "no|n|false|non|faux|nein|falsch|falso|nee|onwaar|nej|falskt|required|always|obligatoire|toujours|erforderlich|immer|obligatorio|siempre|obbligatorio|sempre|verplicht|altijd|obligatorisk|alltid",
  ],
]);

const TRAINING = table<NonNullable<Service["usedForTraining"]>>([
  [
    "never",
    "never|no|none|not used|not used for training|no training|jamais|non|aucun|nie|nein|niemals|nunca|no|mai|nooit|nee|aldrig|nej",
  ],
  [
    "with-consent",
    "with consent|opt-in|only with the consent of the person concerned|seulement avec le consentement de la personne concernée|nur mit Einwilligung der betroffenen Person|solo con el consentimiento del interesado|solo con il consenso dell'interessato|alleen met toestemming van de betrokkene|endast med den registrerades samtycke|only with consent|consent|avec consentement|sur consentement|mit Einwilligung|nur mit Einwilligung|con consentimiento|con consenso|met toestemming|med samtycke",
  ],
  ["yes", "yes|used|used for training|oui|ja|sí|sì"],
]);

const RELATIONSHIPS = table<VendorInput["relationship"]>([
  [
    "affiliate",
    "affiliate|affiliates|company of the group|bedrijf van het concern|koncernföretag|group company|group companies|group entity|group entities|subsidiary|intra-group|intragroup|parent company|société du groupe|sociétés du groupe|filiale|filiales|affiliée|société affiliée|entité du groupe|Konzerngesellschaft|Konzernunternehmen|verbundenes Unternehmen|verbundene Unternehmen|Tochtergesellschaft|Gruppengesellschaft|empresa del grupo|filial|filiales|afiliada|entidad del grupo|società del gruppo|consociata|affiliata|controllata|groepsmaatschappij|groepsvennootschap|dochteronderneming|gelieerde onderneming|koncernbolag|dotterbolag",
  ],
  [
    "third-party",
    "third party|third-party|independent company|société indépendante|empresa independiente|società indipendente|konzernfremdes Unternehmen|terza parte|bedrijf buiten het concern|utomstående företag|external|external vendor|vendor|supplier|tiers|externe|prestataire externe|Dritter|Dritte|extern|Drittanbieter|tercero|externo|terceros|terzo|terzi|esterno|derde|derde partij|tredje part|tredjepart",
  ],
]);

const IDENTITIES = table<VendorInput["identity"]>([
  [
    "named",
    "named company|named|company|société nommée|namentlich genanntes Unternehmen|empresa identificada|società indicata per nome|met naam genoemd bedrijf|namngivet företag",
  ],
  [
    "category",
    "category without names|category|catégorie sans noms|Kategorie ohne Namen|categoría sin nombres|categoria senza nomi|categorie zonder namen|kategori utan namn",
  ],
]);

/** What a cell's word stands for, if all of it is one that is known. */
const meant =
  <Value>(words: ReadonlyMap<string, Meant<Value>>) =>
  (text: string): Meant<Value> | undefined => {
    const found = words.get(foldPhrase(text));
    return found && hasMark(text) ? { ...found, sure: false } : found;
  };

export const roleMeant = meant(ROLES);

const CONTROLLER =
  /controller|responsable(?:$| d| a| i)|verantwortlich|titolare|verwerkingsverantwoordelijk|personuppgiftsansvarig|dataansvarlig/iu;
const PROCESSOR = /processor|verarbeiter|sous-traitant|encargado|responsabile|verwerker|biträde|databehandler/iu;
const DENIED = /(?<!\p{L})(?:not?|non|never|kein\p{L}*|nicht|pas|ni|sin|geen|niet|inte|ej|ikke)(?!\p{L})/iu;

/**
 * What is said of a role in other words, asked: "AI model processor" is a processor; "joint controller" and "not a subprocessor"
 * are no subprocessor.
 */
export function roleInOtherWords(text: string): Meant<Service["role"]> | undefined {
  if (text.length > 60) return undefined;
  const isController = CONTROLLER.test(text);
  if (!isController && !PROCESSOR.test(text)) return undefined;
  return isController || DENIED.test(text)
    ? { value: "independent-controller", sure: false, instead: ["processor", "subprocessor"] }
    : { value: "processor", sure: false, instead: ["subprocessor", "independent-controller"] };
}

export const identityMeant = meant(IDENTITIES);
export const trainingMeant = meant(TRAINING);
export const relationshipMeant = meant(RELATIONSHIPS);
const yesOrNo = meant(YES_OR_NO);
export const isTick = (text: string): boolean => /^\s*[✓✔☑✅]\uFE0F?\s*$/u.test(text);
const isCross = (text: string): boolean => /^\s*[❌✖✗✘☒]\uFE0F?\s*$/u.test(text);
export const yesOrNoMeant = (text: string): Meant<boolean> | undefined =>
  isTick(text) || isCross(text) ? { value: isTick(text), sure: true, instead: [] } : yesOrNo(text);

const ALL = new Set("all|tous|toutes|alle|todos|todas|tutti|tutte|alla".split("|"));

/** Whether a cell of products or regions says that it is about all. */
export const saysAll = (text: string): boolean => ALL.has(foldPhrase(text));

/**
 * What a cell says that has nothing of its own: that it is not known, or not yet; that there is none; that it is as in the row
 * above; that it is in no category.
 */
const SILENT = {
  nothing:
    "n a|na|n d|n k|nil|null|nan|undefined|unknown|currently unknown|not known|not yet known|unclear|unspecified|undisclosed|not specified|not stated|not available|not applicable|not provided|not disclosed|not determined|not yet determined|pending|todo|" +
    "tbd|tba|tbc|tbs|t b d|t b a|t b c|to be confirmed|to be determined|to be decided|to be defined|to be announced|to be added|to be completed|to be specified|" +
    "sans objet|non précisé|non communiqué|non renseigné|non connu|non déterminé|non défini|non disponible|non applicable|inconnu|inconnue|à définir|à déterminer|à préciser|à confirmer|à compléter|à venir|en attente|" +
    "nicht angegeben|keine angabe|keine angaben|k a|ka|o a|ohne angabe|entfällt|nicht zutreffend|nicht anwendbar|nicht bekannt|noch nicht bekannt|nicht verfügbar|n b|n v|unbekannt|offen|noch offen|in klärung|zu klären|noch zu klären|folgt|wird ergänzt|wird noch ergänzt|wird nachgereicht|steht noch aus|noch festzulegen|ausstehend|" +
    "no consta|no aplica|no aplicable|no disponible|no especificado|no especificada|no determinado|sin especificar|sin determinar|sin datos|s d|desconocido|desconocida|pendiente|por definir|por determinar|por confirmar|" +
    "non indicato|non specificato|non specificata|non disponibile|non applicabile|non noto|non nota|non definito|sconosciuto|sconosciuta|da definire|da determinare|da confermare|da specificare|in attesa|" +
    "niet vermeld|niet opgegeven|niet bekend|nog niet bekend|niet beschikbaar|niet van toepassing|n v t|nvt|n t b|n n b|nnb|onbekend|nog te bepalen|nader te bepalen|nog te bevestigen|in afwachting|volgt|" +
    "inte angivet|ej angivet|uppgift saknas|saknas|okänt|okänd|ej känt|ej tillgängligt|ej tillämpligt|inte tillämpligt|e t|ej fastställt|fastställs senare|bekräftas senare|avvaktar",
  none: "none|aucun|aucune|néant|keine|keiner|keines|ninguno|ninguna|nessuno|nessuna|geen|ingen|inga|inget",
  above:
    "ditto|dito|idem|ídem|ibid|ibidem|same|same as above|same as previous|as above|see above|as previous|id|" +
    "voir ci dessus|cf ci dessus|comme ci dessus|identique|même que ci dessus|s o|w o|siehe oben|wie oben|wie vor|ebenso|ebenda|" +
    "ver arriba|véase arriba|véase más arriba|igual que arriba|como arriba|lo mismo|vedi sopra|come sopra|c s|lo stesso|" +
    "zie boven|zie hierboven|als boven|zoals hierboven|hetzelfde|se ovan|som ovan|samma som ovan|samma",
  other:
    "other|others|misc|miscellaneous|various|autre|autres|divers|sonstige|sonstiges|sonstiger|andere|verschiedenes|otro|otros|otra|otras|varios|altro|altri|altre|varie|overig|overige|diversen|övrigt|övriga|annat|andra|diverse",
} as const;
export type Silence = keyof typeof SILENT;

const SILENCES = new Map(
  (Object.keys(SILENT) as Silence[]).flatMap((kind) =>
    SILENT[kind].split("|").map((word): [string, Silence] => [foldPhrase(word), kind]),
  ),
);

/** Begins what is to be said later: "TBD (Q3)", "to be confirmed by the vendor". */
const LATER = /^(?:tb[acd]|to be (?:confirmed|determined|decided|defined|announced)) /;

/** The sign for what stands above, alone or between dashes. */
const DITTO = /^[\s\-–—]*(?:["″〃”“„]|''|,,)[\s\-–—]*$/u;

/** Codes of places, which words for nothing are where no place can stand. */
const CODES = new Set(["ka", "id", "n d", "s d"]);

/** Signs and flags that say something without a word. */
const SAYING = /[✓✔☑✅❌✖✗✘☒🚫⛔?]|\p{RI}/u;

/** Whether a cell is such signs alone: they answer yes or no, and are no text. */
export const isSign = (text: string): boolean => SAYING.test(text) && !/[\p{L}\p{N}\p{RI}]/u.test(text);

/** What a cell that says nothing of its own says instead, where it is one; `isPlace`: it may hold codes of places. */
export function silenceOf(text: string, isPlace = false): Silence | undefined {
  if (text.length > 200) return undefined;
  if (DITTO.test(text)) return "above";
  const folded = foldPhrase(text);
  if (folded === "") return SAYING.test(text.replace(/^\s*\?+\s*$/, "")) ? undefined : "nothing";
  if (isPlace && CODES.has(folded) && !text.includes("/")) return undefined;
  const said = SILENCES.get(folded);
  if (said) return said;
  if (LATER.test(`${folded} `) && folded.length <= 60) return "nothing";
  const parts = text.split(/[\n;,|]/).map((part) => SILENCES.get(foldPhrase(part)));
  return parts.length > 1 && parts.every((part) => part === "nothing") ? "nothing" : undefined;
}

/** Whether a cell states nothing: empty, dashes, or a word for it. */
export const saysNothing = (text: string): boolean => {
  const silence = silenceOf(text);
  return silence !== undefined && silence !== "other";
};
