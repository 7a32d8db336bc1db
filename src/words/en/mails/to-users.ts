import type { DraftDue } from "../../../model/people/notice.ts";

type PerMoment<Words> = Record<DraftDue["moment"], Words>;

/** The mails to users of what waits for them, and of what concerns how they work together. */
export const toUsers = {
  why: (organisation: string) =>
    `You receive this mail because you may announce changes to the list of vendors of ${organisation}.`,
  draft: {
    /** A draft, by what it changes. */
    what: (number: number, vendors: string) => `draft ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} waits for your approval`,
      near: (what, on) => `${what} is to be announced by ${on}`,
      last: (what, on) => `${what} is to be announced today, ${on}`,
    } satisfies PerMoment<(what: string, on: string) => string>,
    asked: (what: string, by: string | null) =>
      `${by ?? "Whoever has written it"} asks for an approval of ${what}. It can be announced after that.`,
    near: (what: string, on: string, wished: string) =>
      `The change in ${what} is planned for ${wished}. To keep that day, it has to be announced by ${on}.`,
    last: (what: string, on: string, wished: string) =>
      `The change in ${what} is planned for ${wished}. Today, ${on}, is the last day on which announcing it keeps that day.`,
    later:
      "If it is announced later, the change takes effect later: the periods of notice and objection begin with the announcement.",
    next: {
      approve: "Another person than its author has to approve it first: you can do that.",
      alone:
        "Another person than its author has to approve it first, and nobody else may do that yet: invite somebody who may announce.",
      announce: "You can announce it.",
    },
    preheader: (wished: string | null) =>
      wished === null ? "Read it, and approve it, in the console." : `Otherwise it takes effect later than ${wished}.`,
    open: "Open the draft in the console",
  },
  fourEyesOff: {
    sentence: "announcements no longer need another person’s approval",
    lead: (who: string, date: string) =>
      `${who} has switched four eyes off on ${date}: until then another person than the author had to approve each announcement.`,
    means:
      "From now on whoever may announce can announce alone what they have written, go on without customers’ approvals, and decide on objections.",
    next: "If you did not expect this, ask who did it. Somebody who administers the list can switch it on again; the log keeps both.",
    preheader: "Whoever may announce can do so alone from now on.",
    somebody: "Somebody who administers the list",
    open: "Open the organisation in the console",
  },
};
