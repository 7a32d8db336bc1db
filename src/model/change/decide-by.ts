import type { Response } from "../people/response.ts";
import type { IsoDate } from "../values/dates.ts";
import type { ChangeSetView } from "./register.ts";

/**
 * The day that what somebody answers is about takes effect, as announced: something has to become of an objection before. Of
 * several changes the next; once all are in effect, the last. Null of a correction, which is in effect from the start.
 */
export function effectAnswered(
  { holds }: Pick<Response, "holds">,
  { changes, rectification }: Pick<ChangeSetView, "changes" | "rectification">,
  today: IsoDate,
): IsoDate | null {
  if (rectification) return null;
  const concerned = changes.filter(({ vendor }) => holds.length === 0 || holds.includes(vendor));
  const days = concerned.flatMap(({ effectiveOn }) => effectiveOn ?? []).sort();
  return days.find((day) => day > today) ?? days.at(-1) ?? null;
}
