import type { Response, ResponseKind } from "../../model/people/response.ts";
import type { Party } from "../../registry/answers/respond.ts";
import { wordsFor } from "../../words/index.ts";
import { Choices, Field, Wrong } from "../parts/fields.tsx";
import { type AnswerField, type Answering, inWords, onlyLastDay, onlyParty } from "./respond-view.ts";

/**
 * The recorded answer that the form begins with; none yet, or more than one customer to choose from. A question that is
 * open is shown before anything else, for no other words to be asked in its place unseen.
 */
function recordedOf(view: Answering): Response | undefined {
  if (view.parties.length > 1) return undefined;
  const customer = view.parties[0]?.externalId ?? null;
  const late = onlyLastDay(view)?.isOver === true;
  const own = view.answers.filter(
    (answer) => answer.channel === null && answer.late === late && answer.customer === customer,
  );
  const isOpenQuestion = ({ kind, outcome }: Response) => kind === "asked" && outcome === null;
  return own.find(isOpenQuestion) ?? own.find(({ kind }) => kind !== "asked") ?? own[0];
}

/** What the form starts with: what was just sent or, where there is only one to answer for, the answer recorded. */
function startOf(view: Answering, recorded: Response | undefined): Record<AnswerField, string> {
  if (view.wrong) return view.wrong.sent;
  const { kind = "", text, onBehalfOf } = recorded ?? {};
  return { kind, text: text ?? "", customer: onlyParty(view)?.externalId ?? "", onBehalfOf: onBehalfOf ?? "" };
}

/** What to say of a field that cannot be taken as it was sent. */
function wrongIn({ wrong, locale }: Answering, field: AnswerField): string | undefined {
  return wrong?.fields.includes(field) ? wordsFor(locale).answers.page.wrong[field] : undefined;
}

/** `only`: the one answer that is left to give. */
export function AnswerForm({ view, only }: { view: Answering; only?: ResponseKind | undefined }) {
  const { page, yourAnswer } = wordsFor(view.locale).answers;
  const recorded = only ? undefined : recordedOf(view);
  const start = startOf(view, recorded);
  // Nobody is offered to approve what nobody asks them to approve. Sent all the same, it is recorded as what it says.
  const isAsked =
    [start, ...view.answers].some(({ kind }) => kind === "approved") || view.parties.some((party) => party.isAsked);
  const hasApproved = view.answers.some(
    ({ kind, channel, superseded }) => kind === "approved" && channel === null && superseded === null,
  );
  const { approved, ...others } = page.choices;
  // Whose approval is needed, or given, finds it first, and is told that to take note gives none.
  const choices = isAsked ? { approved, ...others, acknowledged: page.notAnApproval } : page.choices;
  const isOffered = ([kind]: [string, string]) => (only ? kind === only : kind !== "approved" || isAsked);
  return (
    <form method="post">
      <Behalf view={view} chosen={start} />
      <Choices name="kind" label={yourAnswer} wrong={wrongIn(view, "kind")}>
        {Object.entries(choices)
          .filter(isOffered)
          .map(([kind, words]) => (
            <label>
              <input type="radio" name="kind" value={kind} required checked={start.kind === kind} /> {words}
            </label>
          ))}
      </Choices>
      {hasApproved && !only && <p class="hint">{page.takesBack}</p>}
      <Field
        as="textarea"
        name="text"
        label={page.text}
        rows={6}
        maxlength={5000}
        dir="auto"
        hint={{ id: "text-hint", text: page.textHint }}
        wrong={wrongIn(view, "text")}
      >
        {/* A form drops the first line break of what it shows. */}
        {`\n${start.text}`}
      </Field>
      <button type="submit">{recorded ? page.change : page.send}</button>
    </form>
  );
}

/** On whose behalf: given for a contact of one customer, a choice for one of several, free for a follower. */
function Behalf({ view, chosen }: { view: Answering; chosen: Record<AnswerField, string> }) {
  const { behalf, page } = wordsFor(view.locale).answers;
  const only = onlyParty(view);
  if (only) {
    return (
      <>
        <input type="hidden" name="customer" value={only.externalId} />
        <Wrong name="customer" text={wrongIn(view, "customer")} />
      </>
    );
  }
  if (view.parties.length === 0) {
    return (
      <Field
        name="onBehalfOf"
        label={page.followerBehalf}
        type="text"
        maxlength={200}
        autocomplete="organization"
        value={chosen.onBehalfOf}
        hint={{ id: "behalf-hint", text: page.followerBehalfHint }}
        wrong={wrongIn(view, "onBehalfOf")}
      />
    );
  }
  return (
    <Choices name="customer" label={behalf} wrong={wrongIn(view, "customer")}>
      {view.parties.map((party) => (
        <label>
          <input
            type="radio"
            name="customer"
            value={party.externalId}
            required
            checked={party.externalId === chosen.customer}
          />{" "}
          <span>
            <span dir="auto">{party.name}</span> <span class="hint">{termsOf(party, view)}</span>
          </span>
        </label>
      ))}
    </Choices>
  );
}

/** What holds for one of several customers: its day, where they differ, and whether its approval is needed. */
function termsOf(party: Party, view: Answering): string {
  const { page } = wordsFor(view.locale).answers;
  const parts = party.isAwaited ? [page.customerApproval] : [];
  const date = onlyLastDay(view) === null ? inWords(party, view) : null;
  if (date !== null) parts.unshift(party.isOver ? page.customerOver(date) : page.customerUntil(date));
  return parts.join(" · ");
}
