import type { Locale } from "../../model/text.ts";
import { wordsFor } from "../../words/index.ts";

type Props = {
  label: string;
  locale: Locale;
  /** What a browser may fill in: the reader's own address, or nothing. */
  autocomplete: "email" | "off";
  /** What was typed before, when it was not an address. */
  wrong?: string | undefined;
};

/** Asks for an address of mail, and says so when it was not one. */
export function EmailField({ label, locale, autocomplete, wrong }: Props) {
  const isWrong = wrong !== undefined;
  return (
    <p class="field">
      <label for="email">{label}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete={autocomplete}
        required
        maxlength={254}
        value={wrong}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? "email-wrong" : undefined}
        autofocus={isWrong}
      />
      {isWrong && (
        <span class="wrong" id="email-wrong">
          {wordsFor(locale).page.subscribe.invalid}
        </span>
      )}
    </p>
  );
}
