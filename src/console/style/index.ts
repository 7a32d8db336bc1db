import { sha256 } from "../../model/values/hash.ts";
import { drafts } from "./drafts.ts";
import { forms } from "./forms.ts";
import { parts } from "./parts.ts";
import { shell } from "./shell.ts";
import { vendors } from "./vendors.ts";

/** What the console has besides the style of the public page. */
export const consoleStyle = [shell, parts, forms, drafts, vendors].map((part) => part.trim()).join("\n\n");

/** Named by its content: whoever has it may keep it for ever. */
export const consoleStylePath = `/assets/console-${sha256(consoleStyle).slice(0, 12)}.css`;
