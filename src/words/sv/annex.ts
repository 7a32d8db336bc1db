import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "För att biläggas ett avtal enligt artikel 28 i dataskyddsförordningen. Innehåller det som standardavtalsklausulerna kräver av förteckningen över underbiträden vid särskilt förhandstillstånd: bilaga IV till klausulerna i genomförandebeslut (EU) 2021/915 och, för överföringar, bilaga III till klausulerna i genomförandebeslut (EU) 2021/914.",
  otherRoles: "Poster med en annan roll, som inte ingår i de bilagorna",
  forProduct: (product) => `Endast det som används för ${product}.`,
  forRegion: (region) => `Endast för uppgifter som lagras här: ${region}.`,
  who: "Namn och adress",
  contact: "Kontaktpersonens namn, befattning och kontaktuppgifter",
  processing: "Beskrivning av behandlingen",
  data: "Personuppgifter och registrerade",
  duration: "Varaktighet",
  where: "Plats och överföringsverktyg",
};
