import { coloursOn } from "./colours.ts";

/** On paper: no forms, nothing to press, and links that can be read. */
export const print = `
:root { --foot: attr(data-foot); }
@page {
  margin: 14mm 12mm 16mm;
  @bottom-left { content: var(--foot); font: 7pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt system-ui, sans-serif; color: #444; }
}

@media print {
  :root { color-scheme: light; ${coloursOn("paper")} }
  body { font-size: 8.5pt; line-height: 1.4; }
  h1 { font-size: 16pt; }
  h2, .coming h2 { font-size: 11.5pt; }
  .tally { font-size: 8pt; }
  .skip, .languages, .contents, .subscribe, .take-along, search, .back, form, .all-details, summary { display: none; }
  .wrap { max-width: none; padding-inline: 0; }
  main { padding-block: .5rem; }
  .top .wrap { padding-block: 0 .25rem; }
  .content { display: block; }
  .content > * { margin-top: 1rem; }
  .service, .row, .coming-set, .changes li, .fact, .listed, .folded { break-inside: avoid; }
  h2, h3, h4, .group, .listed:has(+ .folded details[open]) { break-after: avoid; }
  .links { display: block; }
  .links a::after, .about a[href^="http"]::after { content: " <" attr(href) ">"; }
  .diff ins { text-decoration: underline; }

  .register { font-size: 8pt; line-height: 1.3; }
  .register :is(h3, h4), .register .group h3 { font-size: 8.5pt; }
  .register :is(.entity, .of-category, .aside, thead), .comes { font-size: 7.5pt; }
  .register :is(th, td):not(:last-child) { padding-inline-end: 3mm; }
  .register .listed > * { padding-block: 1mm; }
  .register .group th { padding-block: 3mm 1mm; }
  .coming, .coming .tag, .about, .about dt, .details :is(.who, .what dd, .where dd, dt, .more) { font-size: 7.5pt; line-height: 1.3; }
  .details { padding: 0 0 2mm 4mm; margin: 0; gap: 1mm 4mm; grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(0, 4fr); }
  .details :is(.who, .what, .where) { gap: .75mm; }
  .details li + li { margin-top: 0; }
  .details .links { display: flex; }
  .coming { grid-template-columns: repeat(auto-fit, minmax(55mm, 1fr)); gap: 2mm 5mm; }
  .coming h3, .coming .gist, .lead, .legend, .changes :is(.date, small, .tag) { font-size: 8pt; }
  .beside { display: block; }
  .changes li { padding-block: 1mm; }
  .brief { display: block; }
  .comes a { display: inline; padding: 0; margin: 0; box-shadow: none; line-height: inherit; }
  .folded:not(:has(> td > [open])), .fact:has(> dd > details:not([open])) { display: none; }
  .about { gap: .5rem 1rem; margin-top: .5rem; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .bottom .wrap { padding-block: .5rem 0; }
}
`;
