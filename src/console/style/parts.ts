/** Where a table has no room, each row is a card. On paper it stays a table. */
const asCards = (width: string, which: string) => {
  const table = `.console ${which}`;
  return `@media screen { @container (max-width: ${width}) {
  ${table}, ${table} :is(caption, tbody, tr, tbody th, td) { display: block; }
  ${table} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  ${table} tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  ${table} :is(tbody th, td) { border: 0; padding: .25rem 0; max-width: none; }
  ${table} .numeric { text-align: start; }
  ${table} td[data-head]:empty { display: none; }
  ${table} td[data-head] { display: flow-root; padding-inline-start: 7.5rem; }
  ${table} td[data-head]:has(> .terms) { padding-inline-start: 0; }
  ${table} td[data-head]:has(> .terms)::before { float: none; display: block; width: auto; margin: 0 0 .125rem; }
  ${table} td[data-head]::before { content: attr(data-head) / ""; float: inline-start; width: 7rem; margin-inline-start: -7.5rem; padding-block-start: .125rem; font-size: .8125rem; color: var(--muted); }
} }`;
};

/** Heads of screens, tables, tabs, states, lists. */
export const parts = `
.console q:lang(fr) { quotes: "«\\00a0" "\\00a0»"; }
.console { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); container-type: inline-size; }
.console :is(section, .live) { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; min-width: 0; }
.screen-head { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: start; justify-content: space-between; }
:is(.console, .screen-head > div) > h1 { font-size: clamp(1.625rem, 1.3rem + 1.2vw, 2rem); }
.screen-head .lead { font-size: 1rem; margin-top: .375rem; }
.screen-head .buttons { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
a.button { display: inline-block; text-align: center; min-height: 2.5rem; padding: .4375rem 1.25rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
a.button:hover { background: var(--accent-hover); color: var(--on-accent); }
.tabs ul { display: flex; gap: .25rem 1.25rem; list-style: none; border-bottom: 1px solid var(--line); overflow-x: auto; }
.tabs a { display: block; padding: .5rem .125rem; color: var(--muted); text-decoration: none; white-space: nowrap; border-bottom: 3px solid transparent; margin-bottom: -1px; }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
.tag.good { background: var(--added); border-color: transparent; color: var(--added-ink); }
.tag.bad { background: var(--removed); border-color: transparent; color: var(--removed-ink); }
.tag.waiting { background: var(--warm); border-color: var(--warm-line); color: var(--warm-ink); }
.console > ul:not([class]), .preview ul:not([class]) { display: grid; gap: .375rem; padding-inline-start: 1.25rem; max-width: 46rem; }
.differs { list-style: none; display: grid; gap: .25rem; }
.differs .tag { margin-inline-start: .375rem; }
.console .inline.hint li + li::before { content: "\\b7"; margin-inline: .375rem; }
.last-days { padding-inline-start: 1.25rem; }
.wanting { color: var(--removed-ink); font-weight: 600; }
.search { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.search .field { flex: 0 1 20rem; min-width: min(100%, 14rem); }
.console search { display: grid; gap: 1rem; }
.console .filters { align-items: end; }
.console .filters > .field:not(.send) { flex: 1 1 12rem; width: auto; order: -2; }
.console .chosen { flex-wrap: wrap; }
.console .choosing:has([name="what"]) { flex-basis: 100%; order: 0; }
.console .chosen .field:has([name="who"], [name="what"]) { flex-basis: 14rem; }
.console .chosen .field.short { min-width: 9.5rem; }
.console .chosen .field.short input { width: 100%; }
.search .wide { flex-basis: 36rem; }
.search .field.short { flex: 0 0 auto; width: auto; min-width: 0; }
.on-one-line { white-space: nowrap; }
.terms li + li { margin-top: .25rem; }
.search .send { flex: 0 0 auto; min-width: 0; width: auto; display: flex; gap: 1rem; align-items: center; }
a.button.quiet { background: var(--ground); color: var(--ink); border: 1px solid var(--edge); }
a.button.quiet:hover { background: var(--raised); color: var(--ink); }
.acts { list-style: none; display: grid; gap: .75rem; }
.acts li { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: .25rem 1.25rem; align-items: center; }
.acts .apart { margin-top: .5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.acts a { text-align: center; }
.badges { display: flex; flex-wrap: wrap; gap: .375rem; }
.coming-days { display: grid; gap: .5rem; }
.coming-days > div { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 1fr); gap: .125rem 1.25rem; }
.coming-days dt { font-weight: 600; font-size: 1rem; color: inherit; }
.console tbody th { min-width: 10rem; }
.console td { min-width: 7.5rem; }
:where(.console :is(tbody th, td):not([colspan])) { max-width: 24rem; }
.console :is(tbody th, td) small { display: inline-block; line-height: 1.45; }
.console .found li > p + p { margin-top: .5rem; }
:is(.console, .console section) > .changed { margin-block: 0; }
.console tbody th small { font-weight: 400; }
.mail { margin-top: .5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); max-height: 32rem; overflow: auto; }
.mail pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.people { padding-inline-start: 1.25rem; overflow-wrap: anywhere; }
.paging { display: flex; gap: 1.5rem; }

.console table { width: 100%; border-collapse: collapse; }
.console caption { text-align: start; font-size: .875rem; color: var(--muted); padding-bottom: .5rem; }
.console :is(th, td) { text-align: start; vertical-align: baseline; padding: .625rem .75rem .625rem 0; border-bottom: 1px solid var(--line); }
.console thead th { font-size: .8125rem; font-weight: 550; color: var(--muted); }
.console thead .numeric { white-space: nowrap; }
.console tbody th { font-weight: 600; }
.console thead th { overflow-wrap: break-word; }
.console :is(tbody th, td) { overflow-wrap: anywhere; }
.console td summary { white-space: nowrap; }
.console tr:has(+ .below), .console tr:has(+ .below) > * { border-bottom: 0; padding-bottom: 0; }
.console .below summary { width: fit-content; color: var(--accent); font-size: .875rem; }
.console .below details > * + * { margin-top: .75rem; }
.console .notice li a { display: inline-block; padding-block: .1875rem; }
.filters .send { flex: 0 0 auto; width: auto; display: flex; gap: 1rem; align-items: center; }
.filters:has(.wrong) { align-items: start; }
.filters:has(.wrong) .send { padding-block-start: 1.625rem; }
.checking { display: grid; gap: .375rem; justify-items: start; }
.checking > :is(.notice, .errors, details) { margin-top: .75rem; }
.console .numeric { text-align: end; font-variant-numeric: tabular-nums; }
.console td form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.beside { display: flex; flex-wrap: wrap; gap: .5rem; }
.console td select { width: auto; max-width: 100%; }
.console td form, .beside { min-width: 0; max-width: 100%; }
.empty p:has(a.button) { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: center; margin-top: 1rem; }
.console td button { min-height: 2.125rem; padding-block: .125rem; font-size: .9375rem; }
.console .key-facts { margin-block: 0; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.console .stack { display: grid; gap: .875rem; max-width: 26rem; justify-items: start; }
.console .rows { list-style: none; display: grid; gap: .5rem; }
.console .rows li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding-block: .5rem; border-bottom: 1px solid var(--line); }
:is(.console, .console td) small.below.below { display: block; font-weight: 400; }
.console ol.steps { list-style: decimal; padding-inline-start: 1.5rem; }
.console ol.steps li { display: list-item; }
.console blockquote { margin: 0; border-inline-start: 3px solid var(--accent); padding-inline-start: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; }
.console .past li { display: grid; gap: .5rem; justify-items: start; justify-content: stretch; }
@media (min-width: 60rem) {
  .console td:has(> .terms) { min-width: 22rem; }
}
@media (min-width: 40.001rem) {
  .console td :is(button, select) { white-space: nowrap; flex: none; }
  .console .rows li { flex-wrap: nowrap; }
  .console .rows li > :is(a, form):last-child { flex: none; }
}
@media (max-width: 40rem) {
  .search .field:not(.send) { flex-basis: 100%; }
  .tabs ul { column-gap: .875rem; }
  .tabs a { font-size: .9375rem; }
  .screen-head .buttons { width: 100%; }
  .screen-head a.button { padding-inline: .625rem; }
  .where-wide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .acts li, .coming-days > div { grid-template-columns: minmax(0, 1fr); }
}
@container (max-width: 60rem) { .console td .tag { white-space: normal; } }
${asCards("40rem", "table")}
${asCards("56rem", ".many")}
.fold > summary { padding-block: .5rem; font-weight: 550; }
.fold[open] { padding-bottom: 1.5rem; }
.fold + .fold { margin-top: -.5rem; }
.console code { overflow-wrap: anywhere; font-size: .8125rem; }
.answered { display: grid; gap: .5rem; padding-block: .75rem; border-top: 1px solid var(--line); }
.accents { display: grid; gap: .5rem; list-style: none; margin: 0; padding: 0; }
.accents li { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.logo-shown { padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
.logo-shown img { display: block; width: auto; max-width: min(20rem, 100%); height: 3rem; object-fit: contain; object-position: left; }
@media print {
  .fold::details-content { display: block; content-visibility: visible; height: auto; }
  .screen-head .buttons, .acts { display: none; }
  .console tr, .answered { break-inside: avoid; }
  .mail { max-height: none; }
  .console :is(tbody th, td) { min-width: 0; }
  .console :is(th, td) { overflow-wrap: normal; font-size: 8pt; padding: .375rem .5rem .375rem 0; }
  .console code { font-size: 7pt; }
}
`;
