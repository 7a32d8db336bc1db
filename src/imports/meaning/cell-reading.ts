import type { IsoDate } from "../../model/values/dates.ts";
import type { GuessRule } from "../guess-rules.ts";
import type { Phrases } from "../phrases.ts";
import type { Cell } from "../source.ts";
import type { Column } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { linkMeant } from "./links.ts";
import type { IsKnown } from "./names.ts";

/** What of the organisation and the world a row is read by. */
export type Around = {
  isKnown: IsKnown;
  products: Phrases<string>;
  hostingRegions: Phrases<string>;
  /** Where it is not known, no day is past. */
  today: IsoDate | undefined;
};

/** A cell on its way into a draft, and whether another cell of its row states the legal entity. */
export type Reading = { cell: Cell; to: Draft; column: Column; around: Around; hasEntity: boolean };

/** The guess that a column makes which is not sure, of what it says as it stands. */
export const ofColumn = ({ cell, column }: Reading): { from: string; rule: GuessRule; sure: false } | undefined =>
  column.sure
    ? undefined
    : { from: cell.text, rule: column.by === "content" ? "column-by-content" : "column-by-header", sure: false };

/** Links that stand in a cell, each by what it is to; one that nothing tells of is lost. */
export function takeLinks({ cell, to, column }: Reading): void {
  for (const [index, each] of cell.links.entries()) {
    const meant = linkMeant(each);
    // A home page comes first.
    if (!meant || (meant.field === "website" && index > 0))
      to.lose(column.header, each.url, each.text === each.url ? "unnamed-link" : "no-field");
    else
      to.put("vendor", meant.field, each.url, column.header, each.url, {
        from: each.url,
        rule: meant.rule,
        sure: meant.sure,
      });
  }
}
