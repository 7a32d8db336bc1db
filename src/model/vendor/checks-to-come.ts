import type { Organisation } from "../organisation-document.ts";
import type { IsoDate } from "../values/dates.ts";
import { type FieldError, Refusal } from "../values/refusal.ts";
import { datesBeyond } from "../values/stated-dates.ts";
import type { Safeguard, VendorDocument } from "./vendor-document.ts";

/**
 * Refuses dates that no document may state, and a check, or the signing of a contract, that is still to come, of a vendor
 * or of the whole list: written beforehand, it would come true by itself.
 */
export function refuseChecksToCome(document: VendorDocument | Organisation, today: IsoDate): void {
  const beyond = datesBeyond(document);
  if (beyond.length > 0)
    throw new Refusal("invalid-request", "A date lies beyond those of any list.", { errors: beyond });
  const errors =
    "services" in document
      ? [
          ...signedToCome(document, today),
          ...document.services.flatMap(({ safeguards }, at) => checksToCome(safeguards, `/services/${at}`, today)),
        ]
      : checksToCome(document.safeguards, "", today);
  if (errors.length > 0)
    throw new Refusal("invalid-request", "What is said to have happened cannot lie in the future.", { errors });
}

function checksToCome(safeguards: Safeguard[], at: string, today: IsoDate): FieldError[] {
  return safeguards.flatMap(({ checkedOn = today }, index) =>
    checkedOn > today
      ? [{ pointer: `${at}/safeguards/${index}/checkedOn`, detail: `is later than today, which is ${today}` }]
      : [],
  );
}

const signedToCome = ({ contractSignedOn }: VendorDocument, today: IsoDate): FieldError[] =>
  contractSignedOn !== undefined && contractSignedOn > today
    ? [{ pointer: "/contractSignedOn", detail: `is later than today, which is ${today}` }]
    : [];
