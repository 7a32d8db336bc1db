import type { Dictionary } from "../dictionary.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Vad ${vendor} gör för ${organisation}: med vilka uppgifter, var, med vilket överföringsverktyg och vad som har ändrats.`,
  entry: { listed: "Vad som anges", left: "Som det senast angavs", coming: "Som det har aviserats" },
  listedAs: (date) => `Upptagen så sedan den ${date}.`,
  past: (name, date) => `Detta är vad förteckningen angav om ${name} den ${date}.`,
  future: (name, date) =>
    `Detta är vad förteckningen kommer att ange om ${name} den ${date}, enligt vad som hittills har aviserats.`,
  notListedOn: (name, date) => `${name} finns inte i förteckningen den ${date}.`,
  left: (name, date) => `${name} finns inte i förteckningen sedan den ${date}.`,
  notYet: (name) => `${name} finns ännu inte i förteckningen: posten har aviserats.`,
  never: (name) => `${name} finns inte i förteckningen: det som aviserades har återtagits.`,
  asOf: (date) => `Posten den ${date}`,
  otherDate: "Annat datum",
};
