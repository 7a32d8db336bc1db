import type { Organisation } from "../organisation-document.ts";
import type { IsoDate } from "../values/dates.ts";

/** Who published from a day on, until another did: its names, products and regimes as they were then. */
export type Publisher = { publishedOn: IsoDate; organisation: Organisation };

type Published = { organisation: Organisation; publishers: readonly Publisher[] };

/**
 * Who published on a date, by what was last said on it; before anything was said, as it was said first. In which
 * languages and time zone the register is read, and how its pages look, is a matter of today; what they were called is not.
 */
export function organisationOn({ organisation, publishers }: Published, date: IsoDate): Organisation {
  const then = publishers.findLast(({ publishedOn }) => publishedOn <= date) ?? publishers[0];
  if (!then) return organisation;
  const { locales, defaultLocale, timeZone, holidays } = organisation;
  const branding = { ...organisation.branding, title: then.organisation.branding?.title };
  return { ...then.organisation, branding, locales, defaultLocale, timeZone, holidays };
}

/** A register as it was published on a date, by whoever published it then. */
export const asPublishedOn = <Register extends Published>(register: Register, date: IsoDate): Register => ({
  ...register,
  organisation: organisationOn(register, date),
});
