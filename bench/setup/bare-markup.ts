import { type FC, jsx } from "hono/jsx";

type Markup = { tag: string; props: Record<string, string>; children: (string | Markup)[] };

/** Elements without an end. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|path|source|wbr)$/;

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** The markup of a page of ours, as data, to be written again with nothing worked out. */
export function markupOf(html: string): Markup {
  const root: Markup = { tag: "", props: {}, children: [] };
  const open = [root];
  for (const [text, end, tag, said, empty] of html.matchAll(/<(\/?)([a-z]\w*)((?:[^">]|"[^"]*")*?)(\/?)>|[^<]+/g)) {
    if (end) open.pop();
    else if (tag === undefined) open.at(-1)?.children.push(decode(text));
    else {
      const named = [...(said ?? "").matchAll(/([^\s="]+)(?:="([^"]*)")?/g)];
      const props = Object.fromEntries(named.map(([, name = "", value]) => [name, decode(value ?? "")]));
      const markup: Markup = { tag, props, children: [] };
      open.at(-1)?.children.push(markup);
      if (!empty && !VOID.test(tag)) open.push(markup);
    }
  }
  const page = root.children.find((each) => typeof each !== "string");
  if (!page || open.length !== 1) throw new Error("That is no page of ours");
  return page;
}

/** What `hono/jsx` takes at least for a page of that markup: its elements made, and written. */
export const writeMarkup = (markup: Markup): string => `<!doctype html>\n${element(markup)}`;

const element = ({ tag, props, children }: Markup): ReturnType<FC> =>
  jsx(tag, props, ...children.map((each) => (typeof each === "string" ? each : (element(each) as never))));
