import type { Dictionary } from "../dictionary.ts";

// "År" is the same in the plural.
const most = (years: number | null) => (years === null ? "" : `, i högst ${years} år`);

const proof = "bevis för vad som har skickats";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} sparar din adress för att skicka dessa meddelanden, så länge du vill ha dem. Därefter sparas adressen endast för att inga fler meddelanden ska skickas till dig, tillsammans med ${proof} till dig${most(years)}. Du kan när som helst få den raderad.`,
  confirmation: (organisation, years) =>
    `Utan bekräftelse raderar ${organisation} adressen efter sju dagar. Med en bekräftelse sparas adressen för att skicka dessa meddelanden, så länge du vill ha dem; därefter endast för att inga fler meddelanden ska skickas till dig, tillsammans med ${proof} till dig${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} har fått din adress från sin kund och sparar den för att lämna de underrättelser som kunden har rätt till (artikel 28.2 i dataskyddsförordningen), så länge du är kontaktperson. Därefter sparas ${proof} till dig och, om du avslutar utskicken, adressen för att inga fler meddelanden ska skickas till dig${most(years)}.`,
  policy: "Integritetspolicy",
};
