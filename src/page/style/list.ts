/** The list: what is coming, its categories and services, and what is stated for all of it. */
export const list = `
.coming { padding: clamp(.75rem, 2vw, 1.125rem); border: 1px solid var(--warm-line); border-radius: 12px; background: var(--warm); display: grid; gap: .625rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); font-size: .875rem; line-height: 1.4; }
/* One or two sets take the whole width: the heading, which spans all columns, keeps empty ones from closing. */
@media screen {
  .coming:not(:has(.coming-set ~ .coming-set)) { grid-template-columns: minmax(0, 1fr); }
  .coming:not(:has(.coming-set ~ .coming-set)) > .coming-set { max-width: none; }
  .coming:has(.coming-set ~ .coming-set):not(:has(.coming-set ~ .coming-set ~ .coming-set)) { grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
}
.coming > p { grid-column: 1 / -1; max-width: 60rem; }
.coming h2 { color: var(--warm-ink); grid-column: 1 / -1; font-size: 1.25rem; }
.coming-set { display: grid; gap: .25rem; align-content: start; max-width: 46rem; padding-top: .5rem; border-top: 1px solid var(--warm-line); }
.coming-set h3 { font-size: .9375rem; }
.coming-changes { display: grid; gap: .25rem; }
.coming .gist { color: var(--muted); }

.list { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.list-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
.matching, .examples { color: var(--muted); font-size: .9375rem; }
.list-foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; font-size: .8125rem; color: var(--muted); }

.about { display: grid; gap: .75rem 2rem; margin-top: .75rem; font-size: .9375rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.about .wide { grid-column: 1 / -1; max-width: 46rem; }
.about .plain li + li { margin-top: .375rem; }
.cookie { color: var(--ink); font-weight: 550; }
.about details ul { padding: .375rem 0 .25rem 1.25rem; color: var(--muted); }
.definitions { display: grid; gap: .625rem; padding-block: .5rem .25rem; }
.definitions dt { font-size: inherit; font-weight: 550; color: var(--ink); }
.definitions dd { color: var(--muted); }
`;
