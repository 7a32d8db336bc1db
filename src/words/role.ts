import type { Service } from "../model/vendor/vendor-document.ts";

/** What a vendor is to the reader's data; `various` when a text is about more than one role. */
export type PartyRole = Service["role"] | "various";

/** The one role of all these services; `various` when there are several, or none. */
export function commonRole(services: readonly Pick<Service, "role">[]): PartyRole {
  const [role, ...others] = new Set(services.map((each) => each.role));
  return role && others.length === 0 ? role : "various";
}

/** What a list is called by: subprocessors, processors, or vendors of whatever role. */
export type ListRole = "subprocessor" | "processor" | "various";

export const listRole = (role: PartyRole): ListRole =>
  role === "subprocessor" || role === "processor" ? role : "various";
