import { foldName } from "../values/text.ts";
import { entityOf, type VendorDocument } from "./vendor-document.ts";

type Named = Pick<VendorDocument, "name" | "legalName" | "registrationNumber">;

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && foldName(one) === foldName(other);

/**
 * Whether two versions of a vendor are of the same legal entity: by its number in the register of companies or, where
 * one of them does not state that, by its name.
 */
export function isSameEntity(before: Named, after: Named): boolean {
  if (before.registrationNumber && after.registrationNumber)
    return isSame(before.registrationNumber, after.registrationNumber);
  return isSame(entityOf(before), entityOf(after));
}

/**
 * What a legal entity was called and what it is called now; null for another entity, and where no name changes. A name
 * that is stated besides the former one, or no longer, renames nobody.
 */
export function renameOf(before: Named, after: Named): { was: string; now: string } | null {
  if (!isSameEntity(before, after)) return null;
  if (before.legalName && after.legalName && !isSame(before.legalName, after.legalName))
    return { was: before.legalName, now: after.legalName };
  const isKept =
    isSame(before.name, after.name) || isSame(before.name, after.legalName) || isSame(before.legalName, after.name);
  return isKept ? null : { was: before.name, now: after.name };
}

/**
 * What a vendor's company was called and what it is called now, where that differs, and whether it is the same legal entity:
 * if not, the one replaces the other (GDPR Art. 28(2)).
 */
export function companyChanged(before: Named, after: Named): { was: string; now: string; isSame: boolean } | null {
  const rename = renameOf(before, after);
  if (rename) return { ...rename, isSame: true };
  if (isSameEntity(before, after)) return null;
  const areStated = before.legalName && after.legalName;
  const [was = before.name, now = after.name] = areStated ? [before.legalName, after.legalName] : [];
  return isSame(was, now) ? null : { was, now, isSame: false };
}
