import { type Block, isLink, isNamed, isShort, LONGEST_HEADING, type Prose, proseIn, textOf } from "./blocks.ts";
import { oneLine } from "./cells.ts";
import { isKnownLabel, isLabelled, labelOf } from "./entries.ts";

export type Section = { heading: Prose; content: Block[] };

/** Sections that tell of what their headings name, of each rank under the same headings: several, or one like others. */
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
  const groups = [...byParents.values()];
  const counts = new Map<string, number>();
  for (const label of groups.flatMap((group) => group.sections.flatMap((each) => [...new Set(labelsOf(each.content))])))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const isShared = (label: string) => (counts.get(label) ?? 0) > 1;
  const told = groups.map((group) => ({ ...group, sections: group.sections.filter(isOfAll) }));
  return told.filter(({ sections: [first, ...more] }) => first && (more.length > 0 || isLikeOthers(first)));

  /** A section with a list of lines under labels that no other has is none: what such a list names are items of their own. */
  function isOfAll({ content }: Section): boolean {
    const labels = labelsOf(content.filter((block) => block.kind === "list" && isLabelled(block)));
    return labels.length === 0 || labels.some(isShared);
  }

  /** What stands alone under its heading is told of as others are under theirs. */
  function isLikeOthers({ content }: Section): boolean {
    return labelsOf(content).some((label) => isShared(label) && isKnownLabel(label));
  }
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
  const isEntry = (block: Block) =>
    block.kind === "prose" && block.raw.includes("\n") && isNamed(block) && !isToldByLabels(block);
  return (
    content.length > 0 &&
    textOf(heading).length <= LONGEST_HEADING &&
    lists.length <= 1 &&
    lists.every(isAbout) &&
    !content.some(isEntry) &&
    proseIn(content).every(isShort)
  );
}

/** "Purpose: …", and what else lines say under labels, is of what the heading names. */
const isToldByLabels = ({ raw }: Prose): boolean =>
  raw.split("\n").every((line, index) => {
    const label = labelOf(line)?.label;
    return label !== undefined && (index > 0 || isKnownLabel(label));
  });

const labelsOf = (content: readonly Block[]): string[] =>
  proseIn(content).flatMap((prose) =>
    textOf(prose)
      .split("\n")
      .flatMap((line) => labelOf(line)?.label ?? []),
  );
