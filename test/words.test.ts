import { expect, test } from "vitest";
import { de } from "../src/words/french.ts";

test.each([
  ["Acme", "d’Acme"],
  ["Équipe", "d’Équipe"],
  ["Cloudflare", "de Cloudflare"],
  ["HubSpot", "de HubSpot"],
  ["2Checkout", "de 2Checkout"],
])("French elides before a vowel: %s", (name, said) => {
  expect(de(name)).toBe(said);
});
