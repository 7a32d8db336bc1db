/** The anchors of the register page's sections. Bookmarks and contracts may link to them, so they stay as they are. */
export const SECTIONS = {
  coming: "coming",
  recent: "recent",
  list: "list",
  changes: "changes",
  subscribe: "subscribe",
  takeAlong: "take-along",
  about: "about",
} as const;
