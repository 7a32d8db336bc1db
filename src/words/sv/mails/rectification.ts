import type { Dictionary } from "../../dictionary.ts";
import { contractWith } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rättelse av vår förteckning: ${name} saknades`,
  updated: (name) => `rättelse av vår förteckning: posten om ${name} var felaktig`,
  removed: (name) => `rättelse av vår förteckning: ${name} borde inte ha funnits i den`,
  several: (count) => `rättelse av vår förteckning: ${count} poster var felaktiga`,
  lead: (several, date, since) =>
    `Vår leverantörsförteckning ${since === null ? "var felaktig" : `hade varit felaktig sedan den ${since}`}; den rättades den ${date}. Detta är ingen kommande ändring: det som ${several ? "dessa poster" : "posten"} nu anger gällde redan tidigare.`,
  wrong: "Vad som var felaktigt",
  said: "Vad förteckningen angav, och anger nu",
  ask: "Ni kan ställa frågor om det via er egen länk och utan konto:",
  entry: {
    added: (name) => `${name} – saknades`,
    updated: (name) => `${name} – var felaktig`,
    removed: (name) => `${name} – borde inte ha tagits upp`,
  },
  before: "Förteckningen angav",
  after: "Den anger nu",
  corrected: "Vad vi rättade",
  facts: {
    on: "Rättad den",
    since: "Hade varit felaktig sedan",
    answer: "Ni kan",
    anyTime: "när som helst göra invändningar, bekräfta att ni tagit del eller fråga: ingen sista dag är fastställd",
    approval: "Ert tillstånd",
    notAsked: "ert avtal kräver det; vi har inte bett er om det tidigare",
  },
  notAsked: (customers, several) =>
    `Enligt ${contractWith(customers)} kräver ${several ? "sådana ändringar" : "en sådan ändring"} tillstånd, och ingen av våra underrättelser har bett om det. Vi ber er inte att lämna tillstånd i efterhand, och er tystnad räknas inte som tillstånd: ni kan göra invändningar eller fråga.`,
  examined: (customers) =>
    `${customers === null ? "Vi prövar" : `För ${customers} prövar vi`} varje invändning och meddelar er utgången. I sig upphäver den inte det som redan gällde tidigare; era rättigheter enligt avtalet kvarstår.`,

  outcome: "Förteckningen kvarstår så som vi rättade den",
  follows: {
    exempted: (customer) =>
      `Från och med nu gäller detta inte för ${customer ?? "er"}. Vår offentliga förteckning visar det ändå, för andra:`,
    alternative:
      "Det som vi har kommit överens om med er gäller i stället för det som förteckningen anger, så långt det räcker. I övrigt står förteckningen fast så som vi rättade den:",
    terminated: "Det som förteckningen nu anger gäller för er tills ert avtal upphör:",
    rejected: "Vårt beslut lämnar förteckningen så som vi rättade den.",
  },

  page: {
    title: "Rättelse av förteckningen",
    notice: "Detta rättar förteckningen: det anger vad som redan gällde tidigare och aviserar ingen kommande ändring.",
    added: (names) => `Saknades: ${names}`,
    updated: (names) => `Posten var felaktig: ${names}`,
    removed: (names) => `Borde inte ha tagits upp: ${names}`,
    kinds: { added: "Saknades", updated: "Var felaktig", removed: "Borde inte ha tagits upp" },
    correctedOn: (date) => `rättad den ${date}`,
    writeTo: ["Frågor om detta eller en invändning kan skickas till ", "."],
    subject: (number) => `Rättelse av förteckningen, ändring ${number}`,
  },
  calendar: (number, vendors) => `rättelse av förteckningen (ändring ${number}: ${vendors})`,
};
