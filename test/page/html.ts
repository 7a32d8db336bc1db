/** A document as a reader sees it: text only, spaces collapsed. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

/** What is inside the section with this id. */
export function section(html: string, id: string): string {
  const [, after = ""] = html.split(new RegExp(`<section[^>]* id="${id}"|<section id="${id}"`));
  return textOf(`<body><p ${after.split("</section>")[0]}`);
}

/** The headings of a document, as "h2 What changed". */
export function headings(html: string): string[] {
  return [...html.matchAll(/<(h[1-6])[^>]*>(.*?)<\/\1>/g)].map(([, tag, inner = ""]) =>
    `${tag} ${inner.replace(/<[^>]*>/g, "")}`.trim(),
  );
}

/** Whether what has an id stands in a part of a page that is folded away. */
export function isFoldedAway(page: string, id: string): boolean {
  const folds: boolean[] = [];
  const before = page.slice(0, page.indexOf(` id="${id}"`));
  for (const [tag] of before.matchAll(/<details[^>]*>|<\/details>/g)) {
    if (tag === "</details>") folds.pop();
    else folds.push(!/\sopen\b/.test(tag));
  }
  return folds.includes(true);
}
