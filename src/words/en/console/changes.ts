/** The screen of changes: what is drafted, announced and over. */
export const changes = {
  lead: "What is being prepared, what is announced and still to come, and what is over.",
  newDraft: "New draft",
  /** Before there is a draft. */
  beginning: {
    lead: "Nothing is published, and nobody is told, before the draft is announced.",
    fields: { is: "What it is", reason: "Why" },
    intended: {
      title: "A change that you intend",
      does: "It is announced beforehand: customers can object, and it takes effect on a day to come.",
    },
    correction: {
      title: "Something that was already the case",
      does: "The list was wrong, or it has happened: it is put right at once, and told as a correction.",
    },
    reasonHint: "Readers see it. For a change it can wait until later; for a correction, say what was wrong.",
    button: "Begin the draft",
  },
  lists: {
    drafts: {
      title: "Drafts",
      all: "All drafts",
      empty: "No draft is being written.",
      begun: "“New draft” begins one; so does adding or editing a vendor.",
    },
    announced: {
      title: "Announced",
      all: "All that is announced",
      empty: "Nothing is announced that is still to come. A draft is announced from its own page.",
    },
    past: {
      title: "Past: took effect, or was withdrawn",
      all: "All that is past",
      empty: "Nothing has taken effect or been withdrawn yet.",
    },
  },
  columns: { what: "What changes", state: "State", when: "When", number: "Number" },
  emptyDraft: "An empty draft",
  /** Of a draft that says only why. */
  noVendorYet: (reason: string) => `No vendor yet: ${reason}`,
  noDate: "No date yet",
  edited: (date: string) => `Last edited on ${date}`,
  nothingYet: {
    title: "Nothing has been written here yet.",
    text: "Start a draft, and save vendors to it. Nothing is published, and nobody is told, before it is announced.",
  },
};
