import { type LogoFacts, logoPath } from "../../model/brand/logo.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Folded } from "../kit/parts.tsx";
import type { ConsoleView } from "../shell.tsx";

/** The logo there is; what was wrong with one that was sent; what was left out of one that was taken. */
export type LogoView = { logo: LogoFacts | null; wrong?: string | undefined; removed?: readonly string[] | undefined };

/** The logo as it is shown, with a form to send another and a button to take it away. An image is sent by a form of its own. */
export function LogoSection({ view, logo, isReadOnly }: { view: ConsoleView; logo: LogoView; isReadOnly: boolean }) {
  const words = wordsFor(view.locale).screens.organisation.logo;
  const { logo: shown, wrong, removed = [] } = logo;
  return (
    <Folded id="logo" title={words.heading} open={wrong !== undefined || removed.length > 0}>
      <p class="hint">{words.lead}</p>
      {shown ? (
        <p class="logo-shown">
          <img src={logoPath(shown)} width={shown.width} height={shown.height} alt={words.alt(view.organisation)} />
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      {removed.length > 0 && <p class="notice">{words.removed(removed.join(", "))}</p>}
      {!isReadOnly && (
        <>
          <form
            class="console-form"
            method="post"
            action={href(view, "/console/organisation/logo#logo")}
            enctype="multipart/form-data"
          >
            <div class="field">
              <label for="logo-file">{words.file}</label>
              <span class="hint" id="logo-hint">
                {words.hint}
              </span>
              <input
                type="file"
                id="logo-file"
                name="file"
                accept="image/png,image/svg+xml,.png,.svg"
                required
                aria-describedby={wrong ? "logo-hint logo-wrong" : "logo-hint"}
                aria-invalid={wrong ? "true" : undefined}
                autofocus={wrong !== undefined}
              />
              {wrong && (
                <span class="wrong" id="logo-wrong" role="alert">
                  {wrong}
                </span>
              )}
            </div>
            <button type="submit">{shown ? words.replace : words.add}</button>
          </form>
          {shown && (
            <form method="post" action={href(view, "/console/organisation/logo/remove#logo")}>
              <button type="submit" class="quiet">
                {words.remove}
              </button>
            </form>
          )}
        </>
      )}
    </Folded>
  );
}
