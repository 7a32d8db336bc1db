import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

const most = (years: number | null) => (years === null ? "" : `, ten hoogste ${count(years, "jaar", "jaar")}`);

const proof = "het bewijs van wat u is gestuurd";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} bewaart uw adres om u deze berichten te sturen, zolang u die wilt ontvangen. Daarna bewaart ${organisation} het adres alleen om u niet opnieuw te schrijven, samen met ${proof}${most(years)}. U kunt het adres op elk moment laten wissen.`,
  confirmation: (organisation, years) =>
    `Zonder bevestiging wist ${organisation} dit adres na zeven dagen. Met een bevestiging bewaart ${organisation} het adres om u deze berichten te sturen, zolang u die wilt ontvangen; daarna alleen om u niet opnieuw te schrijven, samen met ${proof}${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} heeft uw adres van een klant ontvangen en bewaart het om die klant de verschuldigde kennisgevingen te doen (art. 28 lid 2 AVG), zolang u de contactpersoon bent. Daarna bewaart ${organisation} ${proof} en, als u zich afmeldt, het adres om u niet opnieuw te schrijven${most(years)}.`,
  policy: "Privacyverklaring",
};
