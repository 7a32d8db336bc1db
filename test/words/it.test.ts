import { expect, test } from "vitest";
import { formatCountry, formatDate, loadWords, wordsFor } from "../../src/words/index.ts";
import { al, atEarliest, dal, del, il, perIl, place, to, within } from "../../src/words/it/names.ts";

await loadWords("it");

const placed = (codes: string) => codes.split(" ").map((code) => place(code, formatCountry(code, "it")));

test("an Italian place has the article of its gender and first sound", () => {
  expect(placed("IN US GB CH NL JP HN ZM YE KE PH KY HK RE EU EEA IL MT 001")).toEqual([
    "l’India",
    "gli Stati Uniti",
    "il Regno Unito",
    "la Svizzera",
    "i Paesi Bassi",
    "il Giappone",
    "l’Honduras",
    "lo Zambia",
    "lo Yemen",
    "il Kenya",
    "le Filippine",
    "le Isole Cayman",
    "la RAS di Hong Kong",
    "la Riunione",
    "l’Unione europea",
    "lo Spazio economico europeo",
    "Israele",
    "Malta",
    "tutto il mondo",
  ]);
});

test("where something is in Italian has an article where the name is of several, or of a common noun", () => {
  expect(placed("IN US GB CH NL KR PH IM DO VA EEA IL MT AD 001").map(within)).toEqual([
    "in India",
    "negli Stati Uniti",
    "nel Regno Unito",
    "in Svizzera",
    "nei Paesi Bassi",
    "in Corea del Sud",
    "nelle Filippine",
    "nell’Isola di Man",
    "nella Repubblica Dominicana",
    "nella Città del Vaticano",
    "nello Spazio economico europeo",
    "in Israele",
    "a Malta",
    "ad Andorra",
    "in tutto il mondo",
  ]);
  expect([to("Acme"), to("Cloudflare")]).toEqual(["ad Acme", "a Cloudflare"]);
});

test("a day has the article of its number, drawn together with the preposition before it", () => {
  const told = (on: string) => [il, del, dal, al, perIl].map((say) => say(formatDate(on, "it")));
  expect(told("2027-01-10")).toEqual([
    "il 10 gennaio 2027",
    "del 10 gennaio 2027",
    "dal 10 gennaio 2027",
    "al 10 gennaio 2027",
    "per il 10 gennaio 2027",
  ]);
  expect(told("2027-01-08")).toEqual([
    "l’8 gennaio 2027",
    "dell’8 gennaio 2027",
    "dall’8 gennaio 2027",
    "all’8 gennaio 2027",
    "per l’8 gennaio 2027",
  ]);
  expect([il(formatDate("2027-05-11", "it")), al(formatDate("2027-05-01", "it"))]).toEqual([
    "l’11 maggio 2027",
    "al 1º maggio 2027",
  ]);
  expect([1, 8, 80].map((days) => al(wordsFor("it").beforeEffect(days)))).toEqual([
    "al giorno precedente la data di effetto",
    "all’8º giorno precedente la data di effetto",
    "all’80º giorno precedente la data di effetto",
  ]);
});

test("“non prima” takes the place of the preposition of a day", () => {
  const { coming } = wordsFor("it").headlines;
  const earliest = atEarliest("8 gennaio 2027");
  expect([coming.added("Acme", "subprocessor", earliest), coming.removed("Acme", "processor", earliest)]).toEqual([
    "aggiungeremo Acme come sub-responsabile del trattamento non prima dell’8 gennaio 2027",
    "cesseremo di avvalerci di Acme come responsabile del trattamento non prima dell’8 gennaio 2027",
  ]);
  expect(coming.several(3, "various", earliest, false)).toBe(
    "3 modifiche del nostro elenco di fornitori non prima dell’8 gennaio 2027, in più date",
  );
});

test("what is put off to a day at the earliest keeps its preposition", () => {
  const { sentence, preheader } = wordsFor("it").followUps.postponement;
  const day = wordsFor("it").mail.atEarliest("3 maggio 2027");
  expect(sentence("Acme", "8 maggio 2027")).toBe("la modifica riguardante Acme è rinviata all’8 maggio 2027");
  expect(sentence("Acme", day)).toBe("la modifica riguardante Acme è rinviata a non prima del 3 maggio 2027");
  expect(preheader(false, day)).toBe("Avrà effetto non prima del 3 maggio 2027, più tardi di quanto annunciato.");
});
