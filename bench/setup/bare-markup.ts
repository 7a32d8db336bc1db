import type { JSXNode } from "hono/jsx";
import { jsx } from "hono/jsx";

type Made = string | { tag: string; props: Record<string, string | boolean>; children: Made[] };

const TOKEN = /<!doctype html>\s*|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /\s([\w:-]+)(?:="([^"]*)")?/g;
const VOID = new Set(["meta", "link", "input", "br", "hr", "img", "wbr"]);
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * The same page as `hono/jsx` makes it where everything on it is known: each element by one call, of ready texts. It is the
 * least that rendering it can cost. Throws unless it comes to the same bytes, but for how they are escaped.
 */
export function bareMarkup(html: string): () => string {
  const root: Made[] = [];
  const open: Made[][] = [root];
  for (const [, closing, tag, attributes = "", single, text] of html.matchAll(TOKEN)) {
    const children = open.at(-1) ?? root;
    if (text !== undefined) children.push(plain(text));
    else if (tag === undefined) continue;
    else if (closing) open.pop();
    else {
      const props = Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value]) => [
          name,
          value === undefined ? true : plain(value),
        ]),
      );
      const element = { tag, props, children: [] };
      children.push(element);
      if (!single && !VOID.has(tag)) open.push(element.children);
    }
  }
  const make = () => `<!doctype html>\n${root.map((each) => element(each).toString()).join("")}`;
  if (Math.abs(make().length - html.length) > html.length / 100) throw new Error("The markup is not that of the page");
  return make;
}

const element = (made: Made): JSXNode | string =>
  typeof made === "string" ? made : (jsx(made.tag, made.props, ...made.children.map(element)) as JSXNode);
