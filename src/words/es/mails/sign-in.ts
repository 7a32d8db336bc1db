import type { Dictionary } from "../../dictionary.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "su enlace para iniciar sesión",
    preheader: (minutes) =>
      `Sirve una sola vez, durante ${minutes} minutos. Si no lo ha pedido, no tenga en cuenta este mensaje.`,
    lead: (organisation) =>
      `Alguien ha pedido, con esta dirección, iniciar sesión en la consola en la que ${organisation} lleva su lista de proveedores. Si ha sido usted, este enlace le da acceso:`,
    button: "Iniciar sesión",
    validFor: (minutes) =>
      `El enlace abre una página con un único botón. Sirve una sola vez, durante los ${minutes} minutos siguientes a la petición.`,
    otherwise:
      "Si no ha sido usted, no tenga en cuenta este mensaje: sin él, nadie puede iniciar sesión. Le rogamos también que no lo reenvíe.",
    why: (organisation) =>
      `Recibe este mensaje porque esta dirección es la de una persona que trabaja en la lista de proveedores de ${organisation}.`,
  },
  address: {
    sentence: "confirme su dirección de correo electrónico",
    preheader: "Sirve una sola vez, durante una hora, en el navegador en el que ha iniciado sesión.",
    lead: (organisation) =>
      `Una persona que trabaja en la lista de proveedores de ${organisation} ha indicado esta dirección como suya. Si ha sido usted, confírmela:`,
    button: "Confirmar la dirección",
    where:
      "El enlace abre una página con un único botón. Sirve una sola vez, durante una hora, en el navegador en el que ha iniciado sesión. A partir de entonces, sus enlaces para iniciar sesión llegan a esta dirección.",
    otherwise: "Si no ha sido usted, no tenga en cuenta este mensaje: sin usted, nada cambia.",
    why: (organisation) =>
      `Hemos enviado este mensaje porque alguien ha introducido esta dirección en la consola de ${organisation}.`,
  },
  addressChanged: {
    sentence: "sus enlaces para iniciar sesión llegan a otra dirección",
    lead: (organisation, date) =>
      `El ${date} se confirmó otra dirección para su usuario en la consola de ${organisation}. Los enlaces para iniciar sesión y los mensajes para usted llegan allí desde ahora; sus demás sesiones se han cerrado.`,
    otherwise: "Si no ha sido usted, avise de inmediato a una persona que administre la lista.",
    why: (organisation) =>
      `Recibe este mensaje porque esta dirección era la de una persona que trabaja en la lista de proveedores de ${organisation}.`,
  },
  invitation: {
    sentence: "tiene una invitación para trabajar en nuestra lista de proveedores",
    preheader: (organisation) => `Cómo iniciar sesión en la consola de ${organisation}.`,
    lead: (organisation, by) =>
      `${by ?? "Quien la administra"} le ha invitado a la consola en la que ${organisation} lleva la lista de los proveedores que tratan datos personales y avisa a sus clientes antes de que cambie.`,
    role: {
      read: "Allí puede leer la lista, sus cambios y las respuestas.",
      write: "Allí puede leer la lista, sus cambios y las respuestas, y redactar borradores de cambios.",
      announce:
        "Allí puede leer la lista, sus cambios y las respuestas, redactar borradores de cambios, aprobarlos y anunciarlos.",
      admin: "Allí puede hacerlo todo y decidir qué puede hacer cada cual.",
    },
    validFor: (hours) =>
      `El enlace abre una página con un único botón. Sirve una sola vez, durante ${hours} horas. Después, puede pedir uno nuevo por su cuenta, con esta dirección:`,
    another: "Pedir un enlace para iniciar sesión",
    otherwise:
      "Si no esperaba este mensaje, no lo tenga en cuenta. Le rogamos también que no lo reenvíe: el enlace es personal.",
    why: (organisation) =>
      `Hemos enviado este mensaje porque una persona que administra la lista de proveedores de ${organisation} ha introducido esta dirección.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Prueba] ${subject}`,
  notice:
    "Esto es una prueba que solo se le envía a usted: un mensaje tal como lo recibirían sus destinatarios. No informa a nadie de nada, y sus enlaces muestran lo que verían sus destinatarios.",
  pageToCome:
    "El cambio aún no se ha anunciado y no tiene página pública: su enlace lleva, en la consola, a esa página tal como será.",
};
