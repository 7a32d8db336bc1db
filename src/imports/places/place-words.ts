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

/** Words that tell what a place is for. */
export const KIND_WORDS = {
  storage:
    "storage|stored|stored in|data storage|data stored|data at rest|at rest|data residency|stockage|stocké|stockées|hébergement des données|Speicherung|gespeichert|Datenspeicherung|Speicherort|almacenamiento|almacenado|almacenados|conservazione|archiviazione|opslag|opgeslagen|lagring|lagras",
  backup:
    "backup|backups|back-up|back-ups|disaster recovery|DR|sauvegarde|sauvegardes|Datensicherung|Sicherung|Sicherungskopien|Backup-Standort|copias de seguridad|copia de seguridad|copie di backup|reservekopie|reservekopieën|säkerhetskopia|säkerhetskopiering",
  access:
    "access|remote access|accessed from|support access|accès|accès à distance|Zugriff|Fernzugriff|acceso|acceso remoto|accesso|accesso remoto|accesso da remoto|toegang|toegang op afstand|åtkomst|fjärråtkomst",
} as const;
