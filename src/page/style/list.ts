/** The list: what is coming, its categories and services, and what is stated for all of it. */
export const list = `
.coming { padding: clamp(1.125rem, 3vw, 1.75rem); border: 1px solid var(--warm-line); border-radius: 14px; background: var(--warm); display: grid; gap: 1.25rem; }
.coming h2 { color: var(--warm-ink); }
.coming-set { display: grid; gap: .75rem; max-width: 46rem; }
.coming-set + .coming-set { padding-top: 1.25rem; border-top: 1px solid var(--warm-line); }
.coming-changes { display: grid; gap: .625rem; }
.coming .gist { color: var(--muted); font-size: .9375rem; margin-top: .125rem; }

.list { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.list-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
.matching, .examples { color: var(--muted); font-size: .9375rem; }

.category { padding-bottom: 2.25rem; }
.category > h3 { padding-bottom: .625rem; border-bottom: 2px solid var(--ink); }
.service { padding-block: 1.375rem; border-bottom: 1px solid var(--line); display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.service:last-child { border-bottom: 0; padding-bottom: 0; }
.service:target { background: var(--raised); box-shadow: 0 0 0 .75rem var(--raised); border-radius: 4px; }
.who { display: grid; gap: .25rem; align-content: start; font-size: .875rem; color: var(--muted); }
.who :is(h3, h4) { color: var(--ink); font-size: 1.0625rem; }
.who :is(h3, h4) a { color: inherit; }
.who .entity { color: var(--ink); font-size: .9375rem; }
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
  .who { grid-row: 1 / span 2; }
  .more { grid-column: 2 / -1; }
}

.about { display: grid; gap: 1rem 2rem; margin-top: 1.25rem; font-size: .9375rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.about .wide { grid-column: 1 / -1; max-width: 46rem; }
.about .plain li + li { margin-top: .375rem; }
.cookie { color: var(--ink); font-weight: 550; }
.about details ul { padding: .375rem 0 .25rem 1.25rem; color: var(--muted); }
.definitions { display: grid; gap: .625rem; padding-block: .5rem .25rem; }
.definitions dt { font-size: inherit; font-weight: 550; color: var(--ink); }
.definitions dd { color: var(--muted); }
`;
