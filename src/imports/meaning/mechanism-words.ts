import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Module, Regime } from "../../model/vendor/vendor-document.ts";

/** What transfer tools are called, in the languages of the product. Each list is parted by "|". */
export const TOOLS: Readonly<Partial<Record<Mechanism, string>>> = {
  dpf:
    "DPF|Data Privacy Framework|US DPF|U.S. DPF|US Data Privacy Framework|EU DPF|DPF certification|DPF certified|DPF participant|Data Privacy Framework certification|EU-VS Data Privacy Framework|EU-VS DPF|Data Privacy Framework UE-USA|Data Privacy Framework UE-États-Unis|" +
    "cadre de protection des données|cadre de protection des données UE-États-Unis|CPD UE-États-Unis|Datenschutzrahmen|Datenschutzrahmen EU-USA|EU-US-Datenschutzrahmen|EU-U.S. Datenschutzrahmen|Datenschutzrahmen EU-US|" +
    "Marco de Privacidad de Datos|Marco de Privacidad de Datos UE-EE. UU.|Marco de Privacidad de Datos UE-EE.UU.|quadro per la privacy dei dati|quadro UE-USA per la privacy dei dati|quadro UE-USA per la protezione dei dati|gegevensprivacykader|EU-VS-gegevensprivacykader|ramen för dataskydd EU-USA|dataskyddsramverket EU-USA|ramverket för dataskydd",
  scc:
    "SCC|SCCs|SCC's|EU SCC|EU SCCs|EU-SCC|EU-SCCs|standard contractual clause|standard contractual clauses|standard contract clauses|EU standard contractual clauses|EEA SCCs|2021 SCCs|new SCCs|standard data protection clauses|model clauses|EU model clauses|" +
    "clauses contractuelles types|clauses contractuelles standard|clauses types|CCT|Standardvertragsklauseln|Standarddatenschutzklauseln|EU-Standardvertragsklauseln|EU Standardvertragsklauseln|EU-Standarddatenschutzklauseln|SVK|EU-SVK|" +
    "cláusulas contractuales tipo|cláusulas contractuales estándar|cláusulas tipo|clausole contrattuali standard|clausole contrattuali tipo|clausole tipo|standaardcontractbepalingen|standaard contractbepalingen|modelcontractbepalingen|modelcontracten|EU-modelcontractbepalingen|standardavtalsklausuler|standardavtalsklausulerna|EU:s standardavtalsklausuler|standardkontraktbestemmelser",
  "uk-addendum":
    "UK Addendum|UK-Addendum|britisches Addendum|adenda británica|brits addendum|UK SCC Addendum|UK Addendum to the EU SCCs|UK Addendum to the SCCs|International Data Transfer Addendum|UK International Data Transfer Addendum|addendum britannique|addendum UK|addendum du Royaume-Uni|UK-Zusatz|adenda del Reino Unido|addendum del Regno Unito|VK-addendum|brittiskt tillägg",
  "uk-idta":
    "accord britannique de transfert international de données|britische Vereinbarung über die internationale Datenübermittlung|acuerdo británico de transferencia internacional de datos|accordo del Regno Unito sul trasferimento internazionale dei dati|britse internationale gegevensdoorgifteovereenkomst|brittiskt avtal om internationell dataöverföring|IDTA|UK IDTA|International Data Transfer Agreement|UK International Data Transfer Agreement",
  "swiss-addendum":
    "Swiss Addendum|Swiss SCC Addendum|Swiss addendum to the SCCs|FDPIC's Swiss addendum|adaptation suisse|addendum suisse|avenant suisse|Schweizer Addendum|Swiss-Addendum|Schweizer Zusatz|adenda suiza|addendum svizzero|Zwitsers addendum|schweiziskt tillägg",
  bcr: "BCR|BCRs|BCR-P|BCR-C|binding corporate rules|règles d'entreprise contraignantes|règles contraignantes d'entreprise|verbindliche interne Datenschutzvorschriften|verbindliche Unternehmensregeln|normas corporativas vinculantes|norme vincolanti d'impresa|norme vincolanti di impresa|bindende bedrijfsvoorschriften|bindande företagsbestämmelser|bindande företagsregler",
  "code-of-conduct":
    "approved code of conduct|code de conduite approuvé|genehmigte Verhaltensregeln|código de conducta aprobado|codice di condotta approvato|goedgekeurde gedragscode|godkänd uppförandekod|EU Cloud Code of Conduct|code of conduct|code de conduite|Verhaltensregeln|código de conducta|codice di condotta|gedragscode|uppförandekod",
  certification:
    "approved certification|certification approuvée|genehmigte Zertifizierung|certificación aprobada|certificazione approvata|goedgekeurde certificering|godkänd certifiering|approved certification mechanism|certification mechanism|mécanisme de certification|Zertifizierungsverfahren",
  "ad-hoc-clauses":
    "contractual clauses authorised by an authority|clauses contractuelles autorisées par une autorité|von einer Behörde genehmigte Vertragsklauseln|cláusulas contractuales autorizadas por una autoridad|clausole contrattuali autorizzate da un'autorità|door een autoriteit toegestane contractbepalingen|avtalsklausuler med tillstånd från en myndighet|ad hoc clauses|ad-hoc clauses|ad hoc contractual clauses|clauses ad hoc",
  adequacy:
    "adequacy|recognised adequacy|adequacy decision|adequacy decisions|EU adequacy decision|adequacy finding|adequate country|adequate protection|décision d'adéquation|adéquation|adéquation reconnue|anerkanntes angemessenes Schutzniveau|angemessenes Schutzniveau|Angemessenheit|Angemessenheitsbeschluss|Angemessenheitsbeschluss der EU|Angemessenheitsentscheidung|decisión de adecuación|adecuación|adecuación reconocida|decisione di adeguatezza|adeguatezza|adeguatezza riconosciuta|adequaatheidsbesluit|adequaatheid|erkende adequaatheid|beslut om adekvat skyddsnivå|adekvansbeslut|adekvat skyddsnivå|erkänd adekvat skyddsnivå|tilstrækkelighedsafgørelse|Art. 45|Article 45|Artikel 45",
  derogation:
    "derogation|derogations|exception for specific situations|dérogation pour des situations particulières|Ausnahme für bestimmte Fälle|excepción para situaciones específicas|deroga in specifiche situazioni|afwijking voor specifieke situaties|undantag i särskilda situationer|dérogation|Ausnahme nach Art. 49|excepción|deroga|afwijking|undantag|Art. 49|Article 49|Artikel 49",
};

