/** What surrounds every page: its top and bottom, its columns, and pages that say one thing. */
export const shell = `
.wrap { max-width: 80rem; margin-inline: auto; padding-inline: var(--space); }

.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--accent); color: var(--on-accent); border-radius: 0 0 8px 8px; z-index: 1; }
.skip:focus { top: 0; color: var(--on-accent); }

.top { border-bottom: 1px solid var(--line); }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1.5rem; padding-block: .75rem; }
.brand { font-weight: 650; color: var(--ink); padding-block: .25rem; }
.logo { display: block; width: auto; height: 2rem; max-width: min(14rem, 60vw); object-fit: contain; object-position: left; }
/* A logo is drawn for a light page. */
@media screen and (prefers-color-scheme: dark) { .logo { padding: .25rem .5rem; border-radius: 6px; background: #fff; box-sizing: content-box; height: 1.75rem; } }
.ways { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; }
.homepage { font-size: .875rem; padding-block: .25rem; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; list-style: none; font-size: .875rem; }
.languages a { display: block; white-space: nowrap; padding: .25rem .625rem; border-radius: 6px; color: var(--muted); }
.languages summary { width: max-content; margin-inline-start: auto; padding: .25rem 0; font-size: .875rem; color: var(--muted); }
.languages a[aria-current] { background: var(--raised); color: var(--ink); font-weight: 550; }

@media (max-width: 56.24rem) {
  .languages { position: relative; }
  .languages details > ul { position: absolute; inset-inline-end: 0; z-index: 1; flex-direction: column; padding: .375rem; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); }
}

/* Where there is room, all languages are in sight; a browser that cannot open the fold by itself keeps it. */
@supports selector(::details-content) {
  @media (min-width: 56.25rem) {
    .languages summary { display: none; }
    .languages details::details-content { display: block; content-visibility: visible; height: auto; }
  }
}

main { padding-block: clamp(.875rem, 2vw, 1.25rem) 1.5rem; }
.content { display: grid; gap: 1.375rem; align-content: start; grid-template-columns: minmax(0, 1fr); }

.beside { display: grid; gap: 2rem 3rem; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.intro { display: grid; gap: .25rem; justify-items: start; }
.lead { font-size: 1rem; line-height: 1.45; color: var(--muted); max-width: 76rem; text-wrap: pretty; }
.overview { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; }
.tally { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--muted); font-size: .9375rem; font-variant-numeric: tabular-nums; }
.eyebrow { display: flex; flex-wrap: wrap; gap: .625rem; align-items: center; color: var(--muted); font-size: .9375rem; }
.back { margin-bottom: 1.5rem; font-size: .9375rem; }
.back a::before { content: "\\2190  "; }

.notice, .stale { padding: .75rem 1rem; border: 1px solid var(--warm-line); border-radius: 10px; background: var(--warm); color: var(--warm-ink); }
.notice.good { background: var(--added); border-color: transparent; color: var(--added-ink); }
.notice a { color: inherit; font-weight: 550; }
.stale { margin-bottom: 2rem; font-size: .9375rem; }

.contents ul { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; font-size: .875rem; }
.contents a { display: inline-block; padding-block: .125rem; }

.bottom { border-top: 1px solid var(--line); font-size: .875rem; color: var(--muted); }
.bottom .wrap { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 3rem; padding-block: 1rem 1.5rem; }
.bottom .version { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; max-width: 100%; }
.bottom strong { color: var(--ink); font-weight: 600; }
.bottom details p { margin-top: .375rem; max-width: 40rem; }
.bottom .plain { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.bottom a { color: inherit; }

.message { max-width: 36rem; margin-inline: auto; display: grid; gap: 1.25rem; padding-block: clamp(0rem, 4vw, 2rem); }
.message h1 { font-size: clamp(1.625rem, 1.3rem + 1.5vw, 2rem); }
.message form { display: grid; gap: 1.25rem; justify-items: start; margin-block: .5rem; }
.message .key-facts { margin-block: 0; }
.message .home { padding-top: 1rem; border-top: 1px solid var(--line); }
`;
