import { Colour } from "../../model/brand/colour.ts";
import { accentsOf } from "../../page/style/colours.ts";
import { wordsFor } from "../../words/index.ts";
import { Preview } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { typed } from "../kit/typed.ts";
import { organisationTyped } from "./read.ts";

/** What a chosen colour is shown as on a light and on a dark page, where text in it can be read on both. */
export function Accent({ form }: { form: FormState }) {
  const { accent: words } = wordsFor(form.locale).screens.organisation;
  const chosen = Colour.safeParse(organisationTyped(typed(form.values)).branding?.accent).data;
  return (
    <Preview form={form} name="accent" live button={words.show}>
      {chosen ? (
        <ul class="accents">
          {(["light", "dark"] as const).map((where) => {
            const { accent, "on-accent": onAccent } = accentsOf(chosen, where);
            return (
              <li>
                <svg viewBox="0 0 120 32" width="120" height="32" aria-hidden="true">
                  <rect width="120" height="32" rx="6" fill={accent} />
                  <text x="60" y="21" text-anchor="middle" font-size="14" font-weight="600" fill={onAccent}>
                    {words.sample}
                  </text>
                </svg>
                {accent === chosen ? words[where] : words.adjusted[where](accent)}
              </li>
            );
          })}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
    </Preview>
  );
}
