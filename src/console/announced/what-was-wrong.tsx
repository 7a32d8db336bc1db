import { isDoneBy } from "../../model/change/share.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { titleOfSet } from "../changes/list.tsx";
import { Radios } from "../kit/choices.tsx";
import { renderScreen } from "../shell.tsx";
import { formPath, vendorPath } from "../vendors/path.ts";
import { correctable } from "./forms.ts";
import { ACTS, type Act, pathOf, type SetView, wordsOf } from "./view.ts";

/**
 * What can be wrong with an announcement: how it was told, an entry of the list, or that it leaves something out. Words alone
 * put only the first right: what they add nobody could object to, or has approved (GDPR Art. 28(2)).
 */
const WRONG = ["wording", "entry", "more"] as const;
/** What words do not put right. */
export type BeyondWords = Exclude<(typeof WRONG)[number], "wording">;
export const isBeyondWords = (wrong: string | undefined): wrong is BeyondWords => wrong === "entry" || wrong === "more";

const correctPath = (view: SetView) => `${pathOf(view)}/${ACTS.correct.path}`;

const headOf = (view: SetView) => ({
  page: "changes" as const,
  title: wordsOf(view).act.correct.title,
  back: { path: pathOf(view), label: titleOfSet(view.set, view) },
});

/** Asks what was wrong before words are asked for. `isUnanswered`: it was sent without a choice. */
export function renderWhatWasWrong(view: SetView, isUnanswered: boolean): string {
  const { wrong: words } = wordsOf(view);
  const { kit } = wordsFor(view.locale).screens;
  const form = {
    locale: view.locale,
    labels: { wrong: words.question },
    values: {},
    wrong: isUnanswered ? { wrong: kit.choose } : {},
  };
  return renderScreen(
    view,
    headOf(view),
    <form class="console-form" method="get" action={correctPath(view)}>
      {view.lang && <input type="hidden" name="lang" value={view.lang} />}
      <input type="hidden" name="asked" value="yes" />
      <section>
        <Radios form={form} name="wrong" options={WRONG.map((each) => [each, ...words.choices[each]])} />
      </section>
      <div class="actions">
        <button type="submit">{words.onward}</button>
        <a href={href(view, pathOf(view))}>{kit.cancel}</a>
      </div>
    </form>,
  );
}

/** The ways to put right what words do not: each vendor's own, by whether its change is in force. */
export function renderBeyondWords(view: SetView, wrong: BeyondWords): string {
  const { set, today, may } = view;
  const words = wordsOf(view);
  const { entry } = words.wrong;
  const said = words.wrong[wrong];
  const isEntry = wrong === "entry";
  const acts = (["withdraw", "postpone"] as const).filter((act) => may.includes(act));
  const to = (act: Act) => href(view, `${pathOf(view)}/${ACTS[act].path}`);
  return renderScreen(
    view,
    { ...headOf(view), title: said.title, lead: said.lead },
    <>
      {correctable(set).map((change) => {
        const { vendor, name } = change;
        const isInForce = isDoneBy(change, today);
        const isListed = change.kind !== "removed";
        return (
          <section aria-labelledby={`wrong-${vendor}`}>
            <h2 id={`wrong-${vendor}`} dir="auto">
              {name}
            </h2>
            <p>{isInForce ? (isListed ? said.inForce : said.removed) : said.toCome}</p>
            <p class="buttons">
              {!isInForce ? (
                acts.map((act) => (
                  <a class="button quiet" href={to(act)}>
                    {words.can[act].link}
                  </a>
                ))
              ) : isListed && isEntry ? (
                <a class="button quiet" href={formPath.wrong(view, vendor)}>
                  {entry.rectify}
                </a>
              ) : (
                <a class="button quiet" href={href(view, vendorPath(vendor))}>
                  {entry.toVendor}
                </a>
              )}
            </p>
          </section>
        );
      })}
      <p>
        <a class="onward" href={href(view, correctPath(view), { wrong: "wording" })}>
          {entry.wording}
        </a>
      </p>
    </>,
  );
}
