import type { Dictionary } from "../dictionary.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Qué hace ${vendor} para ${organisation}: con qué datos, dónde, con qué instrumento de transferencia y qué ha cambiado.`,
  entry: { listed: "Lo que se indica", left: "Como figuró por última vez", coming: "Como se ha anunciado" },
  listedAs: (date) => `Figura así desde el ${date}.`,
  past: (name, date) => `Esto es lo que la lista indicaba sobre ${name} el ${date}.`,
  future: (name, date) => `Esto es lo que la lista indicará sobre ${name} el ${date}, según lo anunciado hasta ahora.`,
  notListedOn: (name, date) => `${name} no figura en la lista del ${date}.`,
  left: (name, date) => `${name} no figura en la lista desde el ${date}.`,
  notYet: (name) => `${name} todavía no figura en la lista: se ha anunciado su incorporación.`,
  never: (name) => `${name} no figura en la lista: se retiró lo que se había anunciado al respecto.`,
  asOf: (date) => `La entrada a ${date}`,
  otherDate: "Otra fecha",
};
