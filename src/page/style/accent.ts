import { sha256 } from "../../model/values/hash.ts";
import { accentsOf } from "./colours.ts";

/** The colours of links and buttons where an organisation has chosen one; paper keeps its own. */
export function accentStylesheet(chosen: string): string {
  const colours = (where: "light" | "dark") =>
    Object.entries(accentsOf(chosen, where))
      .map(([name, colour]) => `--${name}: ${colour};`)
      .join(" ");
  return `@media screen { :root { ${colours("light")} } }
@media screen and (prefers-color-scheme: dark) { :root { ${colours("dark")} } }
`;
}

/** Its address: the colour, and a hash of what is made of it, so that whoever has it may keep it for ever. */
export const accentPath = (chosen: string): string =>
  `/assets/accent-${chosen.slice(1)}-${sha256(accentStylesheet(chosen)).slice(0, 12)}.css`;
