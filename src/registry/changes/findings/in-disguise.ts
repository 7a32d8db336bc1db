import type { RecordedChange } from "../../../model/change/change-set.ts";
import { GROUNDS, type Ground, type GroundCode, type Weight } from "../../../model/vendor/grounds.ts";
import { FINDINGS, type Finding } from "../../../transfers/index.ts";

type DisguisedAs = "rectification-adds" | "override-silences" | "override-hastens";
type Judging = { isRectification: boolean };

/** Material grounds that only take away a cover: that one has lapsed is so already, and can be said at once. */
const LAPSING: ReadonlySet<GroundCode> = new Set(["safeguard-lost", "safeguard-specified", "safeguard-fallback"]);

/** Material grounds that may be about words alone, or state what was so: that is what an override's own reason says. */
const WORDING: ReadonlySet<GroundCode> = new Set(["text-changed", "text-stated", "entity-stated", "name-replaced"]);
const isWording = ({ code }: Ground, before: RecordedChange["before"]): boolean =>
  WORDING.has(code) || (code === "country-changed" && before?.country === undefined);

const isMaterial = ({ code }: Ground): boolean => GROUNDS[code] === "material";

/** What a rectification says anew. A place at home counts, too: one abroad may be left for it on that day only. */
const rectified = ({ weightGrounds }: RecordedChange): Ground[] =>
  weightGrounds.filter((each) => (isMaterial(each) && !LAPSING.has(each.code)) || each.code === "place-moved-home");

/** What is material by its grounds, and has another weight by the operator's word. */
const overridden = (as: Weight, { weight, weightOverride, weightGrounds, before }: RecordedChange): Ground[] =>
  weight === "material" && weightOverride?.weight === as
    ? weightGrounds.filter((each) => isMaterial(each) && !isWording(each, before))
    : [];

/**
 * What is found of each change that may be an intended one in disguise, of which people are to hear before (GDPR Art. 28(2)):
 * an error where it is material in a rectification, or is overridden so that nobody is told; a warning where the override
 * leaves no time to object, and asks for nobody's approval.
 */
export function disguisedIn(
  changes: readonly RecordedChange[],
  { isRectification }: Judging,
): (Finding & { vendor: string })[] {
  return changes.flatMap((change) => [
    ...(isRectification ? found("rectification-adds", change, rectified(change)) : []),
    ...found("override-silences", change, overridden("editorial", change)),
    ...found("override-hastens", change, overridden("informative", change)),
  ]);
}

function found(code: DisguisedAs, { vendor: { slug }, before, after }: RecordedChange, grounds: Ground[]) {
  if (grounds.length === 0) return [];
  const facts = { name: (after ?? before)?.name ?? slug, grounds };
  const { severity } = FINDINGS[code];
  return [{ vendor: slug, code, facts, severity, pointer: "", identity: JSON.stringify([code, slug, grounds]) }];
}
