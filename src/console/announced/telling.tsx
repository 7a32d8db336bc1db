import { LANGUAGES } from "../../model/values/languages.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatList } from "../../words/index.ts";
import { People } from "../kit/people.tsx";
import { movable } from "./forms.ts";
import { ToldMail } from "./told-mail.tsx";
import { ACTS, type ActView, pathOf, type Told, wordsOf } from "./view.ts";

/** Whom a deed would tell what: a part for each notice, with its mails. */
export function Tellings({ view }: { view: ActView }) {
  const { told: words } = wordsOf(view);
  if (view.act === "resend") return <p>{words.missed(view.missed)}</p>;
  const all = view.told.filter(({ contacts, followers, suppressed }) => contacts + followers + suppressed > 0);
  return (
    <>
      {all.length === 0 && <p>{words.nobody}</p>}
      {all.map((each) => (
        <Telling view={view} told={each} isAlone={all.length === 1} />
      ))}
      {view.act === "withdraw" &&
        view.hasUntried &&
        movable(view.set, view.today).length === view.set.changes.length && <p>{words.untried}</p>}
    </>
  );
}

function Telling({ view, told, isAlone }: { view: ActView; told: Told; isAlone: boolean }) {
  const { told: words } = wordsOf(view);
  const { kind, changeSet, contacts, followers, suppressed, byLocale, named, mails } = told;
  const notices: Record<string, string> = words.notices;
  const heading = notices[kind] ?? "";
  const languages = (Object.entries(byLocale) as [Locale, number][]).map(([locale, n]) =>
    words.inLanguage(LANGUAGES[locale].name, n),
  );
  return (
    <>
      {!isAlone && <h3>{changeSet === view.set.number ? heading : words.ofOther(heading, changeSet)}</h3>}
      <p>
        {contacts + followers === 0 ? words.nobody : words.people(contacts + followers, contacts, followers)}
        {languages.length > 1 && ` ${words.byLanguage(formatList(languages, view.locale))}`}
        {suppressed > 0 && ` ${words.suppressed(suppressed)}`}
      </p>
      <People locale={view.locale} people={named} all={contacts + followers} />
      {contacts + followers > 0 && (
        <>
          <p class="hint">{mails.length > 0 ? words.mailHint : words.unwritten}</p>
          {mails.map((mail, index) => (
            <ToldMail
              view={view}
              mail={mail}
              isOpen={index === 0 && isAlone}
              path={`${pathOf(view)}/${ACTS[view.act].path}`}
              typed={view.typed}
            />
          ))}
        </>
      )}
    </>
  );
}
