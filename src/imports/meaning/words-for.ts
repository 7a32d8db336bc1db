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
    "third party|third-party|konzernfremdes Unternehmen|terza parte|bedrijf buiten het concern|utomstående företag|external|external vendor|vendor|supplier|tiers|externe|prestataire externe|Dritter|Dritte|extern|Drittanbieter|tercero|externo|terceros|terzo|terzi|esterno|derde|derde partij|tredje part|tredjepart",
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

const ABOUT_ROLES =
  /controller|processor|responsable|verantwortlich|verarbeiter|sous-traitant|encargado|titolare|responsabile|verwerk|ansvarig|biträde/iu;

/** What is said of a role in other words, such as "joint controller" or "not a subprocessor": asked, and no subprocessor unasked. */
export const roleInOtherWords = (text: string): Meant<Service["role"]> | undefined =>
  text.length <= 60 && ABOUT_ROLES.test(text)
    ? { value: "independent-controller", sure: false, instead: ["processor", "subprocessor"] }
    : undefined;
export const identityMeant = meant(IDENTITIES);
export const trainingMeant = meant(TRAINING);
export const relationshipMeant = meant(RELATIONSHIPS);
const yesOrNo = meant(YES_OR_NO);
export const yesOrNoMeant = (text: string): Meant<boolean> | undefined =>
  yesOrNo(text) ?? (/^\s*[✓✔☑]\s*$/u.test(text) ? { value: true, sure: true, instead: [] } : undefined);

const ALL = new Set("all|tous|toutes|alle|todos|todas|tutti|tutte|alla".split("|"));

/** Whether a cell of products or regions says that it is about all. */
export const saysAll = (text: string): boolean => ALL.has(foldPhrase(text));

const NOTHING = new Set(
  "nicht angegeben|no consta|non indicato|niet vermeld|inte angivet|n a|na|none|nil|tbd|tba|unknown|not specified|not stated|aucun|aucune|néant|sans objet|non précisé|keine|keine angabe|k a|entfällt|unbekannt|ninguno|ninguna|no aplica|sin especificar|nessuno|nessuna|non specificato|geen|n v t|nvt|onbekend|ingen|inga|okänt|ej angivet"
    .split("|")
    .map(foldPhrase),
);

/** Whether a cell states nothing: empty, dashes, or a word for it. */
export const saysNothing = (text: string): boolean => {
  const folded = foldPhrase(text);
  return (folded === "" && !/[✓✔☑?]/u.test(text)) || NOTHING.has(folded);
};
