import { placesIn } from "../../imports/places/places.ts";
import { CountryOrArea } from "../../model/vendor/countries.ts";
import { placeTyped } from "../kit/places.tsx";

/** A country, and the town, state or region of a cloud in it by which it was named. */
export type Town = { country: string; detail: string };

/** The country of a town that was typed where a country is asked for; undefined where it is none, or may lie in several. */
export function townTyped(text: string | undefined): Town | undefined {
  if (text === undefined || CountryOrArea.safeParse(placeTyped(text)).success) return undefined;
  const { places, rest } = placesIn(text);
  const [place, ...more] = places;
  if (!place?.sure || place.detail === undefined || more.length > 0 || rest.length > 0) return undefined;
  return { country: place.country, detail: place.detail };
}
