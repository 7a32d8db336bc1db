import type { Dictionary } from "../dictionary.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Ricevere un avviso prima che questo elenco cambi",
    lead: "Un messaggio quando è annunciata una modifica, e se poi è corretta, rinviata o ritirata. Nient’altro, e per annullare basta un clic.",
    email: "Indirizzo e-mail",
    language: "Lingua dei messaggi",
    products: "Soltanto su",
    productsHint: "Nessuna scelta: su tutti.",
    button: "Avvisatemi",
    trap: "Lasci vuoto questo campo",
    unavailable: "Al momento l’iscrizione non è possibile. Riprovi più tardi.",
    invalid: "Questo non è un indirizzo e-mail. Dovrebbe essere simile a nome@societa.example.",
    invalidTitle: "Controlli l’indirizzo",
    doneTitle: "Controlli la Sua casella di posta",
    done: [
      "Se questo indirizzo è nuovo qui, vi abbiamo appena scritto. Apra il link nel messaggio per confermare che desidera ricevere gli avvisi.",
      "Non è arrivato nulla dopo qualche minuto? Guardi nella posta indesiderata, o riprovi con l’indirizzo scritto come lo conosce la Sua casella.",
    ],
  },

  confirm: {
    title: "Confermi il Suo indirizzo",
    ask: (organisation) => `Prema il pulsante per ricevere un avviso prima che l’elenco di ${organisation} cambi.`,
    askContact: (organisation, customers) =>
      `È stato indicato il Suo indirizzo per ricevere le comunicazioni, per conto di ${customers}, prima che l’elenco di ${organisation} cambi. Se ciò è esatto, prema il pulsante.`,
    askBoth: "Ha chiesto anche di seguire l’elenco personalmente: il pulsante conferma entrambe le cose.",
    button: "Sì, avvisatemi",
    doneTitle: "Il Suo indirizzo è confermato",
    done: (organisation) =>
      `D’ora in poi riceverà un avviso prima che l’elenco di ${organisation} cambi. Ogni messaggio indica come annullare l’iscrizione.`,
    doneContact: (organisation, customers) =>
      `D’ora in poi riceverà le comunicazioni, per conto di ${customers}, prima che l’elenco di ${organisation} cambi. Ogni messaggio indica come annullare l’iscrizione.`,
    expiredTitle: "Questo link è scaduto",
    expired: "Un link di conferma funziona per 48 ore. Possiamo inviarne uno nuovo allo stesso indirizzo.",
    again: "Inviane uno nuovo",
    sentTitle: "Controlli la Sua casella di posta",
    sent: "Un nuovo link di conferma è in arrivo allo stesso indirizzo.",
  },

  unsubscribe: {
    title: "Non ricevere più messaggi",
    ask: (organisation) =>
      `Prema il pulsante, e ${organisation} non Le scriverà più quando il proprio elenco di fornitori cambia.`,
    only: (organisation, customers) =>
      `Lei è l’unica persona informata per conto di ${customers}. Se interrompe i messaggi, ${organisation} non può più informarvi nessuno delle modifiche, e lo vede. A quanto è già stato annunciato si può ancora rispondere entro le date indicate.`,
    amongOthers: (organisation, customers) =>
      `${organisation} La informa per conto di ${customers}. Vi sono informate anche altre persone; se nessuno legge le comunicazioni, i termini per opporsi decorrono ugualmente.`,
    button: "Interrompi i messaggi",
    without: "Interrompi i messaggi senza indicare nessuno",
    doneTitle: "Non riceverà più messaggi",
    done: (organisation) => `${organisation} non Le scriverà più sulle modifiche di questo elenco.`,
    replace: {
      heading: "Chi deve essere informato al Suo posto?",
      lead: (organisation, customers) =>
        `Lei riceveva le comunicazioni per conto di ${customers}. ${organisation} deve comunque informare qualcuno presso tale cliente. Se indica una persona, le chiederemo per e-mail di confermarlo.`,
      email: "Il suo indirizzo e-mail",
      name: "Il suo nome (facoltativo)",
      leadFirst: (organisation) =>
        `Se indica qui una persona, ${organisation} le chiederà per e-mail di confermarlo e non scriverà più a Lei.`,
      button: "Invia la richiesta",
      buttonFirst: "Invia la richiesta e interrompi i messaggi a me",
    },
    replaced: {
      title: "Grazie",
      text: [
        "Un messaggio con un link di conferma è in arrivo a quell’indirizzo.",
        "Finché il link non è utilizzato, nessuno è informato al Suo posto, e dopo sette giorni l’indirizzo è cancellato.",
        "Un messaggio al Suo indirizzo Le permette di confermare che questa persona risponde al Suo posto: finché non lo avrà fatto, nessuna sua autorizzazione ha valore.",
      ],
    },
    undoAsk: "È stato un errore?",
    undo: "Annulla l’operazione",
    undoneTitle: "Riceve di nuovo i messaggi",
    undone: (organisation) => `Riceverà un avviso prima che l’elenco di ${organisation} cambi, come in precedenza.`,
  },

  departure: {
    title: "Il Suo ruolo di contatto",
    hasLeft: (organisation, customers) => `${organisation} non Le scrive più per conto di ${customers}.`,
    isTold: (organisation, customers) => `${organisation} La informa per conto di ${customers}, come in precedenza.`,
    isNone: "Non è più il contatto di alcun cliente.",
    asked: (email, customers) =>
      `${email} è stato indicato al Suo posto per conto di ${customers}, e l’indirizzo non è ancora confermato.`,
    isContact: (email, customers) => `${email} riceve le comunicazioni al Suo posto per conto di ${customers}.`,
    vouched: "Lei o la società avete confermato che questa persona risponde al Suo posto.",
    vouch: "Sì, questa persona risponde al mio posto",
    undoAsk: (isNamed) =>
      isNamed
        ? "È stato un errore, o qualcun altro? Allora nessuna persona che Lei non ha confermato resta al Suo posto."
        : "È stato un errore, o qualcun altro?",
    undo: "Annulla: avvisatemi di nuovo",
  },

  testLink: {
    title: "Questo è un link di prova",
    text: [
      "Nel messaggio che ricevono i destinatari si trova qui un link proprio di ciascuno, che porta al modulo con cui rispondono o indicano di che cosa desiderano essere informati.",
      "Qui non è possibile rispondere, e non viene registrato nulla.",
    ],
    calendar:
      "Nel messaggio che ricevono i destinatari, questo link dà a ciascuno un file per il calendario, con le date che il messaggio gli indica.",
    form: "Che cosa vedono i destinatari",
  },

  unknownLink: {
    title: "Questo link non funziona",
    follow: [
      "È stato troncato, o l’indirizzo per cui era stato creato è stato cancellato: gli indirizzi che nessuno conferma sono conservati per sette giorni.",
      "Per ricevere un avviso delle modifiche, lasci il Suo indirizzo sulla pagina del registro.",
    ],
    answer: [
      "È stato troncato, o la persona per cui era stato creato non è più nota qui. Con esso non è stata registrata alcuna risposta.",
      "Apra il link dal messaggio stesso, per intero. Per rispondere comunque alla comunicazione, risponda al messaggio in cui è arrivata.",
    ],
  },

  preferences: {
    title: "Le Sue preferenze",
    lead: ["Che cosa è inviato a ", " quando questo elenco cambia."],
    products: "Prodotti",
    productsHint: "Nessuna scelta: riceve gli avvisi su tutti.",
    save: "Salva",
    saved: "Salvato.",
    leave: "Interrompi tutti i messaggi",
  },
};
