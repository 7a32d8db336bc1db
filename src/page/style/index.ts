import { sha256 } from "../../model/values/hash.ts";
import { base } from "./base.ts";
import { changes } from "./changes.ts";
import { entry } from "./entry.ts";
import { forms } from "./forms.ts";
import { formsToTake } from "./forms-to-take.ts";
import { list } from "./list.ts";
import { print } from "./print.ts";
import { shell } from "./shell.ts";
import { table } from "./table.ts";

/** Every style there is: one file for all pages, so that the second page asks for none. */
export const stylesheet = [base, shell, forms, list, table, entry, changes, formsToTake, print]
  .map((part) => part.trim())
  .join("\n\n");

/** Named by its content: whoever has it may keep it for ever. */
export const stylesheetPath = `/assets/page-${sha256(stylesheet).slice(0, 12)}.css`;
