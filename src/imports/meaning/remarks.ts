import { covers } from "../../model/vendor/countries.ts";
import type { VendorInput } from "../../model/vendor/vendor-document.ts";
import { Safeguard } from "../../model/vendor/vendor-document.ts";
import type { Guess } from "../reading.ts";
import { toolsIn } from "./mechanisms.ts";

/** A sentence that says of all transfers what covers them. */
export type Remark = { text: string; mechanisms: readonly string[] };

const ALL =
  /\b(?:all|each|every|any|such|these|tous|toutes|chaque|alle|jede[rnms]?|sämtliche|todos|todas|tutti|tutte|ogni|elke|ieder|alla|samtliga|varje)\b/i;
const TRANSFER =
  /transfer|transfert|übermittl|übertragung|transferencia|trasferiment|doorgifte|overdracht|överför|third countr|drittl|outside the (?:EU|EEA)/i;
const LONGEST = 600;
const MOST = 5;

/** The sentences outside of tables that name a tool for all transfers. */
export function remarksOf(remarks: readonly string[]): Remark[] {
  return remarks
    .flatMap((remark) => remark.split(/(?<=[.!?;])\s+/))
    .filter((text) => text.length <= LONGEST && TRANSFER.test(text) && ALL.test(text))
    .map((text) => ({ text, mechanisms: toolsIn(text).tools.map(({ mechanism }) => mechanism) }))
    .filter(({ mechanisms }) => mechanisms.length > 0)
    .slice(0, MOST);
}

/** What such sentences say of a vendor that states no tool and processes outside of the EEA: offered for each of its services. */
export function remarksFor({ services }: VendorInput, remarks: readonly Remark[]): Guess[] {
  return services.flatMap(({ safeguards, locations }, index) => {
    const isOutside = locations.some(({ country }) => !covers("EEA", country));
    if (safeguards.length > 0 || !isOutside) return [];
    return remarks.map(
      ({ text, mechanisms }): Guess => ({
        pointer: `/services/${index}/safeguards`,
        from: text,
        made: mechanisms.map((mechanism) => Safeguard.parse({ mechanism })),
        rule: "remark",
        sure: false,
        instead: [],
        offered: true,
      }),
    );
  });
}
