import { Parser } from "htmlparser2";
import { MAX_ATTRIBUTES, unreadable } from "../bounds.ts";
import type { Archive } from "./archive.ts";

/** How many elements are open at once in any workbook. */
const MAX_ELEMENTS = 50;

/** What is done at each element and text. Names are without their prefix, and `within` has those that are open. */
export type XmlHandler = {
  open?: (name: string, attributes: Record<string, string>, within: readonly string[]) => void;
  text?: (text: string, within: readonly string[]) => void;
  close?: (name: string) => void;
};

/** Reads an XML file of an archive. Entities are not expanded. Refuses: unreadable-file, also for a document type. */
export function readXml(archive: Archive, file: string, handler: XmlHandler): void {
  const within: string[] = [];
  let attributesSeen = 0;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith("!")) throw unreadable(`declares a document type, in ${file}`);
      },
      onopentagname() {
        attributesSeen = 0;
      },
      onattribute() {
        attributesSeen += 1;
        if (attributesSeen > MAX_ATTRIBUTES)
          throw unreadable(`has an element of more than ${MAX_ATTRIBUTES} attributes, in ${file}`);
      },
      onopentag(name, attributes) {
        const local = name.slice(name.indexOf(":") + 1);
        if (within.length > MAX_ELEMENTS)
          throw unreadable(`has more than ${MAX_ELEMENTS} elements within each other, in ${file}`);
        handler.open?.(local, attributes, within);
        within.push(local);
      },
      ontext: (text) => handler.text?.(text, within),
      onclosetag() {
        const name = within.pop();
        if (name !== undefined) handler.close?.(name);
      },
    },
    { xmlMode: true },
  );
  archive.read(file, (text) => parser.write(text));
  parser.end();
}
