/** How much a page shows: so many entries, and fewer where they say more than so many characters, as texts may be long. */
export type PageSize = { entries: number; characters: number };

/** A list in pages, one at least. What says more than a page's characters by itself stands alone on one. */
export function inPages<Entry>(all: readonly Entry[], { entries, characters }: PageSize): Entry[][] {
  let page: Entry[] = [];
  const pages = [page];
  let said = 0;
  for (const each of all) {
    const length = JSON.stringify(each).length;
    if (page.length === entries || (page.length > 0 && said + length > characters)) {
      page = [];
      pages.push(page);
      said = 0;
    }
    page.push(each);
    said += length;
  }
  return pages;
}
