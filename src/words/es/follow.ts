import type { Dictionary } from "../dictionary.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Reciba aviso antes de que cambie esta lista",
    lead: "Un mensaje cuando se anuncia un cambio, y si después se corrige, se aplaza o se retira. Nada más, y para darse de baja basta un clic.",
    email: "Dirección de correo electrónico",
    language: "Idioma de los mensajes",
    products: "Solo sobre",
    productsHint: "Si no elige ninguno: sobre todos.",
    button: "Recibir los avisos",
    trap: "Deje este campo vacío",
    unavailable: "En este momento no es posible suscribirse. Vuelva a intentarlo más tarde, por favor.",
    invalid: "Esto no es una dirección de correo electrónico. Debería tener la forma nombre@empresa.example.",
    invalidTitle: "Revise la dirección",
    doneTitle: "Consulte su correo",
    done: [
      "Si esta dirección es nueva aquí, acabamos de escribirle. Abra el enlace de ese mensaje para confirmar que desea recibir los avisos.",
      "¿No ha llegado nada al cabo de unos minutos? Mire en el correo no deseado, o vuelva a intentarlo con la dirección tal como la conoce su buzón.",
    ],
  },

  confirm: {
    title: "Confirme su dirección",
    ask: (organisation) => `Pulse el botón para recibir aviso antes de que cambie la lista de ${organisation}.`,
    askContact: (organisation, customers) =>
      `Se le ha designado como la persona que, en nombre de ${customers}, debe recibir aviso antes de que cambie la lista de ${organisation}. Pulse el botón si es correcto.`,
    askBoth: "Usted también ha pedido suscribirse a la lista: el botón confirma ambas cosas.",
    button: "Sí, deseo recibir los avisos",
    doneTitle: "Su dirección está confirmada",
    done: (organisation) =>
      `A partir de ahora recibirá aviso antes de que cambie la lista de ${organisation}. Cada mensaje indica cómo darse de baja.`,
    doneContact: (organisation, customers) =>
      `A partir de ahora recibirá aviso, en nombre de ${customers}, antes de que cambie la lista de ${organisation}. Cada mensaje indica cómo darse de baja.`,
    expiredTitle: "Este enlace es demasiado antiguo",
    expired: "Un enlace de confirmación es válido durante 48 horas. Podemos enviar uno nuevo a la misma dirección.",
    again: "Enviar uno nuevo",
    sentTitle: "Consulte su correo",
    sent: "Un nuevo enlace de confirmación va de camino a la misma dirección.",
  },

  unsubscribe: {
    title: "Dejar de recibir los avisos",
    ask: (organisation) =>
      `Pulse el botón y ${organisation} dejará de escribirle cuando cambie su lista de proveedores.`,
    only: (organisation, customers) =>
      `Usted es la única persona que recibe los avisos en nombre de ${customers}. Si pone fin a los mensajes, ${organisation} no podrá informar allí a nadie de los cambios, y así lo verá. A lo que ya se ha anunciado se puede responder aún hasta las fechas indicadas.`,
    amongOthers: (organisation, customers) =>
      `${organisation} le avisa en nombre de ${customers}. Allí también reciben los avisos otras personas; si nadie los lee, los plazos para oponerse corren igualmente.`,
    button: "Poner fin a los mensajes",
    without: "Poner fin a los mensajes sin designar a nadie",
    doneTitle: "No recibirá más mensajes",
    done: (organisation) => `${organisation} dejará de escribirle sobre los cambios de esta lista.`,
    replace: {
      heading: "¿Quién debe recibir los avisos en su lugar?",
      lead: (organisation, customers) =>
        `Usted recibía los avisos en nombre de ${customers}. ${organisation} sigue teniendo que avisar a alguien allí. Si designa a esa persona, le pediremos por correo electrónico que lo confirme.`,
      email: "Su dirección de correo electrónico",
      name: "Su nombre (opcional)",
      leadFirst: (organisation) =>
        `Si designa aquí a esa persona, ${organisation} le pedirá por correo electrónico que lo confirme y dejará de escribirle a usted.`,
      button: "Pedir su confirmación",
      buttonFirst: "Pedir su confirmación y poner fin a mis mensajes",
    },
    replaced: {
      title: "Gracias",
      text: [
        "Un mensaje con un enlace de confirmación va de camino a esa dirección.",
        "Hasta que se use el enlace, nadie recibe los avisos en su lugar; la dirección se elimina a los siete días.",
        "Un mensaje a su propia dirección le permite confirmar que esa persona responde en su lugar: hasta que lo haga, ninguna autorización de esa persona cuenta.",
      ],
    },
    undoAsk: "¿Lo ha hecho por error?",
    undo: "Anular",
    undoneTitle: "Ha vuelto",
    undone: (organisation) => `Recibirá aviso antes de que cambie la lista de ${organisation}, como hasta ahora.`,
  },

  departure: {
    title: "Su condición de contacto",
    hasLeft: (organisation, customers) => `${organisation} ya no le escribe en nombre de ${customers}.`,
    isTold: (organisation, customers) => `${organisation} le avisa en nombre de ${customers}, como hasta ahora.`,
    isNone: "Ya no es contacto de ningún cliente.",
    asked: (email, customers) =>
      `Se ha designado ${email} en su lugar en nombre de ${customers}, y todavía no se ha confirmado la dirección.`,
    isContact: (email, customers) => `${email} recibe los avisos en su lugar en nombre de ${customers}.`,
    vouched: "Usted o la empresa han confirmado que esta persona responde en su lugar.",
    vouch: "Sí, esta persona responde en mi lugar",
    undoAsk: (isNamed) =>
      isNamed
        ? "¿Ha sido un error, o ha sido otra persona? En tal caso, nadie a quien usted no haya confirmado queda en su lugar."
        : "¿Ha sido un error, o ha sido otra persona?",
    undo: "Anular: quiero volver a recibir los avisos",
  },

  testLink: {
    title: "Este es un enlace de prueba",
    text: [
      "En el mensaje que reciben los destinatarios figura aquí un enlace propio de cada uno, que lleva al formulario con el que responden o indican de qué quieren ser informados.",
      "Aquí no se puede responder, y no se registra nada.",
    ],
    calendar:
      "En el mensaje que reciben los destinatarios, este enlace da a cada uno un archivo para su calendario, con las fechas que el mensaje le indica.",
    form: "Lo que ven allí los destinatarios",
  },

  unknownLink: {
    title: "Este enlace no funciona",
    follow: [
      "Está cortado, o la dirección para la que se creó se ha eliminado: las direcciones que nadie confirma se guardan durante siete días.",
      "Para recibir aviso de los cambios, deje su dirección en la página del registro.",
    ],
    answer: [
      "Está cortado, o la persona para la que se creó ya no consta aquí. No se ha registrado ninguna respuesta con él.",
      "Abra el enlace desde el propio mensaje, completo. Para responder de todos modos al aviso, conteste al mensaje en que llegó.",
    ],
  },

  preferences: {
    title: "Sus preferencias",
    lead: ["Lo que se envía a ", " cuando cambia esta lista."],
    products: "Productos",
    productsHint: "Si no elige ninguno, recibe avisos sobre todos.",
    save: "Guardar",
    saved: "Guardado.",
    leave: "Poner fin a todos los mensajes",
  },
};
