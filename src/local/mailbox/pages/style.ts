/** The stylesheet of the pages. Served as a file, so that the policy allows no inline style. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2430, #e3e8ef);
  --soft: light-dark(#5a6675, #9aa7b6);
  --line: light-dark(#dfe4ea, #2c3643);
  --ground: light-dark(#f5f7f9, #12171e);
  --card: light-dark(#ffffff, #1a212b);
  --link: light-dark(#1d5fd1, #84b1ff);
  font: 16px/1.5 system-ui, sans-serif;
  color: var(--ink);
  background: var(--ground);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 0.8rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); margin: 2rem 0 0.5rem; }
code, pre, .machine { font-family: ui-monospace, monospace; font-size: 0.85rem; overflow-wrap: anywhere; }
time { font-variant-numeric: tabular-nums; }

header { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; padding: 1rem 0; color: var(--soft); font-size: 0.875rem; }
header .name { font-weight: 700; font-size: 1.05rem; color: var(--ink); text-decoration: none; }
main { padding: 0.5rem 0 1rem; }
main > nav { margin-bottom: 0.75rem; }
footer { border-top: 1px solid var(--line); padding: 1rem 0 2rem; color: var(--soft); font-size: 0.875rem; }

.bar { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: space-between; align-items: end; margin-bottom: 1rem; }
form { display: flex; gap: 0.5rem; align-items: end; }
label { flex: 1; }
label span { display: block; font-size: 0.8rem; color: var(--soft); }
input, button { font: inherit; padding: 0.4rem 0.7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; }
input { width: 100%; border-color: light-dark(#8b96a3, #667486); }
button { background: var(--link); border-color: var(--link); color: light-dark(#ffffff, #10161d); font-weight: 600; cursor: pointer; }

.mails { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: 0.7rem 1rem; color: inherit; text-decoration: none; }
.mails a:hover { background: light-dark(#eef4ff, #212b38); }
.mails a:focus-visible { outline-offset: -2px; }
.mails strong { grid-column: 1 / -1; font-weight: 600; overflow-wrap: anywhere; }
.mails .to { overflow-wrap: anywhere; }
.mails .to, .mails time { color: var(--soft); font-size: 0.875rem; }
.pages { display: flex; gap: 1rem; justify-content: center; padding: 1rem; }
.nothing { background: var(--card); border: 1px dashed var(--line); border-radius: 10px; margin: 0; padding: 1rem; color: var(--soft); overflow-wrap: anywhere; }
h1 + .nothing { margin-top: 1rem; }
.hint { margin: 0.4rem 0 0; color: var(--soft); font-size: 0.875rem; }

.envelope { margin-top: 1rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
th, td { padding: 0.5rem 1rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr + tr > * { border-top: 1px solid var(--line); }
th { width: 11rem; font-weight: 400; color: var(--soft); }
.machine th { width: 16rem; }
.recipient { margin-right: 0.75rem; }
iframe { display: block; background: var(--card); width: 100%; height: 34rem; resize: vertical; border: 1px solid var(--line); border-radius: 10px; }
pre { white-space: pre-wrap; margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }

@media (max-width: 34rem) {
  search { flex: 1 1 100%; }
  .mails a { grid-template-columns: 1fr; }
  tr, th, td { display: block; width: auto; }
  tr { padding: 0.5rem 1rem; }
  tr + tr { border-top: 1px solid var(--line); }
  tr > th, tr > td, .machine tr > th { padding: 0; border: 0; width: auto; }
  th { font-size: 0.8rem; }
}
`;
