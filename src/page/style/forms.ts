/** Forms: the filters, the subscription and its preferences. */
export const forms = `
.field { display: grid; gap: .25rem; min-width: 0; width: 100%; }
label, legend { font-size: .875rem; font-weight: 550; padding: 0; }
input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea {
  width: 100%;
  min-width: 0;
  height: 2.5rem;
  padding: .375rem .625rem;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--ground);
}
textarea { height: auto; padding-block: .5rem; resize: vertical; }
:is(input, textarea)[aria-invalid] { border-color: var(--removed-ink); }
::placeholder { color: var(--muted); opacity: 1; }
.wrong { color: var(--removed-ink); font-size: .875rem; font-weight: 550; }

.choices { border: 0; display: grid; gap: .125rem; min-width: 0; width: 100%; }
.choices > label { display: flex; gap: .5rem; align-items: center; min-height: 1.875rem; font-weight: 400; }
:is(.choices > label, .options label) > input { width: 1.125rem; height: 1.125rem; margin: 0; flex: none; accent-color: var(--accent); }
.hint { font-size: .8125rem; color: var(--muted); }

button {
  min-height: 2.5rem;
  padding: .375rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  cursor: pointer;
}
button:hover { background: var(--accent-hover); }
button.quiet { background: var(--ground); color: var(--ink); border-color: var(--edge); }
button.quiet:hover { background: var(--raised); }

.as-test { display: grid; gap: 1rem; min-width: 0; padding: .5rem 1rem 1rem; border: 1px dashed var(--edge); border-radius: 8px; }
.as-test > legend { padding-inline: .375rem; }
.as-test button { background: var(--raised); color: var(--muted); border-color: var(--line); cursor: not-allowed; }

.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.subscribe { padding: 1rem 1.125rem; border: 1px solid var(--line); border-radius: 14px; background: var(--raised); display: grid; gap: .625rem; }
.subscribe h2 { font-size: 1.125rem; }
.subscribe > p { font-size: .9375rem; color: var(--muted); }
.subscribe-form { position: relative; display: grid; gap: .625rem; margin-top: .25rem; }
.subscribe .choices { grid-template-columns: repeat(auto-fit, minmax(6.5rem, max-content)); column-gap: 1rem; }
.subscribe .choices :is(legend, .hint) { grid-column: 1 / -1; }

.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding-bottom: .25rem; }
.filters .wide { flex: 1 1 12rem; width: auto; }
.filters .actions { flex: 0 0 auto; width: auto; display: flex; gap: 1rem; align-items: center; }
.choosing { flex: 1 0 100%; font-size: .875rem; }
.chosen { display: flex; flex-wrap: wrap; gap: .75rem 1rem; padding-block: .5rem; }
.chosen .field { flex: 1 1 8.5rem; width: auto; }

/* Where there is room, all filters are in sight. */
@supports selector(::details-content) {
  @media (min-width: 56.25rem) {
    .choosing { flex: 3 1 34rem; order: -1; }
    .filters .wide { order: -2; }
    .choosing summary { display: none; }
    .choosing::details-content { display: block; content-visibility: visible; height: auto; }
    .chosen { padding-block: 0; flex-wrap: nowrap; align-items: end; }
    .chosen .field { flex: 1 1 6rem; min-width: min-content; }
    .chosen label { white-space: nowrap; }
  }
}
`;
