/** Where the screens of customers are. */
export const PATH = "/console/customers";

/** The pages of one customer: its own id may be anything that has no spaces. */
export const customerPath = (page: "edit" | "remove" | "confirm", externalId: string): string =>
  `${PATH}/${page}/${encodeURIComponent(externalId)}`;

export const personPath = (id: string, page?: "erase" | "export"): string =>
  [PATH, "people", id, page].filter(Boolean).join("/");

export const followersPath = `${PATH}/followers`;
export const filePath = `${PATH}/import`;
export const toldIndex = `${PATH}/told`;
export const toldPath = (number: number): string => `${toldIndex}/${number}`;
