import { Amendment, Scope } from "../../model/amendment.ts";
import { href } from "../../page/shell/view.ts";
import { capitalised, wordsFor } from "../../words/index.ts";
import { namingIn } from "../../words/transfer-sentences.ts";
import { Pick } from "../kit/choices.tsx";
import { dateTyped } from "../kit/dates.ts";
import { Prose, Text } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { DocumentForm, FormState } from "../kit/form-state.ts";
import { regimes } from "../kit/options.ts";
import { Tabs } from "../kit/parts.tsx";
import { CountryNames, Places, placeTyped } from "../kit/places.tsx";
import type { Typed } from "../kit/typed.ts";
import { renderScreen } from "../shell.tsx";
import { endable, type LawView, sayAmendment, standing } from "./law.tsx";
import { LAW, TRANSFERS } from "./parts.tsx";
import { ruleOptions } from "./rules.ts";

export type AmendmentKind = Amendment["kind"];
export type AmendView = LawView & { kind: AmendmentKind; form: FormState };

type Fields = (props: { view: AmendView }) => ReturnType<typeof Text>;

/** Of each kind of amendment: how what was typed is read, and its fields. */
const KINDS: Record<AmendmentKind, { read: (typed: Typed) => unknown; Fields: Fields }> = {
  end: {
    read: (typed) => ({ rule: typed.text("rule"), endsOn: dayIn(typed, "endsOn"), ...whyIn(typed) }),
    Fields: ({ view }) => {
      const { amend: words } = wordsFor(view.locale).screens.transfers;
      const { kit } = wordsFor(view.locale).screens;
      return (
        <>
          <Pick
            form={view.form}
            name="rule"
            required
            options={ruleOptions(endable(view.law, view.today), view.locale)}
            blank={kit.choose}
          />
          <Text form={view.form} name="endsOn" type="date" required hint={words.endsOnHint} />
          <Why view={view} />
          <p>
            <a href={href(view, TRANSFERS)}>{words.tryFirst}</a>
          </p>
        </>
      );
    },
  },
  adequacy: {
    read: (typed) => ({
      regime: typed.text("regime"),
      territories: typed.lines("territories").map(placeTyped),
      startsOn: dayIn(typed, "startsOn"),
      endsOn: dayIn(typed, "endsOn"),
      scope: typed.text("scope"),
      title: typed.text("title"),
      ...whyIn(typed),
    }),
    Fields: ({ view }) => {
      const { amend: words } = wordsFor(view.locale).screens.transfers;
      const { form, locale } = view;
      const scopes = Scope.options.map((each) => [each, capitalised(namingIn(locale).scope(each))] as const);
      return (
        <>
          <Text form={form} name="title" required hint={words.titleHint} maxlength={300} />
          <Pick
            form={form}
            name="regime"
            required
            options={regimes(locale)}
            blank={wordsFor(locale).screens.kit.choose}
          />
          <Places form={form} name="territories" required />
          <Pick form={form} name="scope" options={scopes} blank={words.everybody} />
          <Text form={form} name="startsOn" type="date" required />
          <Text form={form} name="endsOn" type="date" />
          <Why view={view} />
          <CountryNames locale={locale} />
        </>
      );
    },
  },
  "take-back": {
    read: (typed) => ({ number: typed.number("number"), reason: typed.text("reason") }),
    Fields: ({ view }) => {
      const { amend: words } = wordsFor(view.locale).screens.transfers;
      const { form, locale } = view;
      const options = standing(view.amendments).map(
        ({ number, amendment }) =>
          [String(number), wordsFor(locale).terms.explained(String(number), sayAmendment(amendment, view))] as const,
      );
      return (
        <>
          <Pick form={form} name="number" required options={options} blank={wordsFor(locale).screens.kit.choose} />
          <Prose form={form} name="reason" required maxlength={2000} hint={words.reasonHint} />
        </>
      );
    },
  },
};

export const isAmendmentKind = (name: string | undefined): name is AmendmentKind =>
  name !== undefined && Object.hasOwn(KINDS, name);

const dayIn = (typed: Typed, name: string) => {
  const text = typed.text(name);
  return text && dateTyped(text);
};

const whyIn = (typed: Typed) => ({ source: typed.text("source"), reason: typed.text("reason") });

function Why({ view }: { view: AmendView }) {
  const { amend: words } = wordsFor(view.locale).screens.transfers;
  return (
    <>
      <Text form={view.form} name="source" type="url" required maxlength={2000} />
      <Prose form={view.form} name="reason" required maxlength={2000} hint={words.reasonHint} />
    </>
  );
}

/** The form of an amendment of one kind. */
export const amendmentForm = (kind: AmendmentKind): DocumentForm<Amendment> => ({
  labels: (locale) => {
    const { fields, adequacyEnds } = wordsFor(locale).screens.transfers.amend;
    return kind === "adequacy" ? { ...fields, endsOn: adequacyEnds } : fields;
  },
  schema: Amendment,
  read: (typed) => ({ kind, ...(KINDS[kind].read(typed) as object) }),
});

/** Adds to the law: in one of three ways, each a form of its own. */
export function renderAmend(view: AmendView): string {
  const { amend: words, tabs } = wordsFor(view.locale).screens.transfers;
  const { kind, form } = view;
  const path = (each: AmendmentKind) => `${LAW}/amend/${each}`;
  const { Fields } = KINDS[kind];
  const isNothing = kind === "take-back" && standing(view.amendments).length === 0;
  return renderScreen(
    view,
    { page: "transfers", title: words.title, lead: words.lead, back: { path: LAW, label: tabs.law } },
    <>
      <Tabs
        view={view}
        label={words.tabs}
        tabs={(Object.keys(KINDS) as AmendmentKind[]).map((each) => ({
          path: path(each),
          label: words.kinds[each],
          current: each === kind,
        }))}
      />
      {isNothing ? (
        <p>{words.noneToTakeBack}</p>
      ) : (
        <Form form={form} action={href(view, path(kind))} button={words.button}>
          <section aria-label={words.kinds[kind]}>
            <Fields view={view} />
          </section>
        </Form>
      )}
    </>,
  );
}
