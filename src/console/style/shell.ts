/** What stands around every page of the console: its top, and the navigation, beside the page where there is room. */
export const shell = `
.console-top .wrap { max-width: none; }
.console-top form { display: flex; gap: .75rem; align-items: center; font-size: .875rem; color: var(--muted); }
.console-top .account { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; }
.console-top button { white-space: nowrap; flex: none; min-height: 2rem; padding-block: .125rem; font-size: .875rem; }
.console-body { display: grid; grid-template-columns: minmax(0, 1fr); }
.console-nav { border-bottom: 1px solid var(--line); background: var(--raised); min-width: 0; }
.console-nav ul { display: flex; gap: .125rem; list-style: none; overflow-x: auto; padding: .375rem var(--space); scrollbar-width: thin; }
.console-nav a { display: block; padding: .375rem .75rem; border-radius: 8px; color: var(--ink); text-decoration: none; white-space: nowrap; }
.console-nav a:hover { text-decoration: underline; }
.console-nav a[aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.midnights { margin-block: 3rem 0; color: var(--muted); font-size: .875rem; }
.console-body > main { width: 100%; padding-block: clamp(1.25rem, 3vw, 2.5rem) 4rem; }
.console-nav, .tabs { --under: var(--raised); --more: color-mix(in srgb, var(--ink) 35%, transparent); }
.tabs { --under: var(--ground); }
:is(.console-nav, .tabs) ul { background: linear-gradient(to right, var(--under) 50%, transparent) left / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--under) 50%, transparent) right / 2.5rem 100% no-repeat local, linear-gradient(to right, var(--more), transparent) left / 1rem 100% no-repeat scroll, linear-gradient(to left, var(--more), transparent) right / 1rem 100% no-repeat scroll; }

@media (max-width: 40rem) {
  .console-top .account { display: contents; }
  .console-top form { width: 100%; justify-content: space-between; }
}

@media (min-width: 56.25rem) {
  .console-body.has-nav { grid-template-columns: 12.5rem minmax(0, 1fr); min-height: calc(100vh - 3.5rem); }
  .console-nav { border-bottom: 0; border-inline-end: 1px solid var(--line); }
  .console-nav ul { display: grid; position: sticky; top: 0; padding: 1.25rem .75rem; overflow: visible; }
  .has-nav > main { margin: 0; max-width: 76rem; padding-inline: clamp(1.5rem, 3vw, 3rem); }
}

@media print {
  .console-nav, .console-top form, .tabs, .actions, .paging, .console search { display: none; }
  .midnights { margin-top: 1rem; break-before: avoid; }
  .console-body.has-nav { display: block; }
  form.console-form { display: grid; }
}
`;
