import type { Organisation } from "../model/organisation-document.ts";
import type { IsoDate } from "../model/values/dates.ts";
import type { Setting } from "../model/vendor/weighing.ts";
import { assess } from "./assess.ts";
import type { Law } from "./law.ts";

type Published = Pick<Organisation, "products" | "hostingRegions" | "regimes">;

/** What changes of vendors are weighed for: an organisation's keys and, by the law of a day, where its regimes see transfers. */
export function weighedFor(organisation: Published, on: IsoDate, law: Law): Setting {
  const keys = (field: "products" | "hostingRegions") => organisation[field].map(({ key }) => key);
  return {
    products: keys("products"),
    hostingRegions: keys("hostingRegions"),
    seesTransfer: (country) =>
      organisation.regimes.some(
        (regime) => assess({ locations: [{ country }], safeguards: [] }, regime, on, law).reason.code !== "at-home",
      ),
  };
}
