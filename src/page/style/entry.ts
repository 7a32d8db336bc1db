/** One service by itself, as its vendor's page and the console show it; the list folds the same parts. */
export const entry = `
.service { padding-block: 1.375rem; border-bottom: 1px solid var(--line); display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.service:last-child { border-bottom: 0; padding-bottom: 0; }
.service:target { background: var(--raised); box-shadow: 0 0 0 .75rem var(--raised); border-radius: 4px; }
.who { display: grid; gap: .25rem; align-content: start; font-size: .875rem; color: var(--muted); }
.who h3 { color: var(--ink); font-size: 1.0625rem; }
.who h3 a { color: inherit; }
.who .tags { margin-block: .125rem .25rem; }
.what, .where { display: grid; gap: .75rem; align-content: start; }
.fact dd { margin-top: .0625rem; }
.what dd, .where dd { font-size: .9375rem; }
.where li + li { margin-top: .25rem; }
.more { display: grid; gap: .5rem; font-size: .875rem; }
.links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.more details ul { padding: .5rem 0 .25rem 1.25rem; color: var(--muted); }

@media (min-width: 42rem) {
  .service { grid-template-columns: minmax(0, 13rem) minmax(0, 1.5fr) minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 2rem; }
  .service .who { grid-row: 1 / span 2; }
  .service .more { grid-column: 2 / -1; }
}
`;
