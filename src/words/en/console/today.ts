import { count } from "../plural.ts";

/** The screen that the console opens with: what waits for a person. */
export const today = {
  lead: "What waits for somebody, by its deadline.",
  waits: "What waits",
  until: (date: string) => `until ${date}`,
  over: (date: string) => `since ${date}`,
  now: "now",
  items: {
    answer: (sentence: string, number: number, title: string) => `${sentence}: change ${number} (${title})`,
    moreAnswers: (n: number) => `${count(n, "further answer is", "further answers are")} open`,
    approvals: (n: number) => `${count(n, "approval", "approvals")} of customers ${n === 1 ? "is" : "are"} missing`,
    unconfirmed: (n: number) =>
      `${count(n, "approval does", "approvals do")} not count before you confirm who gave ${n === 1 ? "it" : "them"}`,
    draft: (title: string) => `Draft: ${title}`,
    fourEyes: (title: string) => `Waits for approval by another person: ${title}`,
    moreDrafts: "More drafts are being written",
    paused: (date: string, because: string) => `Sending has been paused since ${date}: ${because}`,
    missed: (n: number) => `${count(n, "mail", "mails")} did not reach ${n === 1 ? "its reader" : "their readers"}`,
    uncertain: (n: number) => `Whether ${count(n, "mail", "mails")} went out is not known`,
    ownMail: (n: number, email: string) => `${count(n, "mail", "mails")} to your own address ${email} did not arrive`,
    noOwnMail: "No e-mail address for privacy is stated: nobody is told of objections and deadlines",
    unreachable: (n: number, names: string) => `Nobody can be told for ${count(n, "customer", "customers")}: ${names}`,
    andOthers: (names: string, n: number) => `${names} and ${count(n, "other", "others")}`,
    moreFindings: (n: number) => `${count(n, "further finding", "further findings")} about the list`,
  },
  buttons: {
    decide: "Decide",
    answer: "Answer",
    all: "See all",
    who: "See who",
    draft: "Open the draft",
    approve: "Read and approve",
    delivery: "Open delivery",
    address: "State or correct the address",
    customers: "Name a contact",
    vendor: "Open the vendor",
    law: "Open the law",
  },
  empty: "Nothing waits for you.",
  emptyNext: (date: string) => `Next comes what stands below, on ${date}.`,
  emptyNothing: "When something changes, start a draft, or edit a vendor: nobody is told before you announce it.",
  toChanges: "To the changes",
  next: "Next dates",
  dates: {
    lastDay: (number: number) => `Last day for customers to object to change ${number}, unless agreed otherwise`,
    effect: (number: number) => `Change ${number} takes effect`,
    waiting: (number: number) => `Change ${number} takes effect at the earliest: it waits for customers`,
  },
  start: {
    title: "Before you publish",
    lead: "Five steps to the list that you have. Nobody is told of it: it is where you begin.",
    done: "done",
    steps: {
      organisation: { title: "Say who you are", text: "Your name, how you are reached, and the languages you write." },
      terms: { title: "State your terms", text: "How long before a change your customers are told: " },
      vendors: {
        title: "Add the vendors that you use",
        text: "Each goes into a draft, which the public does not see.",
      },
      customers: {
        title: "Name your customers",
        text: "Whoever is named is told of every change that concerns them. You can also do that later.",
      },
      publish: { title: "Publish the list you have", text: "From then on everybody can read it, and follow it." },
    },
  },
};
