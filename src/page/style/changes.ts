import { SECTIONS } from "../shell/sections.ts";

/** What changed: the list of changes, and one of them field by field. */
export const changes = `
.changes { list-style: none; margin-top: 1rem; border-top: 1px solid var(--line); }
.changes li { display: grid; gap: .125rem .75rem; padding-block: .75rem; border-bottom: 1px solid var(--line); }
.changes .date { color: var(--muted); font-size: .9375rem; }
.changes .summary { display: grid; justify-items: start; }
.changes .summary a { font-weight: 550; padding-block: .0625rem; }
.changes .withdrawn .summary a { text-decoration-line: underline line-through; }
#${SECTIONS.changes} > p { margin-top: 1rem; }

.intro + .changes { margin-top: 2.5rem; }

@media (min-width: 42rem) {
  .changes li { grid-template-columns: 11rem minmax(0, 1fr) auto; align-items: baseline; }
  .changes .tags { justify-content: end; }
  .beside .changes li { grid-template-columns: 9.75rem minmax(0, 1fr) auto; }
  .beside .changes .tags { flex-direction: column; align-items: end; }
}

.key-facts { display: grid; gap: 1rem 2rem; margin-block: 2rem; padding: 1.25rem; border-radius: 12px; background: var(--raised); grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); }
.key-facts .wide { grid-column: 1 / -1; }
.changed { margin-block: 2.5rem; }
.changed h2 { display: flex; flex-wrap: wrap; gap: .625rem; align-items: center; padding-bottom: .625rem; border-bottom: 2px solid var(--ink); }
.changed > p { padding-block: 1rem; color: var(--muted); }
.row { display: grid; gap: .375rem 2rem; padding-block: .875rem; border-bottom: 1px solid var(--line); grid-template-columns: minmax(0, 1fr); }
.row dt { font-size: .9375rem; }
.row dd { font-size: .9375rem; min-width: 0; }
.row li { white-space: pre-line; }
.row li + li { margin-top: .25rem; }
.side { display: block; font-size: .8125rem; color: var(--muted); }
.diff ins, .diff del { text-decoration: none; padding: .0625rem .25rem; margin-inline: -.25rem; border-radius: 4px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
/* Old and new, not worse and better: what is new may be that nothing covers a transfer. */
.diff ins { background: var(--raised); font-weight: 550; }
.diff del { color: var(--muted); text-decoration: line-through; }
.one-sided ins, .one-sided del { background: none; color: inherit; padding: 0; margin: 0; text-decoration: none; }

@media (min-width: 42rem) {
  .row { grid-template-columns: 13rem minmax(0, 1fr) minmax(0, 1fr); }
  .one-sided .row { grid-template-columns: 13rem minmax(0, 46rem); }
}
`;
