import { sha256 } from "../model/values/hash.ts";

/** What the console has besides the style of the public page. */
export const consoleStyle = `
.console-nav { border-top: 1px solid var(--line); background: var(--raised); }
.console-nav .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; padding-block: .375rem; }
.console-nav ul { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; }
.console-nav a { display: block; padding: .375rem .75rem; border-radius: 6px; color: var(--ink); text-decoration: none; }
.console-nav a:hover { text-decoration: underline; }
.console-nav a[aria-current] { background: var(--ground); font-weight: 600; }
.console-nav form { display: flex; gap: .75rem; align-items: center; font-size: .875rem; color: var(--muted); }
.console { display: grid; gap: 2.5rem; }
.console section { display: grid; gap: 1rem; }
.console table { width: 100%; border-collapse: collapse; }
.console :is(th, td) { text-align: start; vertical-align: middle; padding: .625rem .75rem .625rem 0; border-bottom: 1px solid var(--line); }
.console th { font-size: .8125rem; font-weight: 550; color: var(--muted); }
.console td form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.console td select { width: auto; }
.console .stack { display: grid; gap: .875rem; max-width: 26rem; justify-items: start; }
.console .rows { list-style: none; display: grid; gap: .5rem; }
.console .rows li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding-block: .5rem; border-bottom: 1px solid var(--line); }
.errors { padding: .75rem 1rem; border: 1px solid var(--removed-ink); border-radius: 10px; background: var(--removed); color: var(--removed-ink); }
.errors a { color: inherit; }
@media (max-width: 40rem) {
  .console table, .console tbody, .console tr, .console td { display: block; }
  .console thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .console tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  .console td { border: 0; padding: .25rem 0; }
}
`.trim();

/** Named by its content: whoever has it may keep it for ever. */
export const consoleStylePath = `/assets/console-${sha256(consoleStyle).slice(0, 12)}.css`;
