import { desc, eq, isNotNull } from "drizzle-orm";
import { nextTurn } from "../../clock.ts";
import type { Db } from "../../db/client.ts";
import { imports } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Answers } from "../../imports/answers.ts";
import { readDocuments } from "../../imports/documents.ts";
import { unreadable } from "../../imports/formats/bounds.ts";
import { readSource } from "../../imports/formats/read.ts";
import { makePlan, totalsOf } from "../../imports/plan.ts";
import type { PlanEntry } from "../../imports/plan-entry.ts";
import { mappingOfPublished, withPublishedSlugs } from "../../imports/published-rows.ts";
import type { Mapping } from "../../imports/reading.ts";
import type { Format, Source } from "../../imports/source.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import { line } from "../../model/values/text.ts";
import type { Actor } from "../log/audit.ts";
import { type Mutation, writeWithoutLock } from "../log/frame.ts";
import { organisationToday } from "../log/organisation.ts";
import {
  type Correction,
  refuseUnfitAnswers,
  refuseUnfitMapping,
  refuseUnfitVendors,
  refuseUnknownAnswers,
} from "./corrections.ts";
import { checkedFor, knownVendors, momentOf } from "./known.ts";
import { findImport, type StoredImport, type StoredReading } from "./stored.ts";

/** A file with a list. Its format is found where it is not given. */
export type ListFileSent = {
  bytes: Uint8Array;
  format?: Format | undefined;
  fileName?: string | undefined;
  mapping?: Mapping | undefined;
};

const NO_ANSWERS: Answers = { guesses: {}, vendors: {} };

/**
 * Plans what the list would become by a file, and keeps the plan; the list stays. What was answered when a file was applied in
 * the last month is taken over. Gives the plan's id. Refuses: unreadable-file, malformed-csv, invalid-request.
 */
export async function planImport(deps: Deps, actor: Actor, sent: ListFileSent): Promise<string> {
  const { bytes, format, fileName } = sent;
  const source = await readSource(bytes, { format, fileName });
  return writeWithoutLock(deps, actor, async (w) => {
    const earlier = await answeredEarlier(w.db);
    const mapping = sent.mapping ?? earlier.mappingOf(source);
    const reading = await readingOf(source, mapping, await organisationToday(w));
    refuseUnfitMapping(sent.mapping, reading);
    refuseNothingRead(source, reading);
    const planned = await plannedNow(w, reading, earlier.answers);
    const row = {
      file: sha256(bytes),
      // What a browser calls a file may be no text that anybody reads.
      fileName: line().safeParse(fileName).data ?? null,
      format: source.format,
      source,
      mapping,
      reading,
      ...planned,
      madeAt: w.now,
      madeBy: w.actor,
    };
    const { id } = found(await w.db.insert(imports).values(row).returning({ id: imports.id }), "import");
    w.audit("import.planned", id, { file: row.file, format: source.format });
    return id;
  });
}

/**
 * Plans anew by what is corrected, and by the list as it is now; with nothing corrected, by that alone. Refuses: not-found,
 * plan-applied, and invalid-request for an answer that is to nothing in the plan or does not fit it.
 */
export function correctImport(deps: Deps, actor: Actor, id: string, correction: Correction): Promise<void> {
  return writeWithoutLock(deps, actor, async (w) => {
    const plan = await findOpen(w, id);
    const mapping = correction.mapping ?? plan.mapping;
    const reading =
      correction.mapping && plan.source
        ? await readingOf(plan.source, mapping, await organisationToday(w))
        : plan.reading;
    refuseUnfitMapping(correction.mapping, reading);
    const answers = {
      guesses: { ...plan.answers.guesses, ...correction.guesses },
      vendors: withAnswers(plan.answers.vendors, correction.vendors ?? {}),
    };
    const planned = await plannedNow(w, reading, answers);
    refuseUnknownAnswers(correction, [...plan.entries, ...planned.entries]);
    refuseUnfitVendors(correction, planned, plan.entries);
    refuseUnfitAnswers(correction, reading, planned);
    await w.db
      .update(imports)
      .set({ mapping, reading, ...planned })
      .where(eq(imports.id, id));
    w.audit("import.corrected", id);
  });
}

/** Deletes a plan, and nothing that came of it. Refuses: not-found. */
export function deleteImport(deps: Deps, actor: Actor, id: string): Promise<void> {
  return writeWithoutLock(deps, actor, async (w) => {
    found(await w.db.delete(imports).where(eq(imports.id, id)).returning({ id: imports.id }), "import");
    w.audit("import.deleted", id);
  });
}

