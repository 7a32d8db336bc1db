import type { Told } from "../describe/change.ts";
import type { RegisterView } from "../shell/view.ts";
import { gistParts } from "./summary.ts";

/** The least a reader needs of a change, a line each; what falls back to another language says which. */
export function Gist({ of, view: { locale, register } }: { of: Told; view: RegisterView }) {
  return (
    <>
      {gistParts(of, locale, register.organisation).map((parts) => (
        <p class="gist" dir="auto">
          {parts.map(({ text, lang }) => (lang ? <span lang={lang}>{text}</span> : text))}
        </p>
      ))}
    </>
  );
}
