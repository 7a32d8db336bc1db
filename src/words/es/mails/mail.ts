import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { contractOf } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "Los cambios" : "El cambio");
const thisChange = (several: boolean) => (several ? "estos cambios" : "este cambio");
const takes = (several: boolean) => (several ? "surtirán efecto" : "surtirá efecto");
const is = (several: boolean) => (several ? "están" : "está");
const requires = (several: boolean) => `${thisChange(several)} ${several ? "requieren" : "requiere"}`;
const about = (several: boolean) => (several ? "unos cambios relativos" : "un cambio relativo");
const emergency = (several: boolean) => (several ? "Estos cambios son urgentes." : "Este cambio es urgente.");
const silenceIsNone = (several: boolean) =>
  `El silencio no equivale a una autorización: hasta que la dé, ${thisChange(several)} ${several ? "quedan pendientes" : "queda pendiente"}.`;

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Escriba a ${privacyEmail} o responda a este mensaje`;
  if (website && address)
    return "Póngase en contacto con nosotros por nuestro sitio web o en nuestra dirección postal (indicados bajo nuestro nombre)";
  if (website) return "Póngase en contacto con nosotros por nuestro sitio web (indicado bajo nuestro nombre)";
  return address ? "Escríbanos a nuestra dirección postal (indicada bajo nuestro nombre)" : "Responda a este mensaje";
}

export const mail: Dictionary["mail"] = {
  greeting: (who) => `Buenos días${who}:`,
  addressee: (name) => (name === null ? "" : `, ${name}`),
  closing: "Atentamente,",
  labelled: (label) => `${label}:`,

  subject: (organisation, sentence) => `${organisation}: ${sentence}`,

  leadComing: (several) => `Le informamos con antelación de ${about(several)} a datos personales en nuestro servicio.`,
  leadDone: (several) => `Le informamos de ${about(several)} a datos personales en nuestro servicio.`,
  takesEffect: (several, date) => `${change(several)} ${takes(several)} el ${date}.`,
  inEffect: (several, date) => `${change(several)} ${is(several)} en vigor desde el ${date}.`,
  formerly: (name, former) => `${name} (antes ${former})`,
  atEarliest: (date) => `${date} como pronto`,
  waits: (several, earliest) => `${change(several)} ${takes(several)} el ${earliest}.`,
  severalDays: (first) => `El primero de estos cambios surtirá efecto el ${first}. Cada uno indica su fecha.`,
  since: (date) => `En vigor desde el ${date}.`,
  canObject: (until) => `Puede oponerse hasta el ${until}.`,
  customers: {
    heading: "Si escribe en nombre de un cliente",
    until: (date) =>
      `Los clientes pueden oponerse hasta el ${date}; si con un cliente se ha acordado otra fecha, vale esta última.`,
  },
  nothingToDo: "No tiene que hacer nada.",

  facts: {
    forWhom: "Para",
    uses: (customer, products, regions) =>
      [
        customer,
        ...(products ? [`que utiliza ${products}`] : []),
        ...(regions ? [`alojamiento: ${regions}`] : []),
      ].join(", "),
    from: (several) => (several ? "Surtirán efecto" : "Surtirá efecto"),
    since: "En vigor desde",
    planned: (several) => (several ? "Estaban previstos para" : "Estaba previsto para"),
    waits: (date) => `${date}; pendiente de la autorización de clientes o de la resolución de oposiciones`,
    onceApproved: (date) => `${date}, como pronto, y no antes de que usted haya dado su autorización`,
    earliest: (date) => `${date}, como pronto`,
    already: (date) => `${date}; ya en vigor`,
    beginning: (first) => `${first} y más adelante: cada cambio indica su fecha`,
    named: (name, value) => `${name}: ${value}`,
    until: "Puede oponerse hasta",
    over: "El último día para oponerse fue",
    first: (date) => `${date}, la primera de varias fechas que se indican más abajo`,
    approval: "Su autorización",
    approvalNeeded: (customers) => `necesaria según ${contractOf(customers)}`,
  },
  buttons: {
    object: "Oponerse, tomar conocimiento o preguntar",
    approve: "Autorizar, oponerse o preguntar",
    late: "Responder fuera de plazo",
  },
  toApprove: (sentence) => `se requiere su autorización: ${sentence}`,

  emergency: {
    heading: (several) =>
      several ? "Por qué estos cambios no pueden esperar" : "Por qué este cambio no puede esperar",
    coming: (several, date) =>
      `${emergency(several)} ${several ? "Surtirán" : "Surtirá"} efecto el ${date}, sin esperar a nuestro plazo de preaviso habitual. El motivo:`,
    done: (several, date) =>
      `${emergency(several)} ${several ? "Están" : "Está"} en vigor desde el ${date}, sin haber esperado a nuestro plazo de preaviso habitual. El motivo:`,
    ownNotKept: (customer, date) =>
      `No se respeta el plazo previsto en ${contractOf(customer)}: conforme a ese plazo, la primera fecha posible habría sido el ${date}.`,
    ownEmergencyKept: (customer) => `Se respeta el plazo que ${contractOf(customer)} prevé para los casos de urgencia.`,
    ownKept: (customer) => `Aun así, se respeta el plazo previsto en ${contractOf(customer)}.`,
    some: "Algunos de estos cambios son urgentes y no esperan a nuestro plazo de preaviso habitual. El motivo:",
  },
  reason: (several) => (several ? "Por qué hacemos estos cambios" : "Por qué hacemos este cambio"),

  whatChanges: "Qué cambia",
  inShort: "En resumen",
  others: (n) =>
    n === 1
      ? "El anuncio incluye un cambio más, que no le concierne."
      : `El anuncio incluye ${n} cambios más, que no le conciernen.`,
  changed: (name, kind) => `${name} – ${{ added: "incorporación", updated: "modificación", removed: "baja" }[kind]}`,
  wasListed: "Hasta entonces, la lista indica:",
  wasListedUntil: "Hasta ahora, la lista indicaba:",
  othersBelow: (n) => `y ${n} más, que figuran abajo`,
  tooLong: {
    elsewhere: "Es más de lo que cabe en un mensaje. Todo ello se encuentra aquí:",
    rows: (n) => `y ${count(n, "detalle más", "detalles más")}`,
    others: (n) => `y ${n} más`,
  },
  newly: "Nuevo en la lista",
  noLonger: "Ya no figura en la lista",

  objection: {
    heading: "Cómo oponerse",
    byLink: (until, approves) =>
      `Puede oponerse hasta el ${until}, mediante su propio enlace y sin cuenta. Allí también puede tomar conocimiento${approves ? ", autorizar" : ""} o preguntar:`,
    how: (reach) =>
      `${writing(reach)} si lo prefiere; indíquenos en ese caso en nombre de qué empresa escribe y qué le preocupa.`,
    approval: (several, customers) =>
      `Según ${contractOf(customers)}, ${requires(several)} su autorización. ${silenceIsNone(several)}`,
    approvalOf: (vendors, several, customers) =>
      `Según ${contractOf(customers)}, lo que cambia sobre ${vendors} requiere su autorización. ${silenceIsNone(several)}`,
    silence: (several, date) =>
      `Si no se opone, ${several ? "los cambios" : "el cambio"} ${takes(several)} el ${date} como se ha anunciado, salvo que le comuniquemos lo contrario.`,
    goesOn: (several, date) =>
      `${change(several)} ${takes(several)} el ${date} como se ha anunciado, salvo que le comuniquemos lo contrario.`,
    goesOnDays: "Cada cambio surtirá efecto en su fecha, como se ha anunciado, salvo que le comuniquemos lo contrario.",
    silenceEarly: (several, date) =>
      `${change(several)} ${takes(several)} el ${date}, cuando usted todavía puede oponerse.`,
    silenceEarlyFrom: (date) =>
      `Lo que hemos anunciado puede surtir efecto a partir del ${date}, cuando usted todavía puede oponerse.`,
    silenceWaits: (date) =>
      `Si no se opone, no tiene que hacer nada más. Lo que anunciamos «como pronto» no surtirá efecto antes del ${date}.`,
    silenceDays:
      "Si no se opone, cada cambio surtirá efecto en su fecha, como se ha anunciado, salvo que le comuniquemos lo contrario.",
    silenceDone: (several) => `${change(several)} ya ${is(several)} en vigor. Aun así, puede oponerse.`,
    leadsTo: {
      heading: "Qué consecuencias tiene una oposición",
      saysFor: (customers) =>
        customers === null
          ? "Esto es lo acordado, o a lo que nos comprometemos:"
          : `Para ${customers}, esto es lo acordado, o a lo que nos comprometemos:`,
      holds: (customers, what) =>
        `${customers === null ? "La" : `Para ${customers}, la`} oposición suspende ${what === null ? "lo que le concierne" : `lo que cambia en relación con ${what}`} hasta que se resuelva.`,
      examined: (customers) =>
        `${customers === null ? "Examinamos" : `Para ${customers}, examinamos`} cada oposición y le comunicamos el resultado. Por sí sola no suspende lo que hemos anunciado; conserva sus derechos derivados del contrato.`,
    },
  },
  questions: {
    heading: "Preguntas",
    how: (reach) => `${writing(reach)}; le responderemos con mucho gusto.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) =>
      `El ${announced} anunciamos ${several ? "unos cambios" : "un cambio"} para el ${date}${later === null ? "" : `, y después ${several ? "los" : "lo"} aplazamos al ${later}`}. Hemos retirado ese anuncio: ${several ? "los cambios no surtirán" : "el cambio no surtirá"} efecto y todo queda como estaba. Ya no queda nada a lo que responder y no tiene que hacer nada.`,
    leadDays: (announced) =>
      `El ${announced} anunciamos unos cambios, cada uno para su propia fecha. Hemos retirado ese anuncio: los cambios no surtirán efecto y todo queda como estaba. Ya no queda nada a lo que responder y no tiene que hacer nada.`,
    leadPart: (several, announced, stays) =>
      `El ${announced} anunciamos varios cambios. Hemos retirado ${several ? "los que figuran abajo: no surtirán" : "el que figura abajo: no surtirá"} efecto. Lo demás que anunciamos está en vigor y lo sigue estando: ${stays}. ${several ? "Sobre los cambios retirados" : "Sobre el cambio retirado"} ya no hay nada que responder.`,
    preheader: (announced, isPart) =>
      `Hemos retirado ${isPart ? "una parte de " : ""}nuestro anuncio del ${announced}.`,
    reason: "Por qué lo retiramos",
    heading: "Qué habíamos anunciado",
  },

  links: {
    heading: "Nuestra lista",
    list: "La lista completa",
    theirs: "La lista de lo que le concierne",
    version: (number) => `Esto consta en la versión ${number} de nuestra lista. Su huella (SHA-256) es:`,
    auditHead: "El último asiento de nuestro registro de cambios tenía entonces esta huella:",
  },
  footer: {
    why: (organisation) =>
      `Recibe este mensaje porque esta dirección está suscrita a la lista de proveedores de ${organisation}.`,
    personal:
      "Los enlaces de este mensaje son personales: quien los tenga puede responder y darse de baja en su nombre. Le rogamos que no lo reenvíe; la página del cambio es pública.",
    preferences: "Sus preferencias",
    unsubscribe: "Darse de baja",
    once: (organisation) =>
      `Hemos enviado este mensaje porque alguien ha introducido esta dirección en el formulario de la lista de proveedores de ${organisation}.`,
    list: "La lista",
  },
};
