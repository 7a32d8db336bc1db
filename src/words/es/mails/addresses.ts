import type { Dictionary } from "../../dictionary.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "confirme que desea suscribirse a nuestra lista de proveedores",
    lead: (organisation) =>
      `Alguien nos ha pedido que escribamos a esta dirección cada vez que vaya a cambiar la lista de proveedores de ${organisation}. Si ha sido usted, confírmelo, por favor:`,
    button: "Confirmar esta dirección",
    validFor: (hours) => `El enlace abre una página con un único botón. Es válido durante ${hours} horas.`,
    otherwise: "Si no ha sido usted, no tenga en cuenta este mensaje. Sin confirmación, nada cambia.",
    preheader: (hours) =>
      `El enlace es válido durante ${hours} horas. Si no ha sido usted, no tenga en cuenta este mensaje.`,
  },
  invitation: {
    sentence: (customers) => `confirme que recibirá los avisos en nombre de ${customers}`,
    lead: (organisation, customers, by) =>
      `${by ?? "Un contacto que recibía los avisos hasta ahora"} ha designado esta dirección para que, en nombre de ${customers}, reciba aviso antes de que ${organisation} cambie los proveedores que tratan datos personales.`,
    meaning: (organisation) =>
      `En cuanto lo confirme, ${organisation} le enviará sus avisos, y los plazos para oponerse a un cambio se contarán a partir de ellos.`,
    button: "Confirmar que recibiré los avisos",
    otherwise: "Si no es correcto, no tenga en cuenta este mensaje. Sin confirmación, nada cambia.",
    why: (organisation) =>
      `Hemos enviado este mensaje porque un contacto de un cliente de ${organisation} ha introducido esta dirección.`,
  },
  departure: {
    left: {
      sentence: (customers) => `ya no recibe los avisos en nombre de ${customers}`,
      lead: (organisation, customers) =>
        `Mediante el enlace de un mensaje enviado a esta dirección, alguien acaba de poner fin a los avisos de ${organisation} que recibía en nombre de ${customers}.`,
      meaning: () =>
        "Si ha sido usted, no tiene que hacer nada. Si no ha sido usted, o ha sido por error, anúlelo aquí:",
    },
    named: {
      sentence: (customers) => `otra persona va a recibir los avisos en su lugar en nombre de ${customers}`,
      lead: (organisation, customers, other) =>
        `Mediante el enlace de un mensaje enviado a esta dirección, se ha designado ${other ?? "otra dirección"} para que reciba los avisos en su lugar antes de que ${organisation} cambie los proveedores que tratan datos personales de ${customers}.`,
      meaning: (organisation) =>
        `Si es correcto, confírmelo aquí: hasta que lo haga usted o lo haga ${organisation}, ninguna autorización de esa persona cuenta. Si no lo es, anúlelo: usted volverá a recibir los avisos y esa persona dejará de recibirlos.`,
    },
    button: "Confirmar o anular",
    preheader: "Si no ha sido usted, anúlelo.",
    personal: "Este enlace es personal. Le rogamos que no reenvíe este mensaje.",
    why: (organisation) =>
      `Recibe este mensaje una sola vez, porque esta dirección es un contacto de un cliente de ${organisation}.`,
  },
  alreadyFollowing: {
    sentence: "ya tiene una suscripción a nuestra lista de proveedores",
    lead: (organisation) =>
      `Alguien nos ha pedido que escribamos a esta dirección cada vez que vaya a cambiar la lista de proveedores de ${organisation}. Usted ya tiene una suscripción a la lista, y la petición no ha cambiado nada.`,
    otherwise: "Si no ha sido usted, puede no tener en cuenta este mensaje.",
    preheader: "Su suscripción no ha cambiado.",
  },
};
