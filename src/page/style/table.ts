/**
 * The list: a table where there is room, on paper as well; cards where there is not. A row is cut after a few lines until
 * its details are open. These stand in a row of their own, with the button to open them drawn into the row above.
 */
export const table = `
.register { width: 100%; border-collapse: collapse; font-size: .84375rem; line-height: 1.35; }
.register th { font-weight: inherit; text-align: start; }
.register :is(th, td) { vertical-align: top; padding: 0; }
.register :is(h3, h4) { font-size: .875rem; line-height: 1.36; }
.register .group h3 { font-size: .9375rem; }
.register h4 a, .register h3 > a { color: inherit; text-decoration: none; }
.register :is(h3, h4) a:hover { text-decoration: underline; }
.register thead { color: var(--muted); font-size: .8125rem; }
.register thead a { color: inherit; }
.register [aria-sort] a { color: var(--ink); font-weight: 600; text-decoration: none; }
.register [aria-sort] a::after { content: "\\2009\\2191" / ""; }
.entity, .of-category, .register .aside { font-size: .78125rem; color: var(--muted); }
.register :is(h3, h4) a { display: inline-block; padding-block: .1875rem; margin-block: -.1875rem; }
.comes { font-size: .75rem; }
.comes a { display: inline-block; padding-inline: .375rem; line-height: 1.5rem; border-radius: 4px; background: var(--warm); color: var(--warm-ink); box-shadow: inset 0 0 0 1px var(--warm-line); }
.register .nothing { color: var(--muted); }
.brief { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.listed:has(+ .folded details[open]) .brief { display: block; }
.listed:target > * { background: var(--raised); }

.folded > td { position: relative; }
.folded > td > details > summary { position: absolute; inset-inline-end: 0; bottom: 100%; padding-inline: .375rem; margin-bottom: .125rem; list-style: none; color: var(--muted); font-size: .8125rem; line-height: 1.5rem; }
.folded > td > details > summary::-webkit-details-marker { display: none; }
.folded > td > details > summary::after { content: "\\2009\\25BE" / ""; }
.folded > td > [open] > summary::after { content: "\\2009\\25B4" / ""; }
.folded > td > details > summary:hover { color: var(--ink); text-decoration: underline; }
.details { display: grid; gap: .75rem 2rem; padding: .75rem 1rem 1rem; margin-bottom: .75rem; border-radius: 8px; background: var(--raised); }
.details .more { grid-column: 1 / -1; }
.details :is(.who, .what dd, .where dd) { font-size: .8125rem; }
.details .who { color: inherit; }

@media screen and (max-width: 56.24rem) {
  .register, .register :is(tbody, tr, th, td, thead) { display: block; }
  .register thead tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
  .register thead .unsorted { display: none; }
  .register thead a { display: inline-block; padding-block: .25rem; }
  .group { padding: .625rem 0 .125rem; border-bottom: 2px solid var(--ink); }
  .listed { padding-block: .3125rem; line-height: 1.32; }
  .listed th > * { display: inline; }
  .listed th > .comes { display: block; margin-top: .25rem; }
  .listed .cover { padding-inline-end: 5.5rem; min-height: 1.5rem; }
  .folded { border-bottom: 1px solid var(--line); }
  .brief { -webkit-line-clamp: 2; }
  td:nth-child(3) > .brief { -webkit-line-clamp: 3; }
  .register .label { color: var(--muted); }
  .listed td:has(> .nothing:only-child) { display: none; }
  .listed td p { display: inline; }
  .cover p:not(:last-child)::after { content: "; "; }
  :lang(fr) .cover p:not(:last-child)::after { content: "\\00a0; "; }
  .folded > td > details > summary { margin-bottom: .375rem; }
}

@media print, (min-width: 56.25rem) {
  .register { table-layout: fixed; font-size: .8125rem; }
  .register thead th:nth-child(1) { width: 18.5%; }
  .register thead th:nth-child(2) { width: 25%; }
  .register thead th:nth-child(3) { width: 18%; }
  .register thead th:nth-child(4) { width: 16%; }
  .register thead th { padding-block: .25rem .375rem; vertical-align: bottom; }
  .register :is(th, td):not(:last-child) { padding-inline-end: 1.25rem; }
  .register .group th { padding-block: .5rem .25rem; border-bottom: 2px solid var(--ink); }
  .register .listed > * { padding-block: .25rem; }
  .listed > * { border-top: 1px solid var(--line); }
  .group + .listed > * { border-top: 0; }
  .register .label { display: none; }
  thead .label { display: none; }
}

@media print, (min-width: 42rem) {
  .details { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr); }
}

@media screen and (min-width: 56.25rem) {
  .register .listed .cover { padding-inline-end: 5rem; }
}
`;
