import { z } from "@hono/zod-openapi";
import { canonicalJson } from "../values/hash.ts";
import { diff, type FieldChange, fieldAt } from "./diff.ts";
import type { Service, VendorDocument } from "./vendor-document.ts";

/** A member that an announcement has changed and a draft has too, into something else. */
export const Conflict = z
  .object({
    path: z.string().describe("JSON Pointer; services are named by their key."),
    announced: z.unknown().describe("What was announced."),
    drafted: z.unknown().describe("What the draft says."),
  })
  .openapi("RebaseConflict", {
    description: "A member that was announced anew and that the draft changes as well, which is kept. Absent is null.",
  });
export type Conflict = z.infer<typeof Conflict>;

export type Rebased = { document: VendorDocument | null; announced: FieldChange[]; conflicts: Conflict[] };

/**
 * Applies the edit from `before` to `after` again, on top of what has become of `before`. A member that only one of both
 * has changed is as that one has it; one that both have, as the edit has it. Null stands for "not listed".
 */
export function rebase(
  before: VendorDocument | null,
  after: VendorDocument | null,
  onto: VendorDocument | null,
): Rebased {
  const announced = diff(before, onto);
  const isWhole = !before || !after || !onto;
  const document = isWhole ? after : diff(before, after).reduce((done, { path }) => taken(done, path, after), onto);
  const conflicts = announced
    .map(({ path, after: value }) => ({ path, announced: value, drafted: valueAt(document, path) }))
    .filter(({ announced: theirs, drafted }) => canonicalJson(theirs) !== canonicalJson(drafted));
  return { document, announced, conflicts };
}

/** A document with what another has at a path of a change. */
function taken(document: VendorDocument, path: string, from: VendorDocument): VendorDocument {
  const { service: key, field } = fieldAt(path);
  if (key === null) return withField(document, field ?? "", from);
  const [ours, theirs] = [serviceOf(document, key), serviceOf(from, key)];
  const put = ours && theirs && field ? withField(ours, field, theirs) : theirs;
  const others = document.services.flatMap((each) => (each.key === key ? (put ?? []) : each));
  return { ...document, services: !ours && put ? [...others, put] : others };
}

const serviceOf = ({ services }: VendorDocument, key: string): Service | undefined =>
  services.find((service) => service.key === key);

function withField<Owner extends object>(owner: Owner, field: string, from: Owner): Owner {
  const isField = ([name]: [string, unknown]) => name === field;
  const members = [...Object.entries(owner).filter((each) => !isField(each)), ...Object.entries(from).filter(isField)];
  return Object.fromEntries(members) as Owner;
}

/** What a document has at a path of a change; null where it has nothing. */
function valueAt(document: VendorDocument | null, path: string): unknown {
  if (!document || path === "") return document;
  const { service: key, field } = fieldAt(path);
  const owner = key === null ? document : serviceOf(document, key);
  if (!owner || field === null) return owner ?? null;
  return Object.entries(owner).find(([name]) => name === field)?.[1] ?? null;
}
