/** The list as a document for a contract: Annex III of the SCC (Decision (EU) 2021/914), Art. 28(3) GDPR. */
export const annex = {
  laidOut:
    "Laid out as Annex III of the standard contractual clauses (Implementing Decision (EU) 2021/914) asks, and for an annex to a contract under Article 28 GDPR.",
  /** The heading over what stands beside subprocessors. */
  otherRoles: "Entries of another role, which are no part of Annex III",
  forProduct: (product: string) => `Only what is used for ${product}.`,
  forRegion: (region: string) => `Only for data hosted here: ${region}.`,
  who: "Name and address",
  contact: "Contact person’s name, position and contact details",
  processing: "Description of the processing",
  data: "Personal data and data subjects",
  duration: "Duration",
  where: "Place and transfer tools",
};
