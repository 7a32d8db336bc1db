import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Uppställd så som bilaga III till standardavtalsklausulerna (genomförandebeslut (EU) 2021/914) kräver, och för att biläggas ett avtal enligt artikel 28 i dataskyddsförordningen.",
  otherRoles: "Poster med en annan roll, som inte ingår i bilaga III",
  forProduct: (product) => `Endast det som används för ${product}.`,
  forRegion: (region) => `Endast för uppgifter som lagras här: ${region}.`,
  who: "Namn och adress",
  contact: "Kontaktpersonens namn, befattning och kontaktuppgifter",
  processing: "Beskrivning av behandlingen",
  data: "Personuppgifter och registrerade",
  duration: "Varaktighet",
  where: "Plats och överföringsverktyg",
};
