/** The list as a document for a contract: Art. 28(3) GDPR, Annex IV of the clauses of 2021/915, Annex III of 2021/914. */
export const annex = {
  laidOut:
    "For an annex to a contract under Article 28 GDPR. It has what the standard contractual clauses ask of the list of subprocessors where these need specific authorisation: Annex IV of the clauses in Implementing Decision (EU) 2021/915 and, for transfers, Annex III of those in Implementing Decision (EU) 2021/914.",
  /** The heading over what stands beside subprocessors. */
  otherRoles: "Entries of another role, which are no part of these annexes",
  forProduct: (product: string) => `Only what is used for ${product}.`,
  forRegion: (region: string) => `Only for data hosted here: ${region}.`,
  who: "Name and address",
  contact: "Contact person’s name, position and contact details",
  processing: "Description of the processing",
  data: "Personal data and data subjects",
  duration: "Duration",
  where: "Place and transfer tools",
};
