import type { Dictionary } from "../../dictionary.ts";

const these = (count: number) => (count === 1 ? "este cliente" : "estos clientes");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} toma conocimiento del cambio ${number}`,
      approved: (who, number) => `${who} autoriza el cambio ${number}`,
      asked: (who, number) => `${who} pregunta por el cambio ${number}`,
      objected: (who, number) => `${who} se opone al cambio ${number}`,
    },
    changed: (who, number) => `${who} ha modificado la respuesta al cambio ${number}`,
    follower: "una persona suscrita a la lista",
    unverified: (name) => `${name} (según declara, sin verificar)`,
    leads: {
      acknowledged: "Ha llegado una respuesta:",
      approved: "Ha llegado una autorización:",
      asked: "Ha llegado una pregunta:",
      objected: "Ha llegado una oposición:",
    },
    leadChanged: "Se ha modificado una respuesta. Esto es lo que vale ahora:",
    answer: "Respuesta",
    before: "Antes",
    who: "Quién",
    customerId: "Cliente",
    received: "Fecha de recepción",
    inTime: "dentro de plazo",
    texts: {
      acknowledged: "En sus palabras",
      approved: "En sus palabras",
      asked: "La pregunta",
      objected: "La oposición",
    },
    open: "Abrir esta respuesta en la consola",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Responda allí: sus palabras se envían por correo a quien preguntó.",
      objected: "Decida allí al respecto: la decisión se envía por correo a quien se opuso.",
    },
    does: {
      held: (vendors) =>
        `Según el contrato del cliente, la oposición suspende lo anunciado sobre ${vendors}: no surtirá efecto antes de que usted registre qué se decide sobre la oposición, o siga adelante sin ello en la página del cambio, por un motivo que queda registrado.`,
      waiting: (vendors) =>
        `Por sí sola, la oposición no suspende lo anunciado sobre ${vendors}. No obstante, sigue a la espera: la página del cambio en la consola indica de quién.`,
      coming: (vendors, date) =>
        `La oposición no suspende lo anunciado sobre ${vendors}: surtirá efecto el ${date}, salvo que usted lo aplace o lo retire.`,
      done: (vendors, date) =>
        `Lo anunciado sobre ${vendors} está en vigor desde el ${date}; por sí sola, la oposición no cambia eso.`,
      corrected: (vendors) =>
        `Lo que la lista indica sobre ${vendors} ya era así antes; por sí sola, la oposición no cambia eso.`,
      approval: (vendors) =>
        `Según el contrato del cliente, lo anunciado sobre ${vendors} requiere además su autorización.`,
    },
    waiting:
      "Esta autorización todavía no cuenta: un contacto ha designado a esta persona en su lugar. Confirme que responde por el cliente, o retírela de los contactos de este.",
    preheader: (when, date) => `Recibida el ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1 ? "ha llegado una respuesta a un aviso" : `han llegado ${count} respuestas a avisos`,
    lead: (count) =>
      count === 1
        ? "Ha llegado esta respuesta, que no se le comunicó entonces:"
        : "Han llegado estas respuestas, que no se le comunicaron una a una:",
    line: (who, kind, number) => `${who}: ${kind} (cambio ${number})`,
    more: (count) =>
      count === 1 ? "Y una más, que figura en la consola." : `Y ${count} más, que figuran en la consola.`,
    open: "Todas las respuestas en la consola",
    preheader: (count) => (count === 1 ? "No se le comunicó cuando llegó." : "No se le comunicaron una a una."),
  },
  deadline: {
    what: (number, vendors) => `cambio ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) => `el último día para oponerse al ${what} es el ${date}, y queda algo pendiente`,
      eve: (what, date) => `el ${what} debe surtir efecto el ${date}, y queda algo pendiente`,
      "eve-held": (what, date) =>
        `el ${what} no surtirá efecto el ${date} si para entonces no se ha resuelto aquello de lo que depende`,
      "eve-in-part": (what, date) =>
        `el ${what} debe surtir efecto el ${date}, salvo en parte si para entonces no se ha resuelto aquello de lo que depende`,
      "in-force": (what, date) => `el ${what} está en vigor desde el ${date}, y quedan respuestas abiertas`,
      held: (what, date) => `el ${what} estaba previsto para el ${date} y está en suspenso: queda algo pendiente`,
    },
    leads: {
      "last-day": (_, until) =>
        `Esto no está resuelto, o no está autorizado, y se acerca el último día para oponerse, el ${until}:`,
      eve: (what) => `Esto no está resuelto, o no está autorizado, en la víspera del día previsto para el ${what}:`,
      "in-force": (what) =>
        `Estas oposiciones o preguntas están abiertas aunque el ${what} está en vigor. Quienes las plantearon todavía no tienen una decisión suya:`,
      held: (what) => `Ha llegado el día previsto para el ${what}. No está en vigor, y queda pendiente esto:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}: ${kind} del ${date}`,
    settled: (line) => `${line} (resuelto entretanto)`,
    approval: (who) => `${who}: falta su autorización`,
    next: {
      decide: "Decida en la consola qué se hace con una oposición, y responda allí a las preguntas.",
      approve:
        "Solo el cliente puede autorizar; una autorización llegada por correo postal o electrónico se introduce en la consola.",
      goOn: "Para seguir adelante antes se requiere un motivo que queda registrado, en la página del cambio.",
    },
    preheader: (count) => (count === 1 ? "Queda un asunto pendiente." : `Quedan ${count} asuntos pendientes.`),
    open: "Las respuestas abiertas en la consola",
  },
  paused: {
    sentence: "se interrumpió el envío de avisos",
    lead: (date, because) =>
      `El ${date}, el proveedor de correo rechazó todos los mensajes de este registro: ${because}. No se ha perdido nada, pero desde entonces no se enviaron avisos, confirmaciones ni recordatorios.`,
    arrived:
      "Que le haya llegado este mensaje muestra que el envío se ha reanudado. Lo que tuvo que esperar se envía con retraso.",
    next: "Compruebe si entretanto ha llegado o ha pasado un último día para oponerse. Si aún no está hecho, subsane la causa con el proveedor.",
    open: "El estado del envío, en la consola",
    preheader: "Durante un tiempo no se enviaron avisos.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "ya no es posible avisar de los cambios a un cliente"
        : `ya no es posible avisar de los cambios a ${count} clientes`,
    lead: (count) =>
      `No se puede escribir a ningún contacto de ${these(count)}: no hay ninguno, o cada uno se ha dado de baja o no es localizable por correo.`,
    next: (count) =>
      count === 1
        ? "Los avisos se le siguen debiendo: indique otro contacto."
        : "Los avisos se les siguen debiendo: indique otro contacto para cada uno.",
    open: "Los clientes sin contacto, en la consola",
    preheader: (count) => `Los avisos se ${count === 1 ? "le" : "les"} siguen debiendo.`,
  },
  contactLeft: {
    sentence: "un contacto de un cliente se ha dado de baja",
    lead: (count) => `Un contacto de ${these(count)} no quiere recibir más mensajes:`,
    next: () =>
      "Otras personas siguen recibiendo los avisos en su lugar. No es necesario indicar a nadie más; si conviene, indíquelo.",
    open: "De quién se trata, en la consola",
  },
  contactReplaced: {
    sentence: "un cliente tiene un nuevo contacto",
    lead: (count) =>
      `Un contacto de ${these(count)} ha designado en su lugar a otra persona, que lo ha confirmado y recibe los avisos a partir de ahora:`,
    next: () =>
      "Hasta que usted, en la página del cliente, o ese contacto confirmen que esa persona responde por el cliente, ninguna autorización suya cuenta. Si no debe recibir avisos en absoluto, retírela de los contactos del cliente.",
    open: "De quién se trata, en la consola",
  },
  contactVouched: {
    sentence: "un contacto ha confirmado a quien designó en su lugar",
    lead: (count) =>
      `Un contacto de ${these(count)} ha confirmado que la persona que designó responde en su lugar; las autorizaciones de esa persona cuentan a partir de ahora:`,
    next: (count) => `Si esa persona no debe responder por ${these(count)}, retírela de los contactos de allí.`,
    open: "De quién se trata, en la consola",
  },
  findings: {
    sentence: (count) =>
      count === 1 ? "una nueva observación sobre la lista" : `${count} nuevas observaciones sobre la lista`,
    lead: "Algo relativo a la lista publicada ha cambiado sin que usted la haya modificado:",
    open: "Lo que le espera, en la consola",
    preheader: "Algo relativo a la lista publicada ha cambiado sin que usted la haya modificado.",
  },
  own: (organisation) => `Este mensaje es del registro de ${organisation} a la propia organización.`,
};
