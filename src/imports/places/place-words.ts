/** Words beside places that say nothing more, in the languages of the product. Whatever is not here makes a place unsure. */
export const HARMLESS: readonly string[] = (
  "the|in|of|at|and|&|or|within|located|located in|based|based in|hosted|hosted in|hosting|hosting region|region|regions|the region|zone|area|country|location|" +
  "data center|data centre|data centers|data centres|datacenter|datacentre|datacenters|server|servers|server location|only|exclusively|" +
  "processing|processed|processed in|data|data processing|republic|republic of|kingdom of|state of|federal republic of|city|city of|province of|" +
  "AWS|AWS region|Amazon|Amazon Web Services|Azure|Microsoft Azure|Google Cloud|GCP|Hetzner|DigitalOcean|OVH|OVHcloud|Scaleway|Vercel|Fly|Fly.io|" +
  "et|ou|dans|en|aux|au|à|la|le|les|du|des|de|l|d|hébergé|hébergé en|hébergement|région|pays|centre de données|centres de données|serveur|serveurs|uniquement|seulement|traitement|république|" +
  "und|oder|im|der|die|das|den|Standort|Standorte|Rechenzentrum|Rechenzentren|gehostet|gehostet in|Hosting|Gebiet|Land|nur|ausschließlich|Verarbeitung|Republik|" +
  "y|o|el|los|las|del|región|país|centro de datos|centros de datos|servidor|servidores|alojado|alojado en|ubicado|ubicado en|solo|únicamente|tratamiento|república|" +
  "e|ed|il|lo|gli|i|del|della|nel|nella|regione|paese|data center|solo|esclusivamente|ospitato|trattamento|repubblica|" +
  "of|het|een|regio|land|datacenter|datacentra|gehost|gehost in|uitsluitend|alleen|verwerking|republiek|" +
  "och|eller|i|regionen|land|datacenter|datahall|endast|enbart|behandling|republiken|og|resp."
).split("|");

/** Words behind which a place is named that is not meant, or no longer: "not in the EU", "worldwide except the UK", "non-US". */
export const DENIALS: readonly string[] = (
  "not|no|non|never|nor|except|except for|excepting|excluding|excludes|excluded|excl|without|w/o|outside|outside of|beyond|minus|ex|extra|all but|anywhere but|everywhere but|other than|apart from|rather than|instead of|rest of|formerly|previously|was|moved from|migrated from|" +
  "pas|pas en|jamais|sauf|hors|hors de|en dehors de|à l'exception de|à l'exclusion de|excepté|excluant|hormis|sans|ni|anciennement|auparavant|" +
  "nicht|kein|keine|keinen|keiner|nie|ohne|außer|außerhalb|ausgenommen|mit Ausnahme von|exkl|früher|vormals|bisher|" +
  "sin|salvo|excepto|excluyendo|excluido|fuera de|menos|nunca|anteriormente|antes|" +
  "senza|eccetto|tranne|escluso|esclusa|esclusi|salvo|fuori|fuori da|fuori dal|fuori dall|fuori dalla|fuori dagli|al di fuori di|mai|precedentemente|" +
  "niet|geen|nooit|zonder|behalve|buiten|uitgezonderd|voorheen|" +
  "inte|ej|icke|aldrig|utan|utom|utanför|förutom|exklusive|tidigare"
).split("|");

/** Words that tell what a place is for. */
export const KIND_WORDS = {
  storage:
    "storage|stored|stored in|data storage|data stored|data at rest|at rest|data residency|stockage|stocké|stockées|hébergement des données|Speicherung|gespeichert|Datenspeicherung|Speicherort|almacenamiento|almacenado|almacenados|conservazione|archiviazione|opslag|opgeslagen|lagring|lagras",
  backup:
    "backup|backups|back-up|back-ups|disaster recovery|DR|sauvegarde|sauvegardes|Datensicherung|Sicherung|Sicherungskopien|Backup-Standort|copias de seguridad|copia de seguridad|copie di backup|reservekopie|reservekopieën|säkerhetskopia|säkerhetskopiering",
  access:
    "access|remote access|accessed from|support access|accès|accès à distance|Zugriff|Fernzugriff|acceso|acceso remoto|accesso|accesso remoto|accesso da remoto|toegang|toegang op afstand|åtkomst|fjärråtkomst",
} as const;
