export { changes } from "./changes.ts";
export { faults } from "./faults.ts";
export { kit } from "./kit.ts";
export { organisation } from "./organisation.ts";
export { problems, refusals } from "./refusals.ts";
export { vendors } from "./vendors.ts";
