import { coloursOn } from "./colours.ts";

/** Colours, type and the elements. */
export const base = `
:root { color-scheme: light dark; --space: clamp(1rem, 4vw, 2rem); ${coloursOn("light")} }
@media (prefers-color-scheme: dark) { :root { ${coloursOn("dark")} } }

*, *::before, *::after { box-sizing: border-box; }

html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }

body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}

h1, h2, h3, h4 { line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font-size: clamp(1.25rem, 6.4vw, calc(1.4rem + min(2vw, 1.1rem))); letter-spacing: -0.022em; }
h2 { font-size: 1.375rem; letter-spacing: -0.012em; }
h3, h4 { font-size: 1.0625rem; }
p { margin: 0; }
ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
small { font-size: .8125rem; color: var(--muted); }
code { font: .8125rem/1.4 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; }
time { font-variant-numeric: tabular-nums; }

a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font; }
a:hover { color: var(--accent-hover); text-decoration-thickness: 2px; }
/* Where it is plain that they are links. */
.brand, .languages a, .contents a, .who :is(h3, h4) a, .phone { text-decoration: none; }
:is(.brand, .languages a, .contents a, .who :is(h3, h4) a, .phone):hover { text-decoration: underline; }
.links a, .lines a, .about a, .back a, .bottom li a { display: inline-block; padding-block: .125rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.plain, .inline, .links { list-style: none; }
.inline li { display: inline; }
.prose { white-space: pre-line; }
.lines { display: flex; flex-direction: column; }
.aside { font-size: .875rem; color: var(--muted); white-space: pre-line; }
.phone { color: inherit; white-space: nowrap; }
.unstated { color: var(--muted); font-style: italic; }
.empty { padding: 2.5rem 1.5rem; border: 1px dashed var(--edge); border-radius: 12px; text-align: center; color: var(--muted); }
.empty strong { color: var(--ink); }
.empty p + p { margin-top: .5rem; }
.intro + .empty { margin-top: 2rem; }
.onward::after { content: " \\2192"; }

.tags { display: flex; flex-wrap: wrap; gap: .375rem; }
.tag {
  display: inline-block;
  padding: .0625rem .5rem;
  border: 1px solid var(--line);
  border-radius: 999px;
  background: var(--ground);
  color: var(--muted);
  font-size: .8125rem;
  font-weight: 500;
  line-height: 1.5;
  letter-spacing: 0;
  white-space: nowrap;
}
.tag.announced { background: var(--warm); border-color: var(--warm-line); color: var(--warm-ink); }

dt { font-size: .8125rem; color: var(--muted); }
details summary { cursor: pointer; min-height: 1.5rem; }
`;
