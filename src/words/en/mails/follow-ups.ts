const isInEffect = (several: boolean, since: string | null): string => {
  if (since === null) return `${several ? "are" : "is"} in effect`;
  return `${several ? "have" : "has"} been in effect since ${since}`;
};

/** The mails that follow an announcement and its answers, and what they share with it. */
export const followUps = {
  announced: "What we announced",
  contact: (organisation: string, customers: string | null, several: boolean) => {
    const whose = several ? `customers of ${organisation}` : `a customer of ${organisation}`;
    return `You receive this mail because this address is a contact of ${customers === null ? whose : `${customers}, ${whose}`}.`;
  },
  lateAnswer: (date: string) => `It came after the last day to object, ${date}, and is recorded as late.`,
  receipt: {
    sentence: (number: number) => `we have recorded your answer to change ${number}`,
    lead: "Thank you. This is what we have recorded:",
    entered: (channel: string, date: string) =>
      `An answer on behalf of the company you are a contact of reached us ${channel} on ${date}. This is what we have recorded:`,
    enteredSentence: (number: number) => `we have recorded an answer on your company’s behalf to change ${number}`,
    enteredNext: "If nobody at your company gave this answer, or not like this, please reply to this mail at once.",
    personal: "The link in this mail is yours alone: whoever has it can answer in your name. Please do not forward it.",
    /** Of an objection that is open. */
    does: {
      heading: "What your objection does",
      held: (vendors: string) =>
        `Your objection holds what we announced about ${vendors}: it does not take effect before we have decided on the objection.`,
      waiting: (vendors: string) =>
        `By itself, your objection does not hold what we announced about ${vendors}; the day on which it takes effect is not fixed yet.`,
      coming: (vendors: string, date: string) =>
        `By itself, your objection does not hold what we announced about ${vendors}: it takes effect on ${date}, unless we tell you otherwise.`,
      done: (vendors: string, date: string) =>
        `What we announced about ${vendors} has been in effect since ${date}. By itself, your objection does not change that.`,
      corrected: (vendors: string) =>
        `What our list says about ${vendors} was already the case. By itself, your objection does not change that.`,
      approval: (vendors: string) =>
        `Under your contract, what we announced about ${vendors} also needs your approval.`,
      next: "We examine your objection and tell you what becomes of it; your rights under the contract remain.",
      nextToFollower: "We examine your objection and tell you what becomes of it.",
    },
    button: "See or change the answer",
    preheader: (kind: string, date: string) => `${kind}, recorded on ${date}.`,
    why: (organisation: string) =>
      `You receive this mail because a notice of ${organisation} was answered by the link sent to this address. If that was not you, please reply.`,
  },
  resolution: {
    sentence: (number: number) => `our decision on your objection to change ${number}`,
    lead: (date: string) => `You objected on ${date}. This is our decision:`,
    decision: "Decision",
    objection: "Your objection",
    note: "Our explanation",
    /** What a decision means for what was announced, and for its reader. */
    follows: {
      heading: "What follows",
      exempted: (customer: string | null) =>
        `This does not apply to ${customer ?? "you"}. Our public list may show it all the same, for others:`,
      /** Of what was in effect before that was decided. */
      exemptedSince: (customer: string | null) =>
        `From now on this, which is in effect already, does not apply to ${customer ?? "you"}. Our public list may show it all the same, for others:`,
      exemptedBut: "This was in effect already when we decided. It stays so, unless our explanation says otherwise:",
      alternative:
        "What we have agreed with you applies in place of what we announced, as far as it goes. Apart from that, what we announced stands:",
      terminated: "Unless your contract has ended before, what we announced applies to you from the day it names:",
      terminatedToFollower:
        "This is about the contract of the customer you have written for. For all others what we announced stands:",
      rejected: "Our decision leaves what we announced as it is.",
      stands: {
        waiting: (vendors: string) =>
          `What we announced about ${vendors} is held at present: it has no day yet on which it takes effect.`,
        earliest: (vendors: string, date: string) =>
          `What we announced about ${vendors} is held at present: it takes effect on ${date} at the earliest.`,
        coming: (vendors: string, date: string) =>
          `What we announced about ${vendors} takes effect on ${date}, unless we tell you otherwise.`,
        done: (vendors: string, date: string) => `What we announced about ${vendors} has been in effect since ${date}.`,
        corrected: (vendors: string) => `What our list says about ${vendors} was already the case.`,
      },
      approval: (vendors: string) =>
        `Under your contract, what we announced about ${vendors} needs your approval all the same: it does not take effect before you have given it.`,
      remain:
        "Your rights under the contract and under the law remain, also where they let you end the contract because of this change.",
      remainToFollower: "This decision leaves your rights as they are.",
    },
    why: (organisation: string) => `You receive this mail because you objected to a change of ${organisation}.`,
  },
  answered: {
    sentence: (number: number) => `our answer to your question about change ${number}`,
    lead: (date: string) => `You asked us on ${date}. This is our answer:`,
    decision: "The answer to your question.",
    objection: "Your question",
    note: "Our answer",
    why: (organisation: string) => `You receive this mail because you asked about a change of ${organisation}.`,
  },
  /** What has become of an answer that was given: of which customer, by name, where the reader speaks for several. */
  standing: {
    approvalStands: (customer: string | null, date: string) =>
      `${customer === null ? "Your approval" : `The approval of ${customer}`} of ${date} stands.`,
    /** Of one that was given before what it was given to is corrected: an approval covers what was told then (GDPR Art. 28(2)). */
    approvalBefore: (customer: string | null, date: string) =>
      `${customer === null ? "Your approval" : `The approval of ${customer}`} of ${date} was given before this correction, to what the notice said then. If you do not agree to what is corrected, you can object instead, by your own link.`,
    objectionOpen: (customer: string | null, date: string) =>
      `${customer === null ? "Your objection" : `The objection of ${customer}`} of ${date} is open: we will tell you what becomes of it.`,
    /** Where an alternative was agreed. */
    agreed: "What was agreed applies in place of what this mail says, as far as it goes.",
    objectionDecided: (customer: string | null, date: string, decided: string) =>
      `${customer === null ? "Your objection" : `The objection of ${customer}`} of ${date} was decided on ${decided}.`,
  },
  reminder: {
    sentence: (date: string) => `reminder: you can object until ${date}`,
    toApprove: (date: string) => `reminder: your approval is needed; you can object until ${date}`,
    lead: (announced: string) => `On ${announced} we told you of what follows, and we have no answer from you yet.`,
    until: (date: string) => `Your last day to object is ${date}.`,
    untilFor: (customer: string, date: string) => `${customer}: last day to object ${date}`,
    approvalFor: (customer: string) => `${customer}: under the contract this needs your approval`,
    button: "Answer",
  },
  postponement: {
    sentence: (name: string | null, date: string) =>
      `${name === null ? "announced changes are" : `the change concerning ${name} is`} postponed to ${date}`,
    preheader: (several: boolean, date: string) =>
      `${several ? "They take effect" : "It takes effect"} on ${date}, later than announced.`,
    /** `again`: it was put off before, to `planned`. */
    lead: (several: boolean, announced: string, planned: string | null, date: string, again: boolean) =>
      `On ${announced} we announced ${several ? "changes" : "a change"}${planned === null ? "" : again ? `, and have postponed ${several ? "them" : "it"} to ${planned} since` : ` that ${several ? "were" : "was"} to take effect on ${planned}`}. ${several ? "They take" : "It takes"} effect ${again ? "later still" : "later"}: on ${date}.`,
    /** Of changes that had several days: each with its own. */
    wereTo: "Until now they were to take effect on these days:",
    otherwiseSame: (several: boolean) => `Nothing else about ${several ? "them" : "it"} changes.`,
    reason: "Why it is later",
    until: (date: string) => `You can object until ${date}.`,
    untilStays: (date: string) => `Your last day to object stays as it was: ${date}.`,
    untilOver: (date: string) => `Your last day to object was ${date}; that does not change.`,
    heading: "What is postponed",
  },
  /** A change that had to wait takes effect after all, on another day than its readers were told. */
  release: {
    sentence: (name: string | null, date: string | null, isDone: boolean) =>
      `${name === null ? "changes that had to wait" : `the change concerning ${name}`} ${
        isDone
          ? isInEffect(name === null, date)
          : `${name === null ? "take" : "takes"} effect${date === null ? "" : ` on ${date}`}`
      }`,
    lead: (several: boolean, announced: string) =>
      `On ${announced} we announced ${several ? "changes" : "a change"} that had to wait. ${several ? "They wait" : "It waits"} no longer.`,
    effect: (several: boolean, date: string | null, isDone: boolean) => {
      if (date === null) return "Each change says its own day.";
      if (isDone) return `${several ? "The changes have" : "The change has"} been in effect since ${date}.`;
      return `${several ? "The changes take" : "The change takes"} effect on ${date}.`;
    },
    heading: "What waits no longer",
  },
  /** A change still waits for customers on the day on which it was to take effect. */
  hold: {
    sentence: (name: string | null) =>
      `${name === null ? "announced changes have" : `the change concerning ${name} has`} not taken effect`,
    preheader: (several: boolean) =>
      `${several ? "They wait" : "It waits"} for customers’ approval, or for objections to be resolved.`,
    lead: (several: boolean, announced: string, date: string | null) =>
      `On ${announced} we announced ${several ? "changes" : "a change"}${date === null ? "" : ` for ${date}`}. ${several ? "Those below have" : "It has"} not taken effect: ${several ? "they wait" : "it waits"} for customers’ approval or for objections to be resolved, or for another change that does.`,
    stays: (several: boolean) =>
      `Until then ${several ? "they do" : "it does"} not apply. We will tell you from when ${several ? "they do" : "it does"}.`,
    /** To the customer whose own objection holds the change: by name where the reader speaks for several. */
    byObjection: (customer: string | null, date: string) =>
      `${customer === null ? "Your objection" : `The objection of ${customer}`} of ${date} holds what concerns ${customer === null ? "you" : "it"}, until it is resolved.`,
    heading: "What waits",
  },
  /** To the customer whose approval, or whose objection, a change no longer waits for. */
  waiver: {
    sentence: (name: string | null, isOfApproval: boolean) =>
      `${name === null ? "announced changes" : `the change concerning ${name}`} no longer ${name === null ? "wait" : "waits"} ${isOfApproval ? "for your approval" : "for your objection to be resolved"}`,
    lead: (several: boolean, announced: string, isOfApproval: boolean) =>
      isOfApproval
        ? `On ${announced} we told you of ${several ? "changes that need" : "a change that needs"} your approval under your contract. We have decided to go on without it: ${several ? "the changes no longer wait" : "the change no longer waits"} for it.`
        : `Your objection held ${several ? "changes" : "a change"} that we announced on ${announced}. We have decided to go on before it is resolved: ${several ? "the changes no longer wait" : "the change no longer waits"} for that. Your objection stays open until we have told you what becomes of it.`,
    buildsOn: (several: boolean) =>
      `${several ? "Some of them still wait" : "It still waits"} for another change, of which we will tell you.`,
    reason: "Why we go on",
    heading: "What goes on",
  },
  correction: {
    sentence: (number: number, name: string | null) =>
      `correction to our notice of change ${number}${name === null ? "" : ` (${name})`}`,
    /** `names`: of the changes that are corrected, where not all of them are. */
    lead: (announced: string, names: string | null) =>
      `In our notice of ${announced} something ${names === null ? "" : `about ${names} `}was not right. This is the correction:`,
    otherwiseStands:
      "The rest of the notice stands. An answer you have given stays recorded as it is; you can change it by your own link.",
    preheader: (announced: string) => `A correction to our notice of ${announced}.`,
  },
  /** An announcement to somebody who is told later than the others. */
  late: {
    held: (several: boolean, date: string) =>
      `${several ? "The changes were" : "The change was"} planned for ${date}, and ${several ? "wait" : "waits"} for customers’ approval or for objections to be resolved.`,
    toldBefore: (announced: string) =>
      `We write to you now because what follows has come to concern you since we announced it on ${announced}. What we told you of that announcement before stands, and so does your answer to it.`,
    corrected: "What we have corrected since",
    readWith: (announced: string) =>
      `We announced what follows on ${announced}. Please read it with what we have corrected since then.`,
    correctedOn: (date: string) => `Correction of ${date}:`,
    over: "Your last day to object was over before we wrote to you. You can still answer; your answer is recorded as late.",
    canAnswer: "You can still answer; an objection or a question is recorded as late.",
    heading: "How to answer",
    byLink:
      "The last day to object is over; your approval is needed all the same. You can give it, or object, by your own link and without an account:",
  },
};
