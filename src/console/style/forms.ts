import { LOCALES } from "../../model/values/text.ts";

/** A language that is not ticked has no fields, but where something stands in them. */
const unticked = LOCALES.map(
  (locale) =>
    `.console-form:has([name="locales"][value="${locale}"]:not(:checked)) .written-${locale} { display: none; }`,
).join("\n");

/** Forms: sections of fields, rows that repeat, what is wrong. */
export const forms = `
.console-form { display: grid; gap: 2.5rem; border: 0; padding: 0; min-width: 0; }
.console-form > section { max-width: 46rem; gap: 1.375rem; }
.console-form section > h2 { padding-bottom: .5rem; border-bottom: 2px solid var(--ink); }
.console-form :is(.hint, .wrong) { max-width: 40rem; }
.field:has(:required) > label::after { content: " *" / ""; color: var(--muted); }
.field.short input { width: 13rem; max-width: 100%; }
.folded.folded > summary { width: auto; color: var(--ink); padding-block: .25rem .5rem; border-bottom: 2px solid var(--ink); cursor: pointer; }
.folded > summary > h2 { display: inline; padding: 0; border: 0; }
.console-form .folded[open] > summary + * { margin-top: 1.375rem; }
.console > section:has(> .folded) { max-width: 46rem; }
.folded > .stacked { display: grid; gap: 1.375rem; min-width: 0; }
.check { display: grid; gap: .25rem; }
.check label { display: flex; gap: .5rem; align-items: start; font-weight: 400; font-size: .9375rem; }
.check input { width: 1.125rem; height: 1.125rem; margin: .1875rem 0 0; flex: none; accent-color: var(--accent); }
.choices { gap: .375rem; }
.choices .field label, .row-of .field label { font-weight: 500; }
.choices details { margin-top: .375rem; }
.console-form details > * + * { margin-top: .75rem; }
.choices summary, .console-form summary { color: var(--accent); font-size: .9375rem; padding-block: .125rem; width: fit-content; }
.days { display: grid; gap: .75rem; }
.side-by-side { display: grid; align-items: start; gap: .75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.pair { display: grid; align-items: end; gap: .75rem 1rem; grid-template-columns: repeat(2, minmax(0, 1fr)); width: 100%; }
.pair:has(.wrong, .hint) { align-items: start; }
.period { display: grid; gap: .75rem 1rem; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); align-items: end; max-width: 34rem; }
.period:has(.wrong) { align-items: start; }
.period .short input { width: 100%; }
${unticked}
.contents-line { font-size: .9375rem; }
html:has(.actions) { scroll-padding-bottom: 5rem; }
.console-form:has([name="authorisation"][value="specific"]:checked) .of-general:not(:has([aria-invalid], .wrong)) { display: none; }
.console-form:not(:has([name="authorisation"][value="specific"]:checked)) .of-specific { display: none; }
.outcome { display: grid; gap: .5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.outcome dd { font-weight: 600; }
.rows-of > legend { font-weight: 600; padding-block-end: .5rem; }
.rows-of > .side-by-side { width: 100%; }
.rows-of { border: 0; display: grid; gap: .75rem; min-width: 0; justify-items: start; }
.row-of { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .75rem 1rem; width: 100%; min-width: 0; padding: .75rem 1rem 1rem; border: 1px solid var(--line); border-radius: 10px; justify-items: start; align-items: start; }
.row-of > :is(.choices, .check, .rows-of, .field:has(textarea), details) { grid-column: 1 / -1; }
.row-of > button { align-self: end; justify-self: start; margin-block-end: .125rem; }
.options { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.options label { display: flex; gap: .5rem; align-items: start; padding-block: .1875rem; font-weight: 400; }
.options label > input { margin-top: .125rem; }
.options.one-below-the-other { display: grid; gap: .625rem; margin-top: .25rem; }
.one-below-the-other label { align-items: start; font-weight: 550; }
.one-below-the-other input { flex: none; margin-top: .1875rem; }
.one-below-the-other small { display: block; max-width: 40rem; font-weight: 400; }
.row-of > legend { padding-inline: .375rem; margin-inline-start: -.375rem; font-size: .8125rem; color: var(--muted); }
.console-form button.quiet { min-height: 2.25rem; padding-block: .25rem; font-size: .9375rem; }
.actions { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; padding-block: .875rem; background: var(--ground); border-top: 1px solid var(--line); z-index: 1; }
.save-state[data-busy]::before { content: ""; display: inline-block; width: .875rem; height: .875rem; margin-inline-end: .5rem; vertical-align: -.125rem; border: 2px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { .save-state[data-busy]::before, .preview::after { animation: none; } }
.save-state { color: var(--muted); font-size: .875rem; }
.console-form:disabled :is(input, select, textarea) { opacity: 1; color: var(--ink); background: var(--raised); border-color: var(--line); }

.errors { padding: 1rem 1.25rem; border: 1px solid var(--removed-ink); border-radius: 12px; background: var(--removed); color: var(--removed-ink); display: grid; gap: .5rem; max-width: 46rem; }
.notice.good:focus { outline: none; }
.errors h2 { font-size: 1.0625rem; }
.errors ul { padding-inline-start: 1.25rem; }
.errors li { padding-block: .125rem; }
.errors a { color: inherit; }
:is(input, textarea, select)[aria-invalid] { border-color: var(--removed-ink); }
.preview { padding: 1rem 1.25rem; border-radius: 12px; background: var(--raised); display: grid; gap: .75rem; justify-items: start; }
.preview { position: relative; }
[data-preview][aria-busy="true"] { color: var(--muted); }
.preview:has(> [aria-busy="true"])::after { content: ""; position: absolute; inset-block-start: 1.125rem; inset-inline-end: 1.125rem; width: .875rem; height: .875rem; border: 2px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
.preview > button[hidden] { display: none; }
.preview > [data-preview] { display: grid; gap: .5rem; width: 100%; }
.row-of details > * + * { margin-top: .75rem; }
.console-form dl:not(.outcome) > div + div { margin-top: .5rem; }
.console-form dt { font-weight: 600; font-size: .9375rem; color: var(--ink); }
.console-form dd { font-size: .9375rem; }
.console-form [data-preview]:empty { display: none; }
.preview h3 { font-size: .9375rem; }
.action { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
/* On a small screen a bar that stays would cover what is typed in. */
@media (max-width: 40rem), (max-height: 30rem) {
  .actions { position: static; }
  html:has(.actions) { scroll-padding-bottom: 0; }
}
@media (min-width: 40.001rem) {
  .row-of > .pair { display: contents; }
}
@media (max-width: 40rem) {
  .console-form { gap: 1.75rem; }
  .console-form > section { gap: 1rem; }
  .contents-line ul { flex-wrap: nowrap; overflow-x: auto; padding-block-end: .5rem; white-space: nowrap; scrollbar-width: thin; }
  .row-of > .pair { grid-column: 1 / -1; }
  .period { grid-template-columns: 5rem minmax(0, 1fr); gap: .75rem .625rem; }
  .period:has(.wrong) { grid-template-columns: minmax(0, 1fr); }
}
/* What is asked of a file: a row each. What a field is called stands in its row, and at the head of its column. */
.asked { display: grid; gap: .75rem; justify-items: start; min-width: 0; }
.asked table { width: 100%; }
.asked caption { color: var(--ink); font-weight: 600; font-size: 1rem; }
.asked .field { margin: 0; }
.asked .field > label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.asked :is(select, input) { width: 100%; min-width: 0; }
.refused { display: grid; gap: .25rem; max-width: 46rem; padding-inline-start: 1.25rem; overflow-wrap: anywhere; }
@media (min-width: 40.001rem) {
  .asked tbody th { width: 20%; }
  .asked td:nth-child(3) { width: 32%; }
  .asked td:nth-child(4) { width: 18%; }
}
.confirm { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; }
`;
