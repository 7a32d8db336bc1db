import { type Block, isLink, isNamed, isShort, LONGEST_HEADING, type Prose, proseIn, textOf } from "./blocks.ts";
import { oneLine } from "./cells.ts";
import { isLabelled, labelOf } from "./entries.ts";

export type Section = { heading: Prose; content: Block[] };

/** Sections that tell of what their headings name, of each rank under the same headings, where there are several. */
export function sectionsIn(blocks: readonly Block[]): { above: string[]; sections: Section[] }[] {
  const headings: { level: number; text: string }[] = [];
  const byParents = new Map<string, { above: string[]; sections: Section[] }>();
  for (const [heading, ...content] of sectionsOf(blocks)) {
    while ((headings.at(-1)?.level ?? 0) >= heading.level) headings.pop();
    const above = headings.map(({ text }) => text);
    headings.push({ level: heading.level, text: oneLine(textOf(heading)).slice(0, LONGEST_HEADING) });
    const siblings = byParents.get(above.join("\n")) ?? { above, sections: [] };
    byParents.set(above.join("\n"), siblings);
    if (isSection(heading, content)) siblings.sections.push({ heading, content });
  }
  const told = [...byParents.values()].map(({ above, sections }) => ({ above, sections: withSharedLabels(sections) }));
  return told.filter(({ sections }) => sections.length > 1);
}

/** Headings, each with what follows it up to the next. */
function sectionsOf(blocks: readonly Block[]): [Prose, ...Block[]][] {
  const found: [Prose, ...Block[]][] = [];
  for (const block of blocks) {
    if (block.kind === "prose" && block.level > 0) found.push([block]);
    else found.at(-1)?.push(block);
  }
  return found;
}

/** A section that tells of what its heading names: in paragraphs, and at most one list, of labelled lines or of nothing but links. */
function isSection(heading: Prose, content: readonly Block[]): boolean {
  const lists = content.filter(({ kind }) => kind !== "prose");
  const isAbout = (block: Block) =>
    block.kind === "list" &&
    (isLabelled(block) ||
      (content[0]?.kind === "prose" && block.items.every(({ blocks }) => proseIn(blocks).every(isLink))));
  const isEntry = (block: Block) => block.kind === "prose" && block.raw.includes("\n") && isNamed(block);
  return (
    content.length > 0 &&
    textOf(heading).length <= LONGEST_HEADING &&
    lists.length <= 1 &&
    lists.every(isAbout) &&
    !content.some(isEntry) &&
    proseIn(content).every(isShort)
  );
}

/** Without sections with a list of lines under labels that no other has: what such a list names are items of their own. */
function withSharedLabels(sections: readonly Section[]): Section[] {
  const labelled = sections.map(({ content }) => {
    const list = content.find((block) => block.kind === "list");
    return list && isLabelled(list) ? proseIn([list]).flatMap((prose) => labelOf(textOf(prose))?.label ?? []) : [];
  });
  const counts = new Map<string, number>();
  for (const label of labelled.flatMap((labels) => [...new Set(labels)]))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return sections.filter((_, index) => {
    const labels = labelled[index] ?? [];
    return labels.length === 0 || labels.some((label) => (counts.get(label) ?? 0) > 1);
  });
}
