import type { Context } from "hono";
import { titleOfSet } from "../../../console/changes/list.tsx";
import type { Typed } from "../../../console/kit/typed.ts";
import type { DraftNamed, Target } from "../../../console/vendors/draft-choice.tsx";
import type { ChangeSetView, VendorView } from "../../../model/change/register.ts";
import { getChangeSet, outlineChangeSets } from "../../../registry/changes/change-sets.ts";
import { describeVendor } from "../../../registry/changes/vendor-list.ts";
import type { App } from "../../frame/context.ts";
import { consoleView } from "../frame.ts";
import { setNumber } from "../routes.ts";

/** As many drafts as anybody chooses from. */
const DRAFTS = 50;

type Saving = {
  isRectification?: boolean;
  /** The vendor that is edited: drafts that it is in already are edited there. */
  vendor?: Pick<VendorView, "pending">;
  /** The draft that is edited. */
  draft?: number | undefined;
};

/** Where an edit of a vendor may be saved. */
export async function targetFor(c: Context<App>, { isRectification = false, vendor, draft }: Saving): Promise<Target> {
  const { deps } = c.var;
  const view = await consoleView(c);
  const { data } = await outlineChangeSets(deps, { states: ["draft"], limit: DRAFTS });
  const published = await outlineChangeSets(deps, { states: ["announced", "effective", "withdrawn"], limit: 1 });
  const isIn = (number: number) => vendor?.pending.some(({ changeSet }) => changeSet === number) ?? false;
  const named = (set: ChangeSetView): DraftNamed => ({ number: set.number, title: titleOfSet(set, view) });
  const inDraft = draft === undefined ? null : await getChangeSet(deps, draft);
  return {
    isFirst: published.data.length === 0,
    inDraft: inDraft ? named(inDraft) : null,
    drafts: data
      .filter(({ number, rectification }) => (rectification !== null) === isRectification && !isIn(number))
      .map(named),
  };
}

/** The draft that was chosen; while nothing is published, the one that is there. None is a new one. */
export function draftChosen({ isFirst, drafts, inDraft }: Target, sent: Typed): number | undefined {
  if (inDraft) return inDraft.number;
  if (isFirst) return drafts.at(-1)?.number;
  return setNumber(sent.text("draft"));
}

/** The draft that an address comes from: what is added or edited there is to go into it. */
export const draftComingFrom = (c: Context<App>): string | undefined => setNumber(c.req.query("into"))?.toString();

/** The draft that stands first in the choice: the one come from, or the newest, as whoever adds several vendors adds them to one. */
export function draftOffered(c: Context<App>, { drafts }: Target): Record<string, string[]> {
  const into = draftComingFrom(c);
  const offered = drafts.find(({ number }) => String(number) === into) ?? drafts[0];
  return offered ? { draft: [String(offered.number)] } : {};
}

/** The version of a vendor that is edited: a draft's, or the newest that was announced. Refuses: not-found. */
export async function versionToEdit(c: Context<App>, slug: string, draft: number | undefined): Promise<VendorView> {
  const vendor = await describeVendor(c.var.deps, slug, {});
  const announced = vendor.pending.filter(({ state }) => state === "announced").at(-1);
  const changeSet = draft ?? announced?.changeSet;
  return changeSet === undefined ? vendor : describeVendor(c.var.deps, slug, { changeSet });
}

/** The draft that an address names: of a vendor that is in drafts alone, the newest where it names none. */
export async function draftIn(c: Context<App>, slug: string): Promise<number | undefined> {
  const asked = setNumber(c.req.query("draft"));
  if (asked !== undefined) return asked;
  const { status, pending } = await describeVendor(c.var.deps, slug, {});
  return status === "draft" ? pending.at(-1)?.changeSet : undefined;
}
