import type { Dictionary } from "../../dictionary.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `Recibe este mensaje porque puede anunciar cambios en la lista de proveedores de ${organisation}.`,
  draft: {
    what: (number, vendors) => `el borrador ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} espera su aprobación`,
      near: (what, on) => `${what} debe anunciarse a más tardar el ${on}`,
      last: (what, on) => `${what} debe anunciarse hoy, ${on}`,
    },
    asked: (what, by) =>
      `${by === null ? "Se pide" : `${by} pide`} una aprobación para ${what}. Después podrá anunciarse.`,
    near: (what, on, wished) =>
      `El cambio previsto en ${what} está fijado para el ${wished}. Para mantener esa fecha, debe anunciarse a más tardar el ${on}.`,
    last: (what, on, wished) =>
      `El cambio previsto en ${what} está fijado para el ${wished}. Hoy, ${on}, es el último día en que anunciarlo permite mantener esa fecha.`,
    later:
      "Si se anuncia más tarde, el cambio surte efecto más tarde: los plazos de preaviso y de oposición empiezan con el anuncio.",
    next: {
      approve: "Antes debe aprobarlo una persona distinta de quien lo ha redactado: usted puede hacerlo.",
      alone:
        "Antes debe aprobarlo una persona distinta de quien lo ha redactado, y nadie más puede hacerlo todavía: invite a alguien que pueda anunciar.",
      announce: "Usted puede anunciarlo.",
    },
    preheader: (wished) =>
      wished === null ? "Léalo y apruébelo en la consola." : `De lo contrario, surte efecto después del ${wished}.`,
    open: "Abrir el borrador en la consola",
  },
  fourEyesOff: {
    sentence: "los anuncios ya no requieren la aprobación de otra persona",
    lead: (who, date) =>
      `${who} ha desactivado el ${date} el principio de los cuatro ojos: hasta entonces, una persona distinta de quien lo redactaba debía aprobar cada anuncio.`,
    means:
      "A partir de ahora, quien puede anunciar puede anunciar por sí solo lo que ha redactado, seguir adelante sin las autorizaciones de los clientes y decidir sobre las oposiciones.",
    next: "Si no lo esperaba, pregunte a quien lo ha hecho. Quien administra la lista puede volver a activarlo; el registro conserva ambas cosas.",
    preheader: "A partir de ahora, quien puede anunciar puede hacerlo por sí solo.",
    somebody: "Una persona que administra la lista",
    open: "Abrir la organización en la consola",
  },
};
