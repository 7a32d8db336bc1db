/** The forms to take along, and the list in a frame. */
export const formsToTake = `
.take-along { display: grid; gap: .25rem; font-size: .875rem; }
.take-along h2 { margin-bottom: .25rem; }
.take-along div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; }
.take-along div > p { font-size: .8125rem; color: var(--muted); min-width: 8.5rem; }
.take-along ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.take-along a { display: inline-block; padding-block: .1875rem; }

.vendor .service > .who > p { color: var(--ink); }
.vendor .summary small a { display: inline-block; padding-block: .25rem; font-weight: 400; }
.intro + :is(.vendor, .compare) { margin-top: 2rem; }
.compare + .notice { margin-top: 1rem; }
:is(.vendor, .compare) .filters { padding-top: 1rem; }
:is(.vendor, .compare) .filters .field:not(.actions) { flex: 0 1 12rem; }
.vendor .gist { font-size: .9375rem; color: var(--muted); }

.embedded main { padding: .75rem; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.embedded h1 { font-size: 1.25rem; letter-spacing: 0; }
.embedded table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
.embedded :is(th, td) { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
.embedded thead th { font-size: .8125rem; font-weight: 550; color: var(--muted); }
.embedded tbody th { font-weight: 550; }
.embedded th small { display: block; font-weight: 400; }
@media (max-width: 30rem) {
  .embedded thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .embedded :is(table, tbody, tr, th, td) { display: block; padding: 0; border: 0; }
  .embedded tr { padding-block: .625rem; border-bottom: 1px solid var(--line); }
}
`;
