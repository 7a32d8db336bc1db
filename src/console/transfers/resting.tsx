import { wordsFor } from "../../words/index.ts";
import { Table } from "../kit/table.tsx";
import { Reading, Whose } from "./parts.tsx";
import type { VerdictsView, WhatIfView } from "./view.ts";

export const entryOf = ({ list }: Pick<VerdictsView, "list">, vendor: string | undefined) =>
  list.find(({ slug }) => slug === vendor);

/** What keeps its tool, whose assessment leans on what the decision found; said as well where what falls has a tool left. */
export function Renewed({ view }: { view: WhatIfView }) {
  const { whatIf: words } = wordsFor(view.locale).screens.transfers;
  const { renewed, renewedTotal: total } = view;
  const isLeft = "effect" in view.rule && view.rows.some(({ after }) => after.reason.code === "safeguard");
  if (total === 0) return isLeft ? <p class="notice">{words.renewHint}</p> : null;
  return (
    <section aria-labelledby="renew">
      <h2 id="renew">{words.renew(total)}</h2>
      <p>{words.renewHint}</p>
      <Resting view={view} rows={renewed} total={total} caption={words.renew(total)} />
    </section>
  );
}

/** The services that lose nothing without the rule, and what each rests on. */
export function Unaffected({ view }: { view: WhatIfView }) {
  const { whatIf: words } = wordsFor(view.locale).screens.transfers;
  const { unaffected, unaffectedTotal: total, unaffectedNone: none } = view;
  if (total === 0) return null;
  const counted = words.unaffected(total - none, none);
  return (
    <details>
      <summary>{counted}</summary>
      <Resting view={view} rows={unaffected} total={total} caption={counted} />
    </details>
  );
}

type RestingProps = { view: WhatIfView; rows: WhatIfView["unaffected"]; total: number; caption: string };

function Resting({ view, rows, total, caption }: RestingProps) {
  const { transfers } = wordsFor(view.locale).screens;
  const { whatIf: words } = transfers;
  type Row = (typeof rows)[number];
  return (
    <Table
      isHeaded={total <= rows.length}
      caption={total > rows.length ? words.first(rows.length) : caption}
      rows={rows}
      columns={[
        {
          head: transfers.vendor,
          cell: ({ vendor, service }: Row) => <Whose view={view} entry={entryOf(view, vendor)} service={service} />,
        },
        { head: words.law, cell: ({ regime }: Row) => wordsFor(view.locale).terms.regimes[regime] },
        {
          head: words.rests,
          cell: (row: Row) => (
            <Reading view={view} assessment={row} regime={row.regime} entry={entryOf(view, row.vendor)} />
          ),
        },
      ]}
    />
  );
}
