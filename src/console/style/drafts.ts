/** A draft: what it changes beside what that means; on paper with a place to sign. */
export const drafts = `
.draft { display: grid; gap: 2.5rem; grid-template-columns: minmax(0, 1fr); }
.draft-main { display: grid; gap: 2.5rem; align-content: start; min-width: 0; }
.draft-main h2 { padding-bottom: .5rem; border-bottom: 2px solid var(--ink); }
.draft-side h2 { font-size: 1.125rem; }
.draft-side h3 { font-size: .8125rem; font-weight: 550; color: var(--muted); }
.draft-side [data-preview] { gap: 1.25rem; }
.draft-side .hint { font-size: .875rem; }
.draft-side .notice { padding: .75rem 1rem; }
.draft-side .outcome { grid-template-columns: minmax(0, 1fr); }
:is(.draft, .planned) .changed { margin-block: 0 .5rem; gap: .75rem; padding-bottom: 1.5rem; border-bottom: 1px solid var(--line); }
:is(.draft, .planned) .changed h3 { display: flex; flex-wrap: wrap; gap: .625rem; align-items: center; font-size: 1.1875rem; }
:is(.draft, .planned) .changed .row { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
.draft .stack { display: grid; gap: 1rem; padding-block: .75rem; max-width: 40rem; }
.weighs { display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: baseline; font-size: .9375rem; }
.weighs p { flex: 1 1 16rem; }
.overtaken { display: grid; gap: .75rem; justify-items: start; }
.overtaken dl { width: 100%; }
.approval { display: grid; gap: .5rem; }
.means-dates { display: grid; gap: .625rem; }
.found { list-style: none; display: grid; gap: .75rem; padding: 0; font-size: .9375rem; }
.found .hint { display: block; }
:is(.draft, .planned) .changed > p { padding-block: 0; }
:is(.draft, .planned) .changed .buttons { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
.draft-summary { display: grid; gap: .25rem; padding: .875rem 1.125rem; border-radius: 12px; background: var(--raised); }
.draft-summary p:first-child { font-weight: 600; }
.sent-as { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 10px; background: #fff; resize: vertical; color-scheme: light; }
.sent-as.phone { max-width: 25rem; }
.mail-text { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem 1.25rem; border-radius: 10px; background: var(--raised); font-size: .875rem; }
.mail-list { list-style: none; padding: 0; display: grid; gap: .25rem; }
.mail-list a { display: block; padding: .375rem .75rem; border-radius: 8px; text-decoration: none; }
.mail-list a[aria-current] { background: var(--raised); font-weight: 600; color: var(--ink); }

@media (min-width: 72rem) {
  .draft-summary { display: none; }
  .draft { grid-template-columns: minmax(0, 1fr) 21rem; }
}
@media (min-width: 48rem) {
  :is(.draft, .planned) .changed .row { grid-template-columns: 9rem minmax(0, 1fr) minmax(0, 1fr); gap: .375rem 1.25rem; }
  :is(.draft, .planned) .changed .one-sided .row { grid-template-columns: 9rem minmax(0, 1fr); }
}
.on-paper { display: grid; gap: 1rem; max-width: 48rem; }
form.console-form ~ .on-paper, fieldset.console-form ~ .on-paper { display: none; }
.on-paper .sheet-title { font-size: 1.1875rem; font-weight: 650; margin-top: .5rem; }
.on-paper .changed { gap: .375rem; padding-block: .75rem; border-top: 1px solid var(--line); margin: 0; }
.on-paper .changed > p { padding-block: 0; }
.on-paper .changed > .sheet-vendor { font-size: 1.0625rem; color: var(--ink); }
.on-paper .changed .row { padding-block: .375rem; gap: .125rem 1rem; font-size: .9375rem; }
.on-paper .sheet-found { display: grid; gap: .5rem; padding-inline-start: 1.25rem; }
.on-paper .to-fill { margin-top: .5rem; min-height: 2.75rem; border-bottom: 1px solid currentColor; }
.sheet-found > li { break-inside: avoid; }
.on-paper .signature { break-inside: avoid; margin-top: 1.5rem; }
.signature dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 2rem; margin-top: 3.5rem; }
.signature dl div { border-top: 1px solid currentColor; padding-top: .375rem; }
@media print {
  .console:has(> .on-paper) > :not(.on-paper) { display: none; }
  form.console-form ~ .on-paper, fieldset.console-form ~ .on-paper { display: grid; }
  body:has(.on-paper) .console-top { display: none; }
  @page { margin: 18mm 16mm; }
  .on-paper { max-width: none; font-size: 9.5pt; }
  .on-paper .key-facts { padding: 0; background: none; gap: .625rem 1.5rem; }
  .on-paper .changed .row { font-size: 9pt; }
  .on-paper .sheet-vendor, .on-paper .sheet-title { break-after: avoid; }
}
`;