/** Tools that are another one's for the laws they name. */
export const TOOLS_OF: readonly { mechanism: Mechanism; regimes: readonly Regime[]; called: string }[] = [
  {
    mechanism: "dpf",
    regimes: ["eu"],
    called:
      "EU-US DPF|EU-U.S. DPF|EU-US Data Privacy Framework|EU-U.S. Data Privacy Framework|EU-USA DPF|EU-USA Data Privacy Framework|EU US DPF|Data Privacy Framework EU-VS|Marco de Privacidad de Datos entre la UE y Estados Unidos|Data Privacy Framework mellan EU och USA",
  },
  {
    mechanism: "dpf",
    regimes: ["ch"],
    called:
      "Swiss-US DPF|Swiss-U.S. DPF|Swiss DPF|Swiss-US Data Privacy Framework|Swiss-U.S. Data Privacy Framework|Data Privacy Framework Schweiz-USA|Data Privacy Framework Suisse-États-Unis|Marco de Privacidad de Datos entre Suiza y Estados Unidos|Data Privacy Framework Svizzera-USA|Data Privacy Framework Zwitserland-VS|Data Privacy Framework mellan Schweiz och USA",
  },
  {
    mechanism: "dpf",
    regimes: ["uk"],
    called:
      "UK Extension|UK Extension to the EU-US DPF|UK Extension to the EU-U.S. DPF|UK Extension to the DPF|UK Extension to the EU-US Data Privacy Framework|UK Extension to the EU-U.S. Data Privacy Framework|UK-US Data Bridge|UK-U.S. Data Bridge|UK Data Bridge|data bridge|UK DPF|britische Erweiterung des EU-US Data Privacy Framework|extension britannique du Data Privacy Framework UE-États-Unis|extensión al Reino Unido del Marco de Privacidad de Datos entre la UE y Estados Unidos|estensione al Regno Unito del Data Privacy Framework UE-USA|Britse uitbreiding van het Data Privacy Framework EU-VS|brittisk utvidgning av Data Privacy Framework mellan EU och USA",
  },
  {
    mechanism: "adequacy",
    regimes: ["uk"],
    called:
      "UK adequacy regulations|adequacy regulations|britische Angemessenheitsvorschriften|réglementation britannique d'adéquation|normativa británica de adecuación|normativa di adeguatezza del Regno Unito|Britse adequaatheidsregeling|brittiska föreskrifter om adekvat skyddsnivå",
  },
  {
    mechanism: "adequacy",
    regimes: ["ch"],
    called:
      "Swiss list of States with adequate data protection|Schweizer Liste der Staaten mit angemessenem Datenschutz|liste suisse des États assurant un niveau de protection adéquat|lista suiza de Estados con protección de datos adecuada|elenco svizzero degli Stati con una protezione dei dati adeguata|Zwitserse lijst van staten met een passende gegevensbescherming|schweizisk förteckning över stater med adekvat dataskydd",
  },
];

/** "UK Addendum to the SCCs": what an addendum is to is not stated besides. */
export const TO = "to|aux|des|zu|a|alle|bij|till";

/** "EU-US and Swiss-US DPF": laws that are named before the tool. */
export const FRAMES: Readonly<Record<Regime, string>> = {
  eu: "EU-US|EU-U.S.",
  uk: "UK-US|UK-U.S.",
  ch: "Swiss-US|Swiss-U.S.",
};

