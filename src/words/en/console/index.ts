/** The words of the console, a file for each of its screens. */
export { announced } from "./announced.ts";
export { answers } from "./answers.ts";
export { changes } from "./changes.ts";
export { customerFile } from "./customer-file.ts";
export { customers, persons } from "./customers.ts";
export { delivery } from "./delivery.ts";
export { drafts } from "./drafts.ts";
export { evidence } from "./evidence.ts";
export { faults } from "./faults.ts";
export { importReading } from "./import-reading.ts";
export { kit } from "./kit.ts";
export { log } from "./log.ts";
export { organisation } from "./organisation.ts";
export { problems, refusals } from "./refusals.ts";
export { today } from "./today.ts";
export { told } from "./told.ts";
export { transfers } from "./transfers.ts";
export { vendors } from "./vendors.ts";
