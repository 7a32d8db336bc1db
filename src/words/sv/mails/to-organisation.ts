import type { Dictionary } from "../../dictionary.ts";

const these = (count: number) => (count === 1 ? "denna kund" : "dessa kunder");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} har tagit del av ändring ${number}`,
      approved: (who, number) => `${who} lämnar tillstånd till ändring ${number}`,
      asked: (who, number) => `${who} frågar om ändring ${number}`,
      objected: (who, number) => `${who} gör en invändning mot ändring ${number}`,
    },
    changed: (who, number) => `${who} har ändrat svaret på ändring ${number}`,
    follower: "någon som följer förteckningen",
    unverified: (name) => `${name} (enligt egen uppgift, inte kontrollerat)`,
    leads: {
      acknowledged: "Ett svar har kommit in:",
      approved: "Ett tillstånd har kommit in:",
      asked: "En fråga har kommit in:",
      objected: "En invändning har kommit in:",
    },
    leadChanged: "Ett svar har ändrats. Detta gäller nu:",
    answer: "Svar",
    before: "Dessförinnan",
    who: "Vem",
    customerId: "Kund",
    received: "Inkommet den",
    inTime: "i tid",
    texts: {
      acknowledged: "Med egna ord",
      approved: "Med egna ord",
      asked: "Frågan",
      objected: "Invändningen",
    },
    open: "Öppna svaret i konsolen",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Besvara den där: era ord mejlas till den som frågade.",
      objected: "Besluta där om utgången: beslutet mejlas till den som gjorde invändningen.",
    },
    does: {
      held: (vendors) =>
        `Enligt kundens avtal skjuter invändningen upp det som har aviserats om ${vendors}: det börjar inte gälla förrän ni registrerar utgången av invändningen, eller går vidare utan det på ändringens sida, med ett skäl som registreras.`,
      waiting: (vendors) =>
        `Invändningen skjuter inte i sig upp det som har aviserats om ${vendors}. Det väntar ändå: på vem framgår av ändringens sida i konsolen.`,
      coming: (vendors, date) =>
        `Invändningen skjuter inte upp det som har aviserats om ${vendors}: det börjar gälla den ${date}, om ni inte senarelägger eller återtar det.`,
      done: (vendors, date) =>
        `Det som har aviserats om ${vendors} gäller sedan den ${date}; i sig ändrar invändningen inte det.`,
      corrected: (vendors) =>
        `Det som förteckningen anger om ${vendors} gällde redan tidigare; i sig ändrar invändningen inte det.`,
      approval: (vendors) => `Enligt kundens avtal kräver det som har aviserats om ${vendors} även kundens tillstånd.`,
    },
    waiting:
      "Detta tillstånd räknas inte ännu: en kontaktperson har angett den här personen i sitt ställe. Bekräfta att personen svarar för kunden, eller ta bort personen från kundens kontaktpersoner.",
    preheader: (when, date) => `Inkommet den ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1 ? "ett svar på en underrättelse har kommit in" : `${count} svar på underrättelser har kommit in`,
    lead: (count) =>
      count === 1
        ? "Detta svar har kommit in och meddelades er inte då:"
        : "Dessa svar har kommit in och meddelades er inte ett och ett:",
    line: (who, kind, number) => `${who}: ${kind} (ändring ${number})`,
    more: (count) => `Och ${count} till, som finns i konsolen.`,
    open: "Alla svar i konsolen",
    preheader: (count) =>
      count === 1 ? "Det meddelades er inte när det kom in." : "De meddelades er inte ett och ett.",
  },
  deadline: {
    what: (number, vendors) => `ändring ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) => `sista dag för invändningar mot ${what} är den ${date}, och något är oavklarat`,
      eve: (what, date) => `${what} ska börja gälla den ${date}, och något är oavklarat`,
      "eve-held": (what, date) =>
        `${what} börjar inte gälla den ${date} om inte det som inväntas är avgjort dessförinnan`,
      "eve-in-part": (what, date) =>
        `${what} ska börja gälla den ${date}; en del gör det inte om inte det som inväntas är avgjort dessförinnan`,
      "in-force": (what, date) => `${what} gäller sedan den ${date}, och svar på den är oavklarade`,
      held: (what, date) => `${what} var planerad till den ${date} och är uppskjuten: något är oavklarat`,
    },
    leads: {
      "last-day": (_, until) =>
        `Detta är inte avgjort, eller saknar tillstånd, och sista dag för invändningar är nära (${until}):`,
      eve: (what) => `Detta är inte avgjort, eller saknar tillstånd, dagen före den dag som ${what} är planerad till:`,
      "in-force": (what) =>
        `Dessa invändningar eller frågor är oavklarade trots att ${what} gäller. De som har framfört dem har ännu inte fått något beslut från er:`,
      held: (what) => `Den dag som ${what} var planerad till har kommit. Den gäller inte, och detta är oavklarat:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}: ${kind} av den ${date}`,
    settled: (line) => `${line} (avgjort sedan dess)`,
    approval: (who) => `${who}: tillstånd saknas`,
    next: {
      decide: "Besluta i konsolen om utgången av en invändning, och besvara frågor där.",
      approve:
        "Endast kunden kan lämna tillstånd; ett tillstånd som har kommit per post eller mejl förs in i konsolen.",
      goOn: "För att gå vidare dessförinnan krävs ett skäl som registreras, på ändringens sida.",
    },
    preheader: (count) => (count === 1 ? "En sak är oavklarad." : `${count} saker är oavklarade.`),
    open: "Oavklarade svar i konsolen",
  },
  paused: {
    sentence: "utskicken av underrättelser var avbrutna",
    lead: (date, because) =>
      `Den ${date} avvisade e-postleverantören alla mejl från detta register: ${because}. Ingenting har gått förlorat, men underrättelser, bekräftelser och påminnelser har inte skickats sedan dess.`,
    arrived: "Att detta mejl har nått er visar att utskicken har återupptagits. Det som fick vänta skickas för sent.",
    next: "Kontrollera om en sista dag för invändningar har infallit eller passerat under tiden. Åtgärda orsaken hos e-postleverantören, om det inte är gjort.",
    open: "Utskickens status, i konsolen",
    preheader: "Underrättelser skickades inte under en tid.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "en kund kan inte längre underrättas om ändringar"
        : `${count} kunder kan inte längre underrättas om ändringar`,
    lead: (count) =>
      `Det går inte att skriva till någon kontaktperson hos ${these(count)}: det finns ingen, eller så har alla avslutat utskicken eller kan inte nås via mejl.`,
    next: (count) =>
      count === 1
        ? "Kunden har fortfarande rätt till underrättelser: ange en annan kontaktperson."
        : "Kunderna har fortfarande rätt till underrättelser: ange en annan kontaktperson för var och en.",
    open: "Kunder utan kontaktperson, i konsolen",
    preheader: (count) => `${count === 1 ? "Kunden" : "Kunderna"} har fortfarande rätt till underrättelser.`,
  },
  contactLeft: {
    sentence: "en kontaktperson hos en kund har avslutat utskicken",
    lead: (count) => `En kontaktperson hos ${these(count)} vill inte ha fler mejl:`,
    next: () =>
      "Andra underrättas fortfarande där. Ingen behöver anges i stället; om någon ändå bör anges, ange den personen.",
    open: "Vem det är, i konsolen",
  },
  contactReplaced: {
    sentence: "en kund har en ny kontaktperson",
    lead: (count) =>
      `En kontaktperson hos ${these(count)} har angett någon i sitt ställe, som har bekräftat det och underrättas från och med nu:`,
    next: () =>
      "Så länge varken ni, på sidan om kunden i konsolen, eller den tidigare kontaktpersonen har bekräftat att personen svarar för kunden räknas inget tillstånd från den personen. Om personen inte alls bör underrättas, ta bort personen från kundens kontaktpersoner.",
    open: "Vem det är, i konsolen",
  },
  contactVouched: {
    sentence: "en kontaktperson har bekräftat vem som har angetts i dess ställe",
    lead: (count) =>
      `En kontaktperson hos ${these(count)} har bekräftat att den person som har angetts svarar i kontaktpersonens ställe; tillstånd från den personen räknas från och med nu:`,
    next: (count) => `Om personen inte bör svara för ${these(count)}, ta bort personen från kontaktpersonerna där.`,
    open: "Vem det är, i konsolen",
  },
  findings: {
    sentence: (count) =>
      count === 1 ? "en ny iakttagelse om förteckningen" : `${count} nya iakttagelser om förteckningen`,
    lead: "Något i den publicerade förteckningen har ändrats utan att ni har redigerat den:",
    open: "Vad som väntar på er, i konsolen",
    preheader: "Något i den publicerade förteckningen har ändrats utan att ni har redigerat den.",
  },
  own: (organisation) =>
    `Detta mejl kommer från registret för ${organisation} och är ställt till organisationen själv.`,
};
