import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Jämför två datum",
  lead: "Vad som skiljer förteckningarna vid två datum.",
  between: (from, to) => `Skillnader mellan den ${from} och den ${to}`,
  from: "Från",
  to: "Till",
  none: "Förteckningarna är likadana vid båda datumen.",
  instead: (from, to) => `Här jämförs förteckningarna från den ${from} och den ${to}.`,
  noneBetween: (from, to) => `Förteckningarna från den ${from} och den ${to} är likadana.`,
  cannot: "Förteckningarna för dessa datum kan därför inte jämföras.",
  announcedSoFar: "Det senare datumet ligger i framtiden: det visas enligt vad som hittills har aviserats.",
  by: "Genom:",
  others: (n) => `${count(n, "post till skiljer sig", "poster till skiljer sig")}:`,
};
