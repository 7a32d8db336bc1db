import { type Document, isNode, Lexer, parseDocument, visit } from "yaml";
import { MAX_ALIASES, MAX_DEPTH, MAX_YAML, MAX_YAML_TOKENS, tooDeep, unreadable } from "./bounds.ts";

/** A YAML document that has a value, with its comments. Refuses: unreadable-file, with the line. */
export function parsedYaml(text: string): Document {
  if (text.length > MAX_YAML) throw unreadable(`has more than ${MAX_YAML} characters of YAML`);
  refuseLarge(text);
  // The parser looks for keys that occur twice by comparing each with each.
  const document = parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: true });
  const [error] = document.errors;
  if (error) throw unreadable(`is no YAML: ${error.message.split("\n")[0]?.replace(/:$/, "") ?? ""}`);
  refuseTwice(document, text);
  plainValue(document);
  return document;
}

/** The value of a document. What the parser says no to here is an alias or a merge. */
export function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError)
      throw unreadable("has aliases of nothing, or of aliases by which it becomes a large file");
    throw unreadable(`is no YAML: ${error instanceof Error ? error.message.slice(0, 200) : ""}`);
  }
}

/** What would take the parser its memory, told by the pieces of the text alone. */
function refuseLarge(text: string): void {
  let count = 0;
  let depth = 0;
  let run = 0; // items that begin on one line, within each other
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (token === "-" || token === "?") run += 1;
    else if (token.includes("\n") || token.trim() !== "") run = 0;
    if (count > MAX_YAML_TOKENS) throw unreadable(`has more than ${MAX_YAML_TOKENS} keys, values and signs`);
    if (depth > MAX_DEPTH || run > MAX_DEPTH) throw tooDeep();
  }
}

/** Refuses keys that occur twice, and aliases by which a small file becomes a large one. */
function refuseTwice(document: Document, text: string): void {
  let aliases = 0;
  visit(document, {
    Alias() {
      aliases += 1;
      if (aliases > MAX_ALIASES) throw unreadable(`has more than ${MAX_ALIASES} aliases`);
    },
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = String(key);
        if (name !== "<<" && seen.has(name)) {
          const line = isNode(key) && key.range ? text.slice(0, key.range[0]).split("\n").length : null;
          throw unreadable(
            `has the key ${name.slice(0, 100)} twice in one object${line === null ? "" : `, at line ${line}`}`,
          );
        }
        seen.add(name);
      }
    },
  });
}
