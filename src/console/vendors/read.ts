import type {
  Certification,
  Contact,
  Cookie,
  Location,
  Safeguard,
  Service,
  VendorInput,
} from "../../model/vendor/vendor-document.ts";
import { placeTyped } from "../kit/places.tsx";
import type { Typed } from "../kit/typed.ts";
import { townTyped } from "./town.ts";

/** Every field of a document of that kind: one that the form forgets does not compile. */
type Whole<Document> = { [Field in keyof Document]-?: unknown };

/** What was typed of a vendor, as its document. A vendor of which only who it is was said has one service. */
export function vendorTyped(typed: Typed) {
  const services = typed.rows("services", serviceTyped);
  return {
    slug: typed.text("slug"),
    name: typed.text("name"),
    legalName: typed.text("legalName"),
    formerNames: some(typed.lines("formerNames")),
    registrationNumber: typed.text("registrationNumber"),
    identity: typed.text("identity"),
    relationship: typed.text("relationship"),
    country: placeTyped(typed.text("country")),
    address: typed.text("address"),
    contact: typed.group("contact", contactTyped),
    contractSignedOn: typed.text("contractSignedOn"),
    certifications: some(typed.rows("certifications", certificationTyped)),
    website: typed.link("website"),
    privacyPolicyUrl: typed.link("privacyPolicyUrl"),
    cookiePolicyUrl: typed.link("cookiePolicyUrl"),
    dpaUrl: typed.link("dpaUrl"),
    optOutUrl: typed.link("optOutUrl"),
    subprocessorsUrl: typed.link("subprocessorsUrl"),
    services: services.length > 0 ? services : [{}],
  } satisfies Whole<VendorInput>;
}

const contactTyped = (typed: Typed) =>
  ({
    name: typed.text("name"),
    position: typed.text("position"),
    email: typed.text("email"),
    phone: typed.text("phone"),
    url: typed.link("url"),
  }) satisfies Whole<Contact>;

const certificationTyped = (typed: Typed) =>
  ({
    name: typed.text("name"),
    validUntil: typed.text("validUntil"),
    url: typed.link("url"),
  }) satisfies Whole<Certification>;

const serviceTyped = (typed: Typed) =>
  ({
    key: typed.text("key"),
    name: typed.text("name"),
    role: typed.text("role"),
    category: typed.text("category"),
    purpose: typed.texts("purpose"),
    nature: typed.texts("nature"),
    legalBasis: typed.texts("legalBasis"),
    dataCategories: typed.lines("dataCategories"),
    sensitiveData: yesOrNo(typed.text("sensitiveData")),
    dataSubjects: typed.lines("dataSubjects"),
    usedForTraining: typed.text("usedForTraining"),
    locations: typed.rows("locations", locationTyped),
    safeguards: typed.rows("safeguards", safeguardTyped),
    products: typed.all("products"),
    hostingRegions: typed.all("hostingRegions"),
    optional: typed.flag("optional"),
    retention: typed.texts("retention"),
    cookies: typed.rows("cookies", cookieTyped),
    note: typed.texts("note"),
  }) satisfies Whole<Service>;

/** The town that a place is named by, where none is stated besides. */
export const townOf = (typed: Typed) =>
  typed.texts("detail") === undefined ? townTyped(typed.text("country")) : undefined;

export const locationTyped = (typed: Typed) => {
  const town = townOf(typed);
  return {
    country: town?.country ?? placeTyped(typed.text("country")),
    kind: typed.text("kind"),
    detail: town?.detail ?? typed.texts("detail"),
    hostingRegions: some(typed.all("hostingRegions")),
    products: some(typed.all("products")),
  } satisfies Whole<Location>;
};

export const safeguardTyped = (typed: Typed) =>
  ({
    mechanism: typed.text("mechanism"),
    module: typed.number("module"),
    certified: typed.text("certified"),
    regimes: typed.all("regimes"),
    countries: some(typed.lines("countries").map(placeTyped)),
    backup: typed.flag("backup"),
    checkedOn: typed.text("checkedOn"),
    url: typed.link("url"),
    note: typed.texts("note"),
  }) satisfies Whole<Safeguard>;

const cookieTyped = (typed: Typed) =>
  ({
    name: typed.text("name"),
    purpose: typed.texts("purpose"),
    expires: typed.text("expires"),
    setBy: some(typed.lines("setBy")),
  }) satisfies Whole<Cookie>;

/** An empty list states nothing, as if it were absent. */
const some = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined);

const yesOrNo = (text: string | undefined) => (text === "yes" ? true : text === "no" ? false : text);
