/** The stylesheet of the pages. Served as a file, so that the policy allows no inline style. */
export const style = `
:root {
  color-scheme: light dark;
  color: CanvasText;
  background: Canvas;
  --soft: light-dark(#5a6675, #9aa7b6);
  --line: light-dark(#d5dbe2, #323d4b);
  font: 1rem/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem; overflow-wrap: anywhere; }
header, footer, th, small { color: var(--soft); }
header, footer { padding: 1rem 0; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1rem; }
form { display: flex; gap: 0.5rem; align-items: end; }
label { flex: 1; }
input, button { font: inherit; }
input { display: block; width: 100%; }

ul { list-style: none; padding: 0; }
li { padding: 0.5rem 0; }
small { display: block; }
li, tr { border-top: 1px solid var(--line); }

table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 1rem 0.4rem 0; text-align: left; vertical-align: top; }
th { width: 15rem; font-weight: normal; }
td a + a { margin-left: 0.75rem; }
iframe { width: 100%; height: 34rem; resize: vertical; }
pre { padding: 0.5rem; white-space: pre-wrap; }
iframe, pre { border: 1px solid var(--line); }

@media (max-width: 34rem) {
  th, td { display: block; width: auto; padding: 0; }
}
`;
