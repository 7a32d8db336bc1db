import type { Dictionary } from "../dictionary.ts";
import { contractOf } from "./names.ts";

const changing = (number: number, vendors: string) => `el cambio ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Toma de conocimiento",
    approved: "Autorización",
    asked: "Pregunta",
    objected: "Oposición",
  },
  outcomes: {
    withdrawn: "Como nos ha comunicado, retira su oposición",
    alternative: "Se ha encontrado una alternativa",
    exempted: "El cambio no se le aplica",
    terminated: "El contrato finaliza",
    rejected: "El cambio se mantiene como se anunció",
    answered: "Su pregunta ha recibido respuesta",
  },
  yourAnswer: "Su respuesta",
  theAnswer: "La respuesta",
  theWords: "En palabras de la empresa",
  channels: {
    post: "por correo postal",
    email: "por correo electrónico",
    phone: "por teléfono",
    meeting: "en una reunión",
    other: "por otro medio",
  },
  cameBy: (channel, date) => `recibida ${channel} el ${date}, registrada por nosotros`,
  waiting: (organisation) =>
    `Esta autorización queda registrada, pero todavía no cuenta: le ha designado alguien que recibía los avisos antes que usted. Contará en cuanto ${organisation}, o quien le ha designado, confirme que usted responde por esta empresa.`,
  superseded: {
    objected: (date) => `No cuenta, debido a una oposición del ${date}.`,
    other: (date) => `Ya no cuenta: el ${date} se dio otra respuesta.`,
  },
  behalf: "En nombre de",
  recordedOn: "Fecha de registro",
  written: "Lo que usted escribió",
  approvalNeeded: (customers, vendors) =>
    `Según ${contractOf(customers)}, se requiere su autorización${vendors === null ? "" : ` para lo que cambia en relación con ${vendors}`}.`,
  approvalMissing: "Todavía falta su autorización.",
  until: (date) => `Puede modificar su respuesta hasta el ${date}.`,
  late: "fuera de plazo",
  calendarLink: "Las fechas para su calendario (.ics)",

  page: {
    title: (number) => `Su respuesta al cambio ${number}`,
    company: "Empresa",
    details: "Todos los detalles del cambio",
    saved: "Su respuesta ha quedado registrada. Le enviamos un acuse de recibo.",
    decided: (outcome) => `Decisión: ${outcome}.`,
    over: (date) =>
      `El último día para oponerse fue el ${date}. Una respuesta enviada ahora se registra como presentada fuera de plazo.`,
    overButApproval: (date) =>
      `El último día para oponerse fue el ${date}. Seguimos a la espera de su autorización hasta que la dé; cualquier otra respuesta enviada ahora se registra como presentada fuera de plazo.`,
    nothingToDo: "Nadie espera una respuesta suya: no tiene que hacer nada. No obstante, puede responder.",
    exempted: (customer, date) =>
      `Este cambio no se aplica a ${customer}: así se decidió el ${date}. Ya no hay nada a lo que oponerse ni plazo que observar; puede preguntar en cualquier momento.`,
    withdrawn: "Este cambio se ha retirado y no se aplica. Ya no queda nada a lo que responder.",
    choices: {
      acknowledged: "Tomamos conocimiento",
      approved: "Autorizamos el cambio",
      asked: "Tenemos una pregunta",
      objected: "Nos oponemos",
    },
    notAnApproval: "Tomamos conocimiento (esto no es una autorización)",
    takesBack: "Ya ha dado su autorización. Si en su lugar solo toma conocimiento o se opone, retira su autorización.",
    customerUntil: (date) => `último día para oponerse: ${date}`,
    customerOver: (date) => `último día para oponerse: ${date}; una respuesta enviada ahora está fuera de plazo`,
    customerApproval: "se requiere su autorización",
    followerBehalf: "En nombre de (opcional)",
    followerBehalfHint: "La empresa en cuyo nombre responde.",
    text: "Sus explicaciones",
    textHint:
      "Necesarias para una pregunta. En caso de oposición, una motivación ayuda a encontrar una solución; este formulario no la exige. Como máximo, 5000 caracteres.",
    send: "Enviar la respuesta",
    change: "Modificar la respuesta",
    wrongTitle: "Revise su respuesta",
    wrong: {
      kind: "Elija una de las respuestas.",
      text: "Escriba su pregunta: hasta 5000 caracteres, sin caracteres ocultos ni de control. Lo mismo vale para lo que añada a una oposición.",
      customer: "Elija en nombre de quién responde.",
      onBehalfOf: "No puede ser el nombre de una empresa: hasta 200 caracteres, en una línea.",
    },
    tooOften:
      "Son demasiadas respuestas en un día. Es válida la última registrada; vuelva a intentarlo mañana, por favor.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `último día para que los clientes se opongan al cambio ${number} (${vendors}), salvo que se haya acordado otra cosa`,
    lastDay: (number, vendors, customer) =>
      `último día para oponerse al cambio ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `${changing(number, vendors)} surte efecto`,
      earliest: (number, vendors) => `${changing(number, vendors)} surte efecto este día como pronto`,
      heldUp: (number, vendors) =>
        `${changing(number, vendors)} estaba previsto para este día: pendiente de la autorización de clientes o de la resolución de oposiciones`,
      since: (number, vendors) => `${changing(number, vendors)} surtió efecto`,
    },
  },
};
