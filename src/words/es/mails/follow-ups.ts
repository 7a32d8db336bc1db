import type { Dictionary } from "../../dictionary.ts";

export const followUps: Dictionary["followUps"] = {
  announced: "Lo que anunciamos",
  contact: (organisation, customers, several) => {
    const whose = several ? `clientes de ${organisation}` : `cliente de ${organisation}`;
    const who = customers === null ? `${several ? "de" : "de un"} ${whose}` : `de ${customers}, ${whose}`;
    return `Recibe este mensaje porque esta dirección es un contacto ${who}.`;
  },
  lateAnswer: (date) =>
    `Llegó después del último día para oponerse, el ${date}, y queda registrada como presentada fuera de plazo.`,
  receipt: {
    sentence: (number) => `hemos registrado su respuesta al cambio ${number}`,
    lead: "Gracias. Esto es lo que hemos registrado:",
    entered: (channel, date) =>
      `El ${date} recibimos ${channel} una respuesta en nombre de la empresa de la que usted es contacto. Esto es lo que hemos registrado:`,
    enteredSentence: (number) => `hemos registrado una respuesta en nombre de su empresa al cambio ${number}`,
    enteredNext:
      "Si nadie de su empresa ha dado esta respuesta, o no en estos términos, le rogamos que responda de inmediato a este mensaje.",
    personal:
      "El enlace de este mensaje es personal: quien lo tenga puede responder en su nombre. Le rogamos que no lo reenvíe.",
    does: {
      heading: "Qué efecto tiene su oposición",
      held: (vendors) =>
        `Su oposición suspende lo que anunciamos sobre ${vendors}: no surtirá efecto antes de que hayamos decidido sobre la oposición.`,
      waiting: (vendors) =>
        `Por sí sola, su oposición no suspende lo que anunciamos sobre ${vendors}; todavía no se ha fijado el día en que surtirá efecto.`,
      coming: (vendors, date) =>
        `Por sí sola, su oposición no suspende lo que anunciamos sobre ${vendors}: surtirá efecto el ${date}, salvo que le comuniquemos lo contrario.`,
      done: (vendors, date) =>
        `Lo que anunciamos sobre ${vendors} está en vigor desde el ${date}. Por sí sola, su oposición no cambia eso.`,
      corrected: (vendors) =>
        `Lo que nuestra lista indica sobre ${vendors} ya era así antes. Por sí sola, su oposición no cambia eso.`,
      approval: (vendors) => `Según su contrato, lo que anunciamos sobre ${vendors} requiere además su autorización.`,
      next: "Examinamos su oposición y le comunicaremos el resultado; conserva sus derechos derivados del contrato.",
      nextToFollower: "Examinamos su oposición y le comunicaremos el resultado.",
    },
    button: "Ver o modificar la respuesta",
    preheader: (kind, date) => `${kind}, registrada el ${date}.`,
    why: (organisation) =>
      `Recibe este mensaje porque se ha respondido a un aviso de ${organisation} mediante el enlace enviado a esta dirección. Si no ha sido usted, responda a este mensaje, por favor.`,
  },
  resolution: {
    sentence: (number) => `nuestra decisión sobre su oposición al cambio ${number}`,
    lead: (date) => `Usted se opuso el ${date}. Esta es nuestra decisión:`,
    decision: "Decisión",
    objection: "Su oposición",
    note: "Nuestra explicación",
    follows: {
      heading: "Qué supone",
      exempted: (customer) =>
        `Lo siguiente no se aplica a ${customer ?? "usted"}. Aun así, nuestra lista pública puede mostrarlo, para otros:`,
      exemptedSince: (customer) =>
        `A partir de ahora, lo siguiente, que ya está en vigor, no se aplica a ${customer ?? "usted"}. Aun así, nuestra lista pública puede mostrarlo, para otros:`,
      exemptedBut:
        "Lo siguiente ya estaba en vigor cuando decidimos. Sigue estándolo, salvo que nuestra explicación diga otra cosa:",
      alternative:
        "Lo que hemos acordado con usted se aplica en lugar de lo que anunciamos, en la medida de lo acordado. Por lo demás, se mantiene lo que anunciamos:",
      terminated:
        "Salvo que su contrato haya finalizado antes, lo que anunciamos se le aplica desde el día que se indica:",
      terminatedToFollower:
        "Esto se refiere al contrato del cliente por el que usted ha escrito. Para todos los demás se mantiene lo que anunciamos:",
      rejected: "Nuestra decisión deja lo que anunciamos tal como está.",
      stands: {
        waiting: (vendors) =>
          `Lo que anunciamos sobre ${vendors} está ahora en suspenso: todavía no tiene día en que surta efecto.`,
        earliest: (vendors, date) =>
          `Lo que anunciamos sobre ${vendors} está ahora en suspenso: surtirá efecto el ${date} como pronto.`,
        coming: (vendors, date) =>
          `Lo que anunciamos sobre ${vendors} surtirá efecto el ${date}, salvo que le comuniquemos lo contrario.`,
        done: (vendors, date) => `Lo que anunciamos sobre ${vendors} está en vigor desde el ${date}.`,
        corrected: (vendors) => `Lo que nuestra lista indica sobre ${vendors} ya era así antes.`,
      },
      approval: (vendors) =>
        `Según su contrato, lo que anunciamos sobre ${vendors} requiere de todos modos su autorización: no surtirá efecto antes de que la haya dado.`,
      remain:
        "Conserva sus derechos derivados del contrato y de la ley, también los que le permitan poner fin al contrato a causa de este cambio.",
      remainToFollower: "Esta decisión no altera sus derechos.",
    },
    why: (organisation) => `Recibe este mensaje porque se opuso a un cambio de ${organisation}.`,
  },
  answered: {
    sentence: (number) => `nuestra respuesta a su pregunta sobre el cambio ${number}`,
    lead: (date) => `Usted nos preguntó el ${date}. Esta es nuestra respuesta:`,
    decision: "La respuesta a su pregunta.",
    objection: "Su pregunta",
    note: "Nuestra respuesta",
    why: (organisation) => `Recibe este mensaje porque preguntó por un cambio de ${organisation}.`,
  },
  standing: {
    approvalStands: (customer, date) =>
      `${customer === null ? "Su autorización" : `La autorización de ${customer}`} del ${date} sigue siendo válida.`,
    approvalBefore: (customer, date) =>
      `${customer === null ? "Su autorización" : `La autorización de ${customer}`} del ${date} se dio antes de esta corrección, a la vista de lo que el aviso decía entonces. Si no está de acuerdo con lo corregido, puede oponerse en lugar de autorizar, mediante su propio enlace.`,
    objectionOpen: (customer, date) =>
      `${customer === null ? "Su oposición" : `La oposición de ${customer}`} del ${date} está pendiente: le comunicaremos qué se decide al respecto.`,
    agreed: "Lo acordado se aplica, en la medida de lo acordado, en lugar de lo que indica este mensaje.",
    objectionDecided: (customer, date, decided) =>
      `El ${decided} se decidió sobre ${customer === null ? "su oposición" : `la oposición de ${customer}`} del ${date}.`,
  },
  reminder: {
    sentence: (date) => `recordatorio: puede oponerse hasta el ${date}`,
    toApprove: (date) => `recordatorio: se requiere su autorización; puede oponerse hasta el ${date}`,
    lead: (announced) =>
      `El ${announced} le comunicamos lo que sigue, y todavía no hemos recibido ninguna respuesta suya.`,
    until: (date) => `Su último día para oponerse es el ${date}.`,
    untilFor: (customer, date) => `${customer}: último día para oponerse, el ${date}`,
    approvalFor: (customer) => `${customer}: según el contrato, se requiere su autorización`,
    button: "Responder",
  },
  postponement: {
    sentence: (name, date) =>
      name === null
        ? `hay cambios anunciados que se aplazan al ${date}`
        : `el cambio relativo a ${name} se aplaza al ${date}`,
    preheader: (several, date) => `${several ? "Surtirán" : "Surtirá"} efecto el ${date}, más tarde de lo anunciado.`,
    lead: (several, announced, planned, date, again) => {
      const what = several ? "unos cambios" : "un cambio";
      const were = again
        ? `, que después aplazamos al ${planned}`
        : ` que ${several ? "debían" : "debía"} surtir efecto el ${planned}`;
      return `El ${announced} anunciamos ${what}${planned === null ? "" : were}. ${several ? "Surtirán" : "Surtirá"} efecto ${again ? "aún más tarde" : "más tarde"}: el ${date}.`;
    },
    wereTo: "Hasta ahora debían surtir efecto en estas fechas:",
    otherwiseSame: () => "Por lo demás, no cambia nada.",
    reason: "Por qué es más tarde",
    until: (date) => `Puede oponerse hasta el ${date}.`,
    untilStays: (date) => `Su último día para oponerse sigue siendo el mismo: el ${date}.`,
    untilOver: (date) => `Su último día para oponerse fue el ${date}, y eso no cambia.`,
    heading: "Qué se aplaza",
  },
  release: {
    sentence: (name, date, isDone) => {
      const on = date === null ? "" : isDone ? ` desde el ${date}` : ` el ${date}`;
      if (name === null)
        return `hay cambios que estaban pendientes y ${isDone ? "ya están en vigor" : "surtirán efecto"}${on}`;
      return `el cambio relativo a ${name} ${isDone ? "ya está en vigor" : "surtirá efecto"}${on}`;
    },
    lead: (several, announced) =>
      several
        ? `El ${announced} anunciamos unos cambios que han tenido que esperar. Ya no están pendientes.`
        : `El ${announced} anunciamos un cambio que ha tenido que esperar. Ya no está pendiente.`,
    effect: (several, date, isDone) => {
      if (date === null) return "Cada cambio indica su propia fecha.";
      if (isDone) return `${several ? "Los cambios están" : "El cambio está"} en vigor desde el ${date}.`;
      return `${several ? "Los cambios surtirán" : "El cambio surtirá"} efecto el ${date}.`;
    },
    heading: "Qué ya no está pendiente",
  },
  hold: {
    sentence: (name) =>
      name === null
        ? "hay cambios anunciados que no han surtido efecto"
        : `el cambio relativo a ${name} no ha surtido efecto`,
    preheader: (several) =>
      `${several ? "Están pendientes" : "Está pendiente"} de la autorización de clientes o de la resolución de oposiciones.`,
    lead: (several, announced, date) => {
      const on = date === null ? "" : ` para el ${date}`;
      return several
        ? `El ${announced} anunciamos unos cambios${on}. Los que siguen no han surtido efecto: están pendientes de la autorización de clientes o de la resolución de oposiciones, o de otro cambio que lo está.`
        : `El ${announced} anunciamos un cambio${on}. No ha surtido efecto: está pendiente de la autorización de clientes o de la resolución de oposiciones, o de otro cambio que lo está.`;
    },
    stays: (several) =>
      `Hasta entonces, no ${several ? "se aplican" : "se aplica"}. Le comunicaremos desde cuándo ${several ? "se aplican" : "se aplica"}.`,
    byObjection: (customer, date) =>
      `${customer === null ? "Su oposición" : `La oposición de ${customer}`} del ${date} mantiene en suspenso lo que ${customer === null ? "le concierne" : "concierne a ese cliente"}, hasta que se resuelva.`,
    heading: "Qué está pendiente",
  },
  waiver: {
    sentence: (name, isOfApproval) => {
      const what = isOfApproval ? "su autorización" : "la resolución de su oposición";
      return name === null
        ? `hay cambios anunciados que ya no esperan ${what}`
        : `el cambio relativo a ${name} ya no espera ${what}`;
    },
    lead: (several, announced, isOfApproval) => {
      const wait = several ? "los cambios ya no la esperan" : "el cambio ya no la espera";
      return isOfApproval
        ? `El ${announced} le comunicamos ${several ? "unos cambios que, según su contrato, requieren" : "un cambio que, según su contrato, requiere"} su autorización. Hemos decidido seguir adelante sin ella: ${wait}.`
        : `Su oposición mantenía en suspenso ${several ? "unos cambios que anunciamos" : "un cambio que anunciamos"} el ${announced}. Hemos decidido seguir adelante antes de su resolución: ${wait}. Su oposición sigue abierta hasta que le hayamos comunicado su resultado.`;
    },
    buildsOn: (several) =>
      `${several ? "Algunos de ellos siguen pendientes" : "Sigue pendiente"} de otro cambio, del que le informaremos.`,
    reason: "Por qué seguimos adelante",
    heading: "Qué sigue adelante",
  },
  correction: {
    sentence: (number, name) =>
      `corrección de nuestro aviso sobre el cambio ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `En nuestro aviso del ${announced} había algo que no era correcto${names === null ? "" : ` sobre ${names}`}. Esta es la corrección:`,
    otherwiseStands:
      "El resto del aviso se mantiene. Si ya ha dado una respuesta, sigue registrada tal como está; puede modificarla mediante su propio enlace.",
    preheader: (announced) => `Una corrección de nuestro aviso del ${announced}.`,
  },
  late: {
    held: (several, date) =>
      several
        ? `Los cambios estaban previstos para el ${date} y están pendientes de la autorización de clientes o de la resolución de oposiciones.`
        : `El cambio estaba previsto para el ${date} y está pendiente de la autorización de clientes o de la resolución de oposiciones.`,
    toldBefore: (announced) =>
      `Le escribimos ahora porque lo que sigue ha pasado a concernirle después de que lo anunciáramos el ${announced}. Lo que ya le comunicamos de ese anuncio sigue siendo válido, al igual que su respuesta.`,
    corrected: "Qué hemos corregido desde entonces",
    readWith: (announced) =>
      `Anunciamos lo que sigue el ${announced}. Léalo, por favor, junto con lo que hemos corregido desde entonces.`,
    correctedOn: (date) => `Corrección del ${date}:`,
    over: "Su último día para oponerse ya había pasado cuando le escribimos. Todavía puede responder; su respuesta se registra como presentada fuera de plazo.",
    canAnswer: "Todavía puede responder; una oposición o una pregunta se registra como presentada fuera de plazo.",
    heading: "Cómo responder",
    byLink:
      "El último día para oponerse ya ha pasado; de todos modos se requiere su autorización. Puede darla, u oponerse, mediante su propio enlace y sin cuenta:",
  },
};
