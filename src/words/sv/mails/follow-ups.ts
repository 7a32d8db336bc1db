import type { Dictionary } from "../../dictionary.ts";

const change = (several: boolean) => (several ? "ändringar" : "en ändring");
const theChange = (several: boolean) => (several ? "Ändringarna" : "Ändringen");
const they = (several: boolean) => (several ? "De" : "Den");
const ofName = (name: string | null, several: string) => (name === null ? several : `ändringen för ${name}`);
const approvalOf = (customer: string | null) => (customer === null ? "Ert tillstånd" : `Tillståndet från ${customer}`);
const objectionOf = (customer: string | null) =>
  customer === null ? "Er invändning" : `Invändningen från ${customer}`;

export const followUps: Dictionary["followUps"] = {
  announced: "Vad vi aviserade",
  contact: (organisation, customers, several) => {
    const whose = several ? `kunder till ${organisation}` : `en kund till ${organisation}`;
    return `Du får det här mejlet eftersom adressen tillhör en kontaktperson hos ${customers === null ? whose : `${customers}, ${whose}`}.`;
  },
  lateAnswer: (date) =>
    `Det inkom efter sista dag för invändningar, den ${date}, och är registrerat som för sent inkommet.`,
  receipt: {
    sentence: (number) => `vi har registrerat ert svar på ändring ${number}`,
    lead: "Tack. Detta har vi registrerat:",
    entered: (channel, date) =>
      `Ett svar för det företag som du är kontaktperson för nådde oss ${channel} den ${date}. Detta har vi registrerat:`,
    enteredSentence: (number) => `vi har registrerat ett svar för ert företag på ändring ${number}`,
    enteredNext:
      "Om ingen på ert företag har lämnat detta svar, eller om det inte löd så, svara genast på det här mejlet.",
    personal: "Länken i det här mejlet är personlig: den som har den kan svara i ditt namn. Vidarebefordra det inte.",
    does: {
      heading: "Vad er invändning innebär",
      held: (vendors) =>
        `Er invändning skjuter upp det som vi har aviserat om ${vendors}: det börjar inte gälla förrän vi har beslutat om invändningen.`,
      waiting: (vendors) =>
        `I sig skjuter er invändning inte upp det som vi har aviserat om ${vendors}; dagen då det börjar gälla är ännu inte bestämd.`,
      coming: (vendors, date) =>
        `I sig skjuter er invändning inte upp det som vi har aviserat om ${vendors}: det börjar gälla den ${date}, om vi inte meddelar något annat.`,
      done: (vendors, date) =>
        `Det som vi har aviserat om ${vendors} gäller sedan den ${date}. I sig ändrar er invändning inte det.`,
      corrected: (vendors) =>
        `Det som vår förteckning anger om ${vendors} gällde redan tidigare. I sig ändrar er invändning inte det.`,
      approval: (vendors) => `Enligt ert avtal kräver det som vi har aviserat om ${vendors} även ert tillstånd.`,
      next: "Vi prövar er invändning och meddelar er utgången; era rättigheter enligt avtalet kvarstår.",
      nextToFollower: "Vi prövar er invändning och meddelar er utgången.",
    },
    button: "Visa eller ändra svaret",
    preheader: (kind, date) => `${kind}, registrerat den ${date}.`,
    why: (organisation) =>
      `Du får det här mejlet eftersom en underrättelse från ${organisation} har besvarats via länken som skickades till den här adressen. Svara på mejlet om det inte var du.`,
  },
  resolution: {
    sentence: (number) => `vårt beslut om er invändning mot ändring ${number}`,
    lead: (date) => `Ni gjorde en invändning den ${date}. Detta är vårt beslut:`,
    decision: "Beslut",
    objection: "Er invändning",
    note: "Vår förklaring",
    follows: {
      heading: "Vad som följer",
      exempted: (customer) =>
        `Detta gäller inte för ${customer ?? "er"}. Vår offentliga förteckning kan ändå visa det, för andra:`,
      exemptedSince: (customer) =>
        `Från och med nu gäller detta, som redan har börjat gälla, inte för ${customer ?? "er"}. Vår offentliga förteckning kan ändå visa det, för andra:`,
      exemptedBut:
        "Detta gällde redan när vi fattade beslutet. Det fortsätter att gälla, om inte vår förklaring anger något annat:",
      alternative:
        "Det som vi har kommit överens om med er gäller i stället för det som vi aviserade, så långt det räcker. I övrigt står det som vi aviserade fast:",
      terminated:
        "Om ert avtal inte har upphört dessförinnan gäller det som vi aviserade för er från den dag som anges för det:",
      terminatedToFollower:
        "Detta rör avtalet med den kund som ni har skrivit för. För alla andra står det som vi aviserade fast:",
      rejected: "Vårt beslut ändrar inte det som vi har aviserat.",
      stands: {
        waiting: (vendors) =>
          `Det som vi aviserade om ${vendors} är för närvarande uppskjutet: det finns ännu ingen dag då det börjar gälla.`,
        earliest: (vendors, date) =>
          `Det som vi aviserade om ${vendors} är för närvarande uppskjutet: det börjar gälla tidigast den ${date}.`,
        coming: (vendors, date) =>
          `Det som vi aviserade om ${vendors} börjar gälla den ${date}, om vi inte meddelar något annat.`,
        done: (vendors, date) => `Det som vi aviserade om ${vendors} gäller sedan den ${date}.`,
        corrected: (vendors) => `Det som vår förteckning anger om ${vendors} gällde redan tidigare.`,
      },
      approval: (vendors) =>
        `Enligt ert avtal kräver det som vi aviserade om ${vendors} ändå ert tillstånd: det börjar inte gälla förrän ni har lämnat det.`,
      remain:
        "Era rättigheter enligt avtalet och enligt lag kvarstår, även i den mån de ger er rätt att säga upp avtalet på grund av denna ändring.",
      remainToFollower: "Beslutet påverkar inte era rättigheter.",
    },
    why: (organisation) =>
      `Du får det här mejlet eftersom ni har gjort en invändning mot en ändring från ${organisation}.`,
  },
  answered: {
    sentence: (number) => `vårt svar på er fråga om ändring ${number}`,
    lead: (date) => `Ni ställde en fråga till oss den ${date}. Detta är vårt svar:`,
    decision: "Svaret på er fråga.",
    objection: "Er fråga",
    note: "Vårt svar",
    why: (organisation) => `Du får det här mejlet eftersom ni har ställt en fråga om en ändring från ${organisation}.`,
  },
  standing: {
    approvalStands: (customer, date) => `${approvalOf(customer)} av den ${date} står fast.`,
    approvalBefore: (customer, date) =>
      `${approvalOf(customer)} av den ${date} lämnades före denna rättelse, på grundval av vad underrättelsen då angav. Om ni inte godtar det som har rättats kan ni i stället göra invändningar via er egen länk.`,
    objectionOpen: (customer, date) =>
      `${objectionOf(customer)} av den ${date} är ännu inte avgjord: vi meddelar er utgången.`,
    agreed: "Det som har överenskommits gäller, så långt det räcker, i stället för det som anges i detta mejl.",
    objectionDecided: (customer, date, decided) => `${objectionOf(customer)} av den ${date} avgjordes den ${decided}.`,
  },
  reminder: {
    sentence: (date) => `påminnelse: ni kan göra invändningar till och med den ${date}`,
    toApprove: (date) => `påminnelse: ert tillstånd krävs; ni kan göra invändningar till och med den ${date}`,
    lead: (announced) => `Den ${announced} underrättade vi er om det som följer, och vi har ännu inte fått något svar.`,
    until: (date) => `Er sista dag för invändningar är den ${date}.`,
    untilFor: (customer, date) => `${customer}: sista dag för invändningar den ${date}`,
    approvalFor: (customer) => `${customer}: enligt avtalet kräver detta ert tillstånd`,
    button: "Svara",
  },
  postponement: {
    sentence: (name, date) => `${ofName(name, "aviserade ändringar")} senareläggs till den ${date}`,
    preheader: (several, date) => `${they(several)} börjar gälla den ${date}, senare än aviserat.`,
    lead: (several, announced, planned, date, again) => {
      const before = again
        ? `, och har sedan dess senarelagt ${several ? "dem" : "den"} till den ${planned}`
        : ` som skulle börja gälla den ${planned}`;
      return `Den ${announced} aviserade vi ${change(several)}${planned === null ? "" : before}. ${they(several)} börjar gälla ${again ? "ännu senare" : "senare"}: den ${date}.`;
    },
    wereTo: "Hittills skulle de börja gälla följande dagar:",
    otherwiseSame: (several) => `I övrigt ändras ingenting i ${several ? "dem" : "den"}.`,
    reason: "Varför det blir senare",
    until: (date) => `Ni kan göra invändningar till och med den ${date}.`,
    untilStays: (date) => `Er sista dag för invändningar är oförändrad: den ${date}.`,
    untilOver: (date) => `Er sista dag för invändningar var den ${date}, och så förblir det.`,
    heading: "Vad som senareläggs",
  },
  release: {
    sentence: (name, date, isDone) => {
      const when = date === null ? "" : ` ${isDone ? "sedan den" : "den"} ${date}`;
      return `${ofName(name, "ändringar som har fått vänta")} ${isDone ? "gäller" : "börjar gälla"}${when}`;
    },
    lead: (several, announced) =>
      `Den ${announced} aviserade vi ${change(several)} som har fått vänta. ${they(several)} väntar inte längre.`,
    effect: (several, date, isDone) => {
      if (date === null) return "För varje ändring anges dess egen dag.";
      return `${theChange(several)} ${isDone ? "gäller sedan" : "börjar gälla"} den ${date}.`;
    },
    heading: "Vad som inte längre väntar",
  },
  hold: {
    sentence: (name) => `${ofName(name, "aviserade ändringar")} har inte börjat gälla`,
    preheader: (several) => `${they(several)} väntar på kunders tillstånd eller på att invändningar avgörs.`,
    lead: (several, announced, date) =>
      `Den ${announced} aviserade vi ${change(several)}${date === null ? "" : ` till den ${date}`}. ${several ? "De som anges nedan" : they(several)} har inte börjat gälla: ${several ? "de" : "den"} väntar på kunders tillstånd eller på att invändningar avgörs, eller på en annan ändring som gör det.`,
    stays: (several) =>
      `Fram till dess gäller ${several ? "de" : "den"} inte. Vi meddelar er när ${several ? "de" : "den"} börjar gälla.`,
    byObjection: (customer, date) =>
      `${objectionOf(customer)} av den ${date} skjuter upp det som berör ${customer === null ? "er" : "denna kund"}, tills den har avgjorts.`,
    heading: "Vad som väntar",
  },
  waiver: {
    sentence: (name, isOfApproval) =>
      `${ofName(name, "aviserade ändringar")} väntar inte längre på ${isOfApproval ? "ert tillstånd" : "att er invändning avgörs"}`,
    lead: (several, announced, isOfApproval) =>
      isOfApproval
        ? `Den ${announced} underrättade vi er om ${change(several)} som kräver ert tillstånd enligt ert avtal. Vi har beslutat att gå vidare utan det: ${several ? "ändringarna" : "ändringen"} väntar inte längre på det.`
        : `Er invändning sköt upp ${change(several)} som vi aviserade den ${announced}. Vi har beslutat att gå vidare innan den har avgjorts: ${several ? "ändringarna" : "ändringen"} väntar inte längre på det. Er invändning är fortsatt oavgjord tills vi har meddelat er utgången.`,
    buildsOn: (several) =>
      `${several ? "Några av dem väntar" : "Den väntar"} fortfarande på en annan ändring, som vi återkommer till er om.`,
    reason: "Varför vi går vidare",
    heading: "Vad som går vidare",
  },
  correction: {
    sentence: (number, name) =>
      `rättelse av vår underrättelse om ändring ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `I vår underrättelse av den ${announced} var något ${names === null ? "" : `om ${names} `}inte riktigt. Detta är rättelsen:`,
    otherwiseStands:
      "Resten av underrättelsen står fast. Ett svar som ni har lämnat är fortsatt registrerat; ni kan ändra det via er egen länk.",
    preheader: (announced) => `En rättelse av vår underrättelse av den ${announced}.`,
  },
  late: {
    held: (several, date) =>
      `${theChange(several)} var ${several ? "planerade" : "planerad"} till den ${date} och väntar på kunders tillstånd eller på att invändningar avgörs.`,
    toldBefore: (announced) =>
      `Vi skriver till er nu eftersom det som följer har kommit att beröra er sedan vi aviserade det den ${announced}. Det som vi tidigare har underrättat er om i den aviseringen står fast, och det gör även ert svar på det.`,
    corrected: "Vad vi har rättat sedan dess",
    readWith: (announced) =>
      `Vi aviserade det som följer den ${announced}. Läs det tillsammans med det som vi har rättat sedan dess.`,
    correctedOn: (date) => `Rättelse av den ${date}:`,
    over: "Er sista dag för invändningar hade passerat innan vi skrev till er. Ni kan fortfarande svara; ert svar registreras som för sent inkommet.",
    canAnswer: "Ni kan fortfarande svara; en invändning eller en fråga registreras som för sent inkommen.",
    heading: "Så svarar ni",
    byLink:
      "Sista dag för invändningar har passerat; ert tillstånd krävs ändå. Ni kan lämna det, eller göra en invändning, via er egen länk och utan konto:",
  },
};
