import { coloursOn } from "./colours.ts";

/** On paper: no forms, nothing to press, and links that can be read. */
export const print = `
@media print {
  :root { color-scheme: light; ${coloursOn("paper")} }
  body { font-size: 9.5pt; }
  .skip, .languages, .side-column, search, .back, form { display: none; }
  .wrap { max-width: none; padding-inline: 0; }
  main { padding-block: 1rem; }
  .columns, .content { display: block; }
  .content > * { margin-top: 1.5rem; }
  .service, .row, .coming-set, .changes li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .links { display: block; }
  .links a::after, .about a[href^="http"]::after { content: " <" attr(href) ">"; }
  details::details-content { display: block; content-visibility: visible; height: auto; }
  .diff ins { text-decoration: underline; }
}
`;
