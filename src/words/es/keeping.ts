import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

const most = (years: number | null) => (years === null ? "" : `, durante ${count(years, "año", "años")} como máximo`);

const proof = "la prueba de lo que se le envió";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} conserva su dirección para enviarle estos mensajes mientras usted quiera recibirlos. Después la conserva únicamente para no volver a escribirle, junto con ${proof}${most(years)}. Puede hacer que se suprima en cualquier momento.`,
  confirmation: (organisation, years) =>
    `Sin confirmación, ${organisation} suprime esta dirección a los siete días. Una vez confirmada, la conserva para enviarle estos mensajes mientras usted quiera recibirlos; después, únicamente para no volver a escribirle, junto con ${proof}${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} ha obtenido su dirección de su cliente y la conserva para dar a ese cliente los avisos que le debe (art. 28.2 RGPD) mientras usted sea su contacto. Después conserva ${proof} y, si se da de baja, la dirección para no volver a escribirle${most(years)}.`,
  policy: "Política de privacidad",
};
