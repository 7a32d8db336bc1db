import type { Organisation } from "../../model/organisation-document.ts";
import { slugify } from "../../model/values/text.ts";
import { dateTyped } from "../kit/dates.ts";
import { periodTyped } from "../kit/period.tsx";
import { placeTyped } from "../kit/places.tsx";
import type { Typed } from "../kit/typed.ts";

/** What was typed of an organisation, as its document. A field of the document that the form forgets does not compile. */
export const organisationTyped = (typed: Typed) =>
  ({
    name: typed.text("name"),
    legalName: typed.text("legalName"),
    registrationNumber: typed.text("registrationNumber"),
    address: typed.text("address"),
    phone: typed.text("phone"),
    website: typed.link("website"),
    privacyEmail: typed.text("privacyEmail"),
    representatives: typed.rows("representatives", (row) => ({
      ...texts(row, ["role", "regime", "name", "position", "email", "phone", "url", "address"]),
    })),
    supervisoryAuthority: typed.group("supervisoryAuthority", (group) => ({
      ...texts(group, ["name", "phone"]),
      url: group.link("url"),
    })),
    locales: typed.all("locales"),
    defaultLocale: typed.text("defaultLocale"),
    timeZone: typed.text("timeZone"),
    holidays: typed.lines("holidays").map(dateTyped),
    regimes: typed.all("regimes"),
    noticePeriod: periodTyped(typed, "noticePeriod"),
    objectionPeriod: periodTyped(typed, "objectionPeriod"),
    remedies: typed.texts("remedies"),
    products: keyedTyped(typed, "products"),
    hostingRegions: keyedTyped(typed, "hostingRegions"),
    intro: typed.texts("intro"),
    exhaustive: typed.text("exhaustive") !== "no",
    locations: typed.rows("locations", (row) => ({
      country: placeTyped(row.text("country")),
      kind: row.text("kind"),
      detail: row.texts("detail"),
    })),
    safeguards: typed.rows("safeguards", (row) => ({
      mechanism: row.text("mechanism"),
      module: row.number("module"),
      certified: row.text("certified"),
      regimes: row.all("regimes"),
      countries: row.text("countries") === undefined ? undefined : row.lines("countries").map(placeTyped),
      backup: row.flag("backup"),
      checkedOn: row.text("checkedOn"),
      url: row.link("url"),
      note: row.texts("note"),
    })),
    retention: retentionTyped(typed),
    cookies: typed.rows("cookies", (row) => ({
      name: row.text("name"),
      purpose: row.texts("purpose"),
      expires: row.text("expires"),
      setBy: row.text("setBy") === undefined ? undefined : row.lines("setBy"),
    })),
    definitions: typed.rows("definitions", (row) => ({ term: row.text("term"), meaning: row.texts("meaning") })),
    policy: typed.group("policy", (group) => ({
      ...texts(group, ["version", "updatedOn", "url"]),
      archived: group.flag("archived"),
    })),
    branding: typed.group("branding", (group) => ({
      accent: colourTyped(group.text("accent")),
      homepage: group.link("homepage"),
      title: group.texts("title"),
    })),
    approvalsRequired: typed.flag("approvalsRequired") ? 1 : 0,
    reminderDays: typed.number("reminderDays"),
  }) satisfies { [Field in keyof Organisation]-?: unknown };

/** A colour as some style guides write it, without the sign before it. */
const colourTyped = (text: string | undefined) => (text && /^[0-9a-f]{3,6}$/i.test(text) ? `#${text}` : text);

const texts = (typed: Typed, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, typed.text(name)]));

/** Products and regions are known by keys, which follow from the names that they were first given. */
const keyedTyped = (typed: Typed, field: "products" | "hostingRegions") =>
  typed.rows(field, (row) => {
    const name = row.text("name");
    return { key: row.text("key") ?? (name && (slugify(name) || undefined)), name };
  });

function retentionTyped(typed: Typed) {
  const [text, evidenceYears, responseYears] = [
    typed.texts("retention.text"),
    typed.number("retention.evidenceYears"),
    typed.number("retention.responseYears"),
  ];
  if (evidenceYears === undefined && responseYears === undefined) return text;
  return { text, evidenceYears, responseYears };
}
