import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Comparar dos fechas",
  lead: "En qué se diferencian las listas de dos fechas.",
  between: (from, to) => `Diferencias entre el ${from} y el ${to}`,
  from: "Del",
  to: "Al",
  none: "Las listas de ambas fechas dicen lo mismo.",
  instead: (from, to) => `Aquí se comparan las listas del ${from} y del ${to}.`,
  noneBetween: (from, to) => `Las listas del ${from} y del ${to} dicen lo mismo.`,
  cannot: "Por tanto, las listas de estas fechas no se pueden comparar.",
  announcedSoFar: "La segunda fecha aún no ha llegado: la lista es la que resulta de lo anunciado hasta ahora.",
  by: "Por:",
  others: (n) => `${count(n, "entrada más es distinta", "entradas más son distintas")}:`,
};