/** What says that there is no transfer to cover. */
export const NONE =
  "none|no|not applicable|not required|not needed|not necessary|no transfer|no transfers|no data transfer|no third-country transfer|no third country transfer|no international transfer|no international transfers|no restricted transfer|no transfer outside the EEA|no transfer outside the EU|" +
  "aucun|aucune|non|sans objet|non applicable|non requis|aucun transfert|pas de transfert|pas de transfert hors UE|aucun transfert hors UE|aucun transfert hors de l'UE|" +
  "nein|keine|keiner|kein|entfällt|nicht anwendbar|nicht zutreffend|nicht erforderlich|nicht notwendig|kein Transfer|kein Drittlandtransfer|keine Drittlandübermittlung|keine Übermittlung|" +
  "ninguno|ninguna|no aplica|no procede|no aplicable|sin transferencia|sin transferencias|nessuno|nessuna|non applicabile|nessun trasferimento|" +
  "nee|geen|niet van toepassing|n.v.t.|nvt|niet nodig|geen doorgifte|nej|ingen|inga|inget|ej tillämpligt|inte tillämpligt|ej relevant|ingen överföring|n/a|n.a.";

/** Words beside a tool that change nothing of it. */
export const HARMLESS_BESIDE =
  "EEA|EWR|EEE|EER|EES|SEE|UE|EØS|only|within|outside the EEA|outside the EU|processing|processed|under|the|with|by|via|per|of|in|for|to|EU|GDPR|and|DPA|signed|certified|self-certified|certification|participant|active|based on|pursuant to|according to|covered by|European Commission|European Commission's|Commission|Commission decision|decision|implementing decision|transfer|transfers|mechanism|tool|safeguards|appropriate safeguards|approved|valid|Art. 46|Article 46|Artikel 46|Art. 47|Article 47|artikel 49 i|AVG|" +
  "et|avec|par|selon|aux|zu|alle|bij|till|le|la|les|de|du|des|l|d|au|sur|RGPD|UE|certifié|certification|conformément au|und|mit|nach|gemäß|im|unter|der|die|das|DSGVO|zertifiziert|Zertifizierung|y|con|por|según|del|el|los|RGPD|e|ed|il|lo|secondo|certificato|en|met|volgens|het|een|AVG|gecertificeerd|och|med|enligt|certifierad|dataskyddsförordningen";

/** Of the clauses of 2021, by who exports to whom. */
export const MODULES: Readonly<Record<string, Module>> = {
  "1": 1,
  one: 1,
  "controller to controller": 1,
  "von Verantwortlichen an Verantwortliche": 1,
  "de responsable a responsable": 1,
  "de responsable à responsable": 1,
  "da titolare a titolare": 1,
  "verwerkingsverantwoordelijke aan verwerkingsverantwoordelijke": 1,
  "från personuppgiftsansvarig till personuppgiftsansvarig": 1,
  C2C: 1,
  "2": 2,
  two: 2,
  deux: 2,
  zwei: 2,
  dos: 2,
  due: 2,
  twee: 2,
  två: 2,
  II: 2,
  "controller to processor": 2,
  "von Verantwortlichen an Auftragsverarbeiter": 2,
  "de responsable a encargado": 2,
  "de responsable à sous-traitant": 2,
  "da titolare a responsabile": 2,
  "verwerkingsverantwoordelijke aan verwerker": 2,
  "från personuppgiftsansvarig till personuppgiftsbiträde": 2,
  C2P: 2,
  "3": 3,
  three: 3,
  trois: 3,
  drei: 3,
  tres: 3,
  tre: 3,
  drie: 3,
  III: 3,
  "processor to processor": 3,
  "von Auftragsverarbeitern an Auftragsverarbeiter": 3,
  "de encargado a encargado": 3,
  "de sous-traitant à sous-traitant": 3,
  "da responsabile a responsabile": 3,
  "verwerker aan verwerker": 3,
  "från personuppgiftsbiträde till personuppgiftsbiträde": 3,
  P2P: 3,
  "4": 4,
  four: 4,
  quatre: 4,
  vier: 4,
  cuatro: 4,
  quattro: 4,
  fyra: 4,
  IV: 4,
  "processor to controller": 4,
  "von Auftragsverarbeitern an Verantwortliche": 4,
  "de encargado a responsable": 4,
  "de sous-traitant à responsable": 4,
  "da responsabile a titolare": 4,
  "verwerker aan verwerkingsverantwoordelijke": 4,
  "från personuppgiftsbiträde till personuppgiftsansvarig": 4,
  P2C: 4,
};

/** Before the company that is certified, as our own forms write it. */
export const CERTIFIED_WORDS =
  "certified|entreprise certifiée|zertifiziert|entidad certificada|società certificata|gecertificeerd|certifierat företag";

export const MODULE_WORDS = "module|modules|mod.|modul|module|modulen|módulo|módulos|modulo|moduli|moduler";
