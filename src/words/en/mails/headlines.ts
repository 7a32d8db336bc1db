import type { Service } from "../../../model/vendor/vendor-document.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";

const one: Record<Service["role"], string> = {
  subprocessor: "a subprocessor",
  processor: "a processor",
  "independent-controller": "an independent controller",
  recipient: "a recipient of personal data",
  source: "a source of personal data",
};

const list = "our list of vendors";

const many: Record<ListRole, string> = {
  subprocessor: "our subprocessors",
  processor: "our processors",
  various: list,
};

const added = (role: PartyRole) => (role === "various" ? `added to ${list}` : `added as ${one[role]}`);
const listed = (role: PartyRole) => (role === "various" ? `on ${list}` : one[role]);

const as = (role: PartyRole) => (role === "various" ? "" : ` as ${one[role]}`);

/** What a mail says of changes in its subject and title, and of each in a line of a list. */
export const headlines = {
  coming: {
    added: (name: string, role: PartyRole, date: string) => `${name} will be ${added(role)} on ${date}`,
    updated: (name: string, _role: PartyRole, date: string) => `our use of ${name} will change on ${date}`,
    removed: (name: string, role: PartyRole, date: string) => `${name} will no longer be ${listed(role)} from ${date}`,
    replaced: (name: string, former: string, role: PartyRole, date: string) =>
      `${name} will replace ${former}${as(role)} on ${date}`,
    renamed: (name: string, former: string, date: string) =>
      `${former} will be called ${name} from ${date}; it is the same company`,
    several: (count: number, role: PartyRole, date: string, isAlike: boolean) =>
      `${count} changes to ${many[listRole(role)]} from ${date}${isAlike ? "" : " on"}`,
  },
  /** What waits: for customers' approval or an open objection, beyond its day. */
  held: {
    added: (name: string, role: PartyRole, date: string) =>
      `the addition of ${name} ${role === "various" ? `to ${list}` : `as ${one[role]}`}, planned for ${date}, is on hold`,
    updated: (name: string, _role: PartyRole, date: string) =>
      `the change of our use of ${name}, planned for ${date}, is on hold`,
    removed: (name: string, role: PartyRole, date: string) =>
      `the removal of ${name} ${role === "various" ? `from ${list}` : `as ${one[role]}`}, planned for ${date}, is on hold`,
    replaced: (name: string, former: string, role: PartyRole, date: string) =>
      `the replacement of ${former} by ${name}${as(role)}, planned for ${date}, is on hold`,
    renamed: (name: string, former: string, date: string) =>
      `the new name of ${former}, ${name}, planned for ${date}, is on hold`,
    several: (count: number, role: PartyRole, date: string, isAlike: boolean) =>
      `${count} changes to ${many[listRole(role)]}, planned ${isAlike ? `for ${date}` : `from ${date} on`}, are on hold`,
  },
  /** What was to happen, and was withdrawn. */
  planned: {
    added: (name: string, role: PartyRole, date: string) => `${name} was to be ${added(role)} on ${date}`,
    updated: (name: string, _role: PartyRole, date: string) => `our use of ${name} was to change on ${date}`,
    removed: (name: string, role: PartyRole, date: string) =>
      `${name} was no longer to be ${listed(role)} from ${date}`,
    replaced: (name: string, former: string, role: PartyRole, date: string) =>
      `${name} was to replace ${former}${as(role)} on ${date}`,
    renamed: (name: string, former: string, date: string) => `${former} was to be called ${name} from ${date}`,
    several: (count: number, role: PartyRole, date: string, isAlike: boolean) =>
      `${count} changes to ${many[listRole(role)]} that were planned from ${date}${isAlike ? "" : " on"}`,
  },
  /** In effect on the day it is announced. */
  done: {
    added: (name: string, role: PartyRole, date: string) => `${name} has been ${added(role)}, effective ${date}`,
    updated: (name: string, _role: PartyRole, date: string) => `our use of ${name} has changed, effective ${date}`,
    removed: (name: string, role: PartyRole, date: string) => `${name} is no longer ${listed(role)}, effective ${date}`,
    replaced: (name: string, former: string, role: PartyRole, date: string) =>
      `${name} has replaced ${former}${as(role)}, effective ${date}`,
    renamed: (name: string, former: string, date: string) =>
      `${former} is now called ${name}, effective ${date}; it is the same company`,
    several: (count: number, role: PartyRole, date: string, isAlike: boolean) =>
      `${count} changes to ${many[listRole(role)]}, effective ${isAlike ? date : `from ${date} on`}`,
  },
  withdrawn: {
    added: (name: string, role: PartyRole) => `${name} will not be ${added(role)}`,
    updated: (name: string) => `our use of ${name} will not change as announced`,
    removed: (name: string, role: PartyRole) => `${name} remains ${listed(role)}`,
    replaced: (name: string, former: string, role: PartyRole) => `${name} will not replace ${former}${as(role)}`,
    renamed: (name: string, former: string) => `${former} will not be called ${name}`,
    several: (count: number, role: PartyRole) => `${count} announced changes to ${many[listRole(role)]} are withdrawn`,
  },
};
