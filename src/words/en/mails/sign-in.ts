/** The mails to whoever operates the registry by which they sign in. */
export const signInMails = {
  signIn: {
    sentence: "your link to sign in",
    preheader: (minutes: number) =>
      `It works once, within ${minutes} minutes. If you did not ask for it, ignore this mail.`,
    lead: (organisation: string) =>
      `Somebody has asked, with this address, to sign in to the console where ${organisation} keeps its list of vendors. If that was you, this link signs you in:`,
    button: "Sign in",
    validFor: (minutes: number) =>
      `The link opens a page with one button. It works once, within ${minutes} minutes of being asked for.`,
    otherwise:
      "If it was not you, please ignore this mail: nobody can sign in without it. Please do not forward it either.",
    why: (organisation: string) =>
      `You receive this mail because this address belongs to somebody who works on the list of vendors of ${organisation}.`,
  },
  address: {
    sentence: "confirm your e-mail address",
    preheader: "It works once, within an hour, in the browser in which you are signed in.",
    lead: (organisation: string) =>
      `Somebody who works on the list of vendors of ${organisation} has given this address as theirs. If that was you, confirm it:`,
    button: "Confirm the address",
    where:
      "The link opens a page with one button. It works once, within an hour, in the browser in which you are signed in. From then on your links to sign in go to this address.",
    otherwise: "If it was not you, please ignore this mail: without you, nothing changes.",
    why: (organisation: string) =>
      `We sent this mail because somebody has entered this address in the console of ${organisation}.`,
  },
  addressChanged: {
    sentence: "your links to sign in go to another address",
    lead: (organisation: string, date: string) =>
      `On ${date} another address was confirmed for your user in the console of ${organisation}. Links to sign in, and mails to you, go there from now on; where you were signed in elsewhere, you are no longer.`,
    otherwise: "If that was not you, tell somebody who administers the list at once.",
    why: (organisation: string) =>
      `You receive this mail because this address belonged to somebody who works on the list of vendors of ${organisation}.`,
  },
  invitation: {
    sentence: "you are invited to work on our list of vendors",
    preheader: (organisation: string) => `How to sign in to the console of ${organisation}.`,
    lead: (organisation: string, by: string | null) =>
      `${by ?? "Whoever administers it"} has invited you to the console where ${organisation} keeps its list of vendors that process personal data, and tells its customers before that list changes.`,
    role: {
      read: "You can read the list, its changes and the answers there.",
      write: "You can read the list, its changes and the answers there, and draft changes.",
      announce:
        "You can read the list, its changes and the answers there, draft changes, and approve and announce them.",
      admin: "You can do everything there, and say who else may do what.",
    },
    validFor: (hours: number) =>
      `The link opens a page with one button. It works once, within ${hours} hours. Afterwards you ask for a new one yourself, with this address:`,
    another: "Ask for a link to sign in",
    otherwise:
      "If you did not expect this, please ignore this mail. Please do not forward it either: the link is yours.",
    why: (organisation: string) =>
      `We sent this mail because somebody who administers the list of vendors of ${organisation} has entered this address.`,
  },
};

/** What marks a mail that is sent as a test, to whoever asks for it. */
export const testMail = {
  subject: (subject: string) => `[Test] ${subject}`,
  notice:
    "This is a test, sent only to you: a mail as its readers would get it. Nobody is told anything by it, and the links in it show what its readers would see.",
  /** Of a draft. */
  pageToCome:
    "The link to the change, which is not announced yet and has no public page, leads to that page as it will be, in the console.",
};
