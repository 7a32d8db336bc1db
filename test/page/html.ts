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