/** A plan that is not applied, while nobody else changes it. Refuses: not-found, plan-applied. */
async function findOpen({ db }: Mutation, id: string): Promise<StoredImport> {
  await db.select({ id: imports.id }).from(imports).where(eq(imports.id, id)).for("update");
  const plan = await findImport(db, id);
  if (plan.changeSet === null) return plan;
  throw new Refusal("plan-applied", `The plan was put into change set ${plan.changeSet}.`, {
    members: { changeSet: plan.changeSet },
  });
}

/** The tables of words by which a file is understood are loaded when one is read. */
async function readingOf(
  source: Source,
  mapping: Mapping,
  { organisation: own, today }: { organisation: Organisation; today: IsoDate },
): Promise<StoredReading> {
  if (source.documents.length > 0) {
    const vendors = readDocuments(source.documents);
    return { tables: [], vendors, lost: [], whole: true };
  }
  const { readInTurns } = await import("../../imports/meaning/read.ts");
  const turns = readInTurns(source, { mapping: [...mappingOfPublished(source), ...mapping], own, today });
  let turn = turns.next();
  for (; !turn.done; turn = turns.next()) await nextTurn();
  const read = turn.value;
  return { ...read, vendors: withPublishedSlugs(source, read.vendors), whole: false };
}

/** Of a file with rows somebody can still say what its columns are. */
function refuseNothingRead({ tables }: Source, { vendors, whole }: StoredReading): void {
  const isEmpty = vendors.length === 0 && tables.every(({ rows }) => rows.length === 0);
  if (isEmpty && !whole) throw unreadable("names no vendor");
}

/** What a reading makes of the list as it is now. */
async function plannedNow(deps: Pick<Deps, "db" | "clock">, reading: StoredReading, answers: Answers) {
  const { organisation, today } = await organisationToday(deps);
  const plannedFor = await momentOf(deps.db);
  const entries = await entriesFor(deps.db, { reading, answers }, organisation, today);
  return { answers, entries, totals: totalsOf(entries), plannedFor };
}

/** What a plan would be by the registry as it is now. */
export const entriesFor = async (
  db: Db,
  { reading, answers }: Pick<StoredImport, "reading" | "answers">,
  organisation: Organisation,
  today: IsoDate,
): Promise<PlanEntry[]> =>
  makePlan({
    readings: reading.vendors,
    whole: reading.whole,
    known: await knownVendors(db, today),
    answers,
    check: checkedFor(organisation, today),
  });

/** The vendors that a plan is another for by now, by name. What it leaves as it is may change, as long as it leaves it so. */
export function changedSince(planned: readonly PlanEntry[], now: readonly PlanEntry[]): string[] {
  const planOf = ({ what, slug, ...rest }: PlanEntry) => (what === "same" ? { what, slug } : { what, slug, ...rest });
  const textOf = (entries: readonly PlanEntry[]) =>
    new Map(entries.map((each) => [each.key, canonicalJson(planOf(each))]));
  const [was, is] = [textOf(planned), textOf(now)];
  const others = [...planned, ...now].filter(({ key }) => was.get(key) !== is.get(key));
  return [...new Set(others.map(({ name }) => name))];
}

/** Those of plans that were applied of late, the newest last. */
async function answeredEarlier(db: Db) {
  const rows = await db
    .select({ answers: imports.answers, mapping: imports.mapping, reading: imports.reading })
    .from(imports)
    .where(isNotNull(imports.appliedAt))
    .orderBy(desc(imports.appliedAt))
    .limit(EARLIER);
  const earlier = rows.toReversed() as Pick<StoredImport, "answers" | "mapping" | "reading">[];
  return {
    answers: {
      ...NO_ANSWERS,
      guesses: Object.assign({}, ...earlier.map(({ answers }) => answers.guesses)) as Answers["guesses"],
    },
    mappingOf: (source: Source): Mapping =>
      earlier.findLast(({ reading }) => headersOf(reading) === headersOfSource(source))?.mapping ?? [],
  };
}

const EARLIER = 10;

const headersOf = ({ tables }: StoredReading): string =>
  JSON.stringify(tables.map(({ columns }) => columns.map(({ header }) => header)));

const headersOfSource = ({ tables }: Source): string =>
  JSON.stringify(tables.map(({ header }) => (header ?? []).map(({ text }) => text)));

function withAnswers(before: Answers["vendors"], given: NonNullable<Correction["vendors"]>): Answers["vendors"] {
  const all = new Map(Object.entries(before));
  for (const [key, answer] of Object.entries(given))
    if (answer === null) all.delete(key);
    else all.set(key, answer);
  return Object.fromEntries(all);
}
