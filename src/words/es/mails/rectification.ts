import type { Dictionary } from "../../dictionary.ts";
import { contractOf } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rectificación de nuestra lista: faltaba ${name}`,
  updated: (name) => `rectificación de nuestra lista: la entrada de ${name} era incorrecta`,
  removed: (name) => `rectificación de nuestra lista: ${name} no debería haber figurado en ella`,
  several: (count) => `rectificación de nuestra lista: ${count} entradas eran incorrectas`,
  lead: (several, date, since) =>
    `Nuestra lista de proveedores era incorrecta${since === null ? "" : ` desde el ${since}`}; la rectificamos el ${date}. No se trata de un cambio futuro: lo que ${several ? "estas entradas indican" : "la entrada indica"} ahora ya era así antes.`,
  wrong: "Qué era incorrecto",
  said: "Qué indicaba la lista y qué indica ahora",
  ask: "Puede preguntar al respecto mediante su propio enlace y sin cuenta:",
  entry: {
    added: (name) => `${name} – faltaba`,
    updated: (name) => `${name} – entrada incorrecta`,
    removed: (name) => `${name} – no debería haber figurado`,
  },
  before: "La lista indicaba",
  after: "Ahora indica",
  corrected: "Qué hemos rectificado",
  facts: {
    on: "Fecha de rectificación",
    since: "Incorrecta desde",
    answer: "Usted puede",
    anyTime: "oponerse, tomar conocimiento o preguntar en cualquier momento: no se ha fijado un último día",
    approval: "Su autorización",
    notAsked: "su contrato la exige; no se la pedimos antes",
  },
  notAsked: (customers, several) =>
    `Según ${contractOf(customers)}, ${several ? "tales cambios requieren" : "un cambio así requiere"} una autorización, y ningún aviso nuestro la pidió. No le pedimos que ${several ? "los" : "lo"} autorice a posteriori, y su silencio no equivale a una autorización: puede oponerse o preguntar.`,
  examined: (customers) =>
    `${customers === null ? "Examinamos" : `Para ${customers}, examinamos`} cada oposición y le comunicamos el resultado. Por sí sola no deshace lo que ya era así; conserva sus derechos derivados del contrato.`,

  outcome: "La lista queda tal como se rectificó",
  follows: {
    exempted: (customer) =>
      `A partir de ahora, lo siguiente no se aplica a ${customer ?? "usted"}. Aun así, nuestra lista pública lo muestra, para otros:`,
    alternative:
      "Lo que hemos acordado con usted se aplica en lugar de lo que indica la lista, en la medida de lo acordado. Por lo demás, la lista queda tal como se rectificó:",
    terminated: "Lo que la lista indica ahora rige para usted hasta que finalice su contrato:",
    rejected: "Nuestra decisión deja la lista tal como se rectificó.",
  },

  page: {
    title: "Rectificación de la lista",
    notice: "Esto rectifica la lista: indica lo que ya era así, y no anuncia ningún cambio futuro.",
    added: (names) => `Faltaba: ${names}`,
    updated: (names) => `Entrada incorrecta: ${names}`,
    removed: (names) => `No debería haber figurado: ${names}`,
    kinds: { added: "Faltaba", updated: "Incorrecta", removed: "No debería haber figurado" },
    correctedOn: (date) => `rectificada el ${date}`,
    writeTo: ["Para preguntar al respecto u oponerse, escriba a ", "."],
    subject: (number) => `Rectificación de la lista, cambio ${number}`,
  },
  calendar: (number, vendors) => `rectificación de la lista (cambio ${number}: ${vendors})`,
};
