import type { HeldBecause } from "../../model/people/delivery.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import { ByChange, type OfChange } from "../kit/of-change.tsx";
import { Action, Badge, Facts, Live, type Tone } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { CONSOLE_PAGES, type ConsoleView, renderScreen } from "../shell.tsx";
import { DELIVERY, DeliveryTabs } from "./parts.tsx";
import { type Trouble, titleOfMail, triedOf } from "./trouble.ts";

/** The state of sending. */
type SendingStatus = {
  state: "idle" | "sending" | "waiting" | "paused" | "held";
  held: { because: HeldBecause; since: Date } | null;
  paused: { because: string; since: Date } | null;
  pending: { deliveries: number; nextAttemptAt: Date | null };
  /** What is wrong with mail to the organisation itself. */
  privacyEmail: { email: string; mails: number; since: Date; because: string | null; nextTryAt: Date } | null;
  limit: { requests: number; seconds: number } | null;
  expectedEndAt: Date | null;
};

export type SendingView = ConsoleView & {
  status: SendingStatus;
  batches: readonly Trouble[];
  mayDecide: boolean;
  of: OfChange;
};

const TONES = {
  idle: "plain",
  sending: "good",
  waiting: "waiting",
  paused: "bad",
  held: "bad",
} as const satisfies Record<SendingStatus["state"], Tone>;

/** What is being sent and when that ends, what holds it up, and what did not arrive. */
export function renderSending(view: SendingView): string {
  const { delivery: words } = wordsFor(view.locale).screens;
  const { status } = view;
  const { pending, expectedEndAt, limit } = status;
  return renderScreen(
    view,
    { page: "delivery", lead: words.lead },
    <>
      <DeliveryTabs view={view} current="sending" />
      <Held view={view} />
      <Paused view={view} />
      <ToOrganisation view={view} />
      <Live view={view} path={DELIVERY} name="sending" isUnderWay={pending.deliveries > 0}>
        <Facts
          facts={[
            [words.state, <Badge tone={TONES[status.state]}>{words.states[status.state]}</Badge>],
            [words.pending, words.pendingOf(pending.deliveries)],
            ...(pending.nextAttemptAt && pending.deliveries > 0
              ? [[words.next, formatMoment(pending.nextAttemptAt, view)] as const]
              : []),
            ...(expectedEndAt ? [[words.end, formatMoment(expectedEndAt, view)] as const] : []),
            ...(limit ? [[words.limit, words.limitOf(limit.requests, limit.seconds)] as const] : []),
          ]}
        />
      </Live>
      <section aria-labelledby="trouble">
        <h2 id="trouble">{words.trouble.title}</h2>
        {(view.batches.length > 0 || view.of.chosen !== null) && <ByChange view={view} path={DELIVERY} of={view.of} />}
        {view.batches.length === 0 ? (
          <p role="status">
            {view.of.chosen === null ? words.trouble.none : words.trouble.noneOfChange(view.of.chosen)}
          </p>
        ) : (
          <Batches view={view} />
        )}
      </section>
    </>,
  );
}

function Held({ view }: { view: SendingView }) {
  const { held: words } = wordsFor(view.locale).screens.delivery;
  const { held } = view.status;
  if (!held) return null;
  return (
    <section class="errors" aria-labelledby="held">
      <h2 id="held">{words.title}</h2>
      <p>{words[held.because](formatMoment(held.since, view))}</p>
      {view.mayDecide && (
        <Action view={view} action={`${DELIVERY}/resume`} button={words.resume}>
          <span>{words.hint[held.because]}</span>
        </Action>
      )}
    </section>
  );
}

function Paused({ view }: { view: SendingView }) {
  const { paused: words } = wordsFor(view.locale).screens.delivery;
  const { paused, held } = view.status;
  if (!paused || held) return null;
  return (
    <section class="errors" aria-labelledby="paused">
      <h2 id="paused">{words.title}</h2>
      <p>{words.text(formatMoment(paused.since, view))}</p>
      <p>
        {words.because} <q dir="auto">{paused.because}</q>
      </p>
      {view.mayDecide && (
        <Action view={view} action={`${DELIVERY}/resume`} button={words.resume}>
          <span>{words.hint}</span>
        </Action>
      )}
    </section>
  );
}

/** That mail to the organisation itself does not arrive, which nobody can be mailed. */
function ToOrganisation({ view }: { view: SendingView }) {
  const { privacy: words } = wordsFor(view.locale).screens.delivery;
  const { privacyEmail } = view.status;
  if (!privacyEmail) return null;
  const { email, mails, since, because, nextTryAt } = privacyEmail;
  return (
    <section class="errors" aria-labelledby="privacy">
      <h2 id="privacy">{words.title}</h2>
      <p>{words.text(email, mails, formatMoment(since, view))}</p>
      {because && (
        <p>
          <q dir="auto">{because}</q>
        </p>
      )}
      <p>
        {words.next(formatMoment(nextTryAt, view))}{" "}
        <a href={href(view, CONSOLE_PAGES.organisation)}>{words.organisation}</a>
      </p>
    </section>
  );
}

const BATCH_TONES = {
  uncertain: "waiting",
  pending: "plain",
  paused: "bad",
  held: "bad",
  sent: "bad",
  failed: "bad",
} as const satisfies Record<Trouble["state"] | "paused" | "held", Tone>;

function Batches({ view }: { view: SendingView }) {
  const { trouble: words } = wordsFor(view.locale).screens.delivery;
  const { paused, held } = view.status;
  // What waits is not tried while nothing is sent.
  const waits = held ? "held" : paused ? "paused" : "pending";
  return (
    <Table
      caption={words.caption}
      rows={view.batches}
      columns={[
        { head: words.what, cell: (batch) => titleOfMail(batch, view.locale) },
        {
          head: words.outcome,
          cell: ({ failed, deliveries, lastError, ...batch }) => {
            const state = batch.state === "pending" ? waits : batch.state;
            const because = lastError ?? (state === "paused" ? paused?.because : null);
            return (
              <>
                <Badge tone={BATCH_TONES[state]}>{words.badges[state]}</Badge>{" "}
                {state === "sent" || state === "failed"
                  ? words.states[state](failed, deliveries)
                  : words.states[state](deliveries)}
                {because && (
                  <>
                    <br />
                    <small class="hint" dir="auto">
                      {because}
                    </small>
                  </>
                )}
              </>
            );
          },
        },
        {
          head: words.tried,
          cell: (batch) => triedOf(batch, view),
        },
        ...(view.mayDecide
          ? [{ head: words.decide, isPlain: true, cell: (batch: Trouble) => <Decide view={view} batch={batch} /> }]
          : []),
      ]}
    />
  );
}

function Decide({ view, batch }: { view: SendingView; batch: Trouble }) {
  const { trouble: words } = wordsFor(view.locale).screens.delivery;
  if (batch.state === "pending") return null;
  return (
    <a
      href={href(view, `${DELIVERY}/batches/${batch.id}`)}
      aria-label={words.decideOf(titleOfMail(batch, view.locale))}
    >
      {words.decide}
    </a>
  );
}
