import { z } from "@hono/zod-openapi";
import { Colour } from "./brand/colour.ts";
import { Remedies } from "./people/contract-terms.ts";
import { DateOn, TimeZone } from "./values/dates.ts";
import { ObjectionPeriod, Period } from "./values/period.ts";
import {
  Email,
  HttpsUrl,
  HttpUrl,
  Key,
  LOCALES,
  Locale,
  LocalizedText,
  line,
  localizedLine,
  prose,
} from "./values/text.ts";
import { Contact, Cookie, Location, Phone, Regime, Regimes, Safeguard } from "./vendor/vendor-document.ts";

const Keyed = z.strictObject({ key: Key, name: line() });

const keyed = (label: string) =>
  z
    .array(Keyed)
    .max(100)
    .default([])
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach(({ key }, index) => {
        if (seen.has(key)) {
          context.addIssue({ code: "custom", path: [index, "key"], message: `"${key}" names two ${label}` });
        }
        seen.add(key);
      });
    });

/** A place of the organisation itself: it says nowhere that it depends on the customer's region. */
const OwnLocation = Location.omit({ hostingRegions: true, products: true }).openapi("OwnLocation");

/** Someone a reader may turn to besides `privacyEmail`. */
const Representative = z
  .strictObject({
    ...Contact.shape,
    role: z.enum(["data-protection-officer", "representative", "support"]),
    regime: Regime.optional(),
    address: prose(500).optional(),
  })
  .openapi("Representative");

const Years = z.int().min(1).max(100).optional();

/** For how many years people stand in the evidence and in what was answered: after that they are erased from it. */
const KeptFor = z
  .strictObject({
    text: LocalizedText.optional(),
    evidenceYears: Years.openapi({ description: "Counted from the notice, or from when the person left." }),
    responseYears: Years.openapi({ description: "Counted from the answer." }),
  })
  .refine(({ evidenceYears, responseYears }) => evidenceYears ?? responseYears);

/** What is stated of keeping the data that the list is about; and for how long the registry itself keeps people. */
const Retention = z
  .union([LocalizedText, KeptFor], {
    error: "must be a text, an object of texts by language, or { text, evidenceYears, responseYears }",
  })
  .openapi("Retention");

/** What readers are told of the company that publishes the registry. */
export const PublishedOrganisation = z
  .strictObject({
    name: line(),
    legalName: line().optional(),
    registrationNumber: line(60).optional(),
    address: prose(500).optional(),
    phone: Phone.optional(),
    website: HttpUrl.optional(),
    privacyEmail: Email.optional().openapi({ description: "Shown as the contact, and the Reply-To of every mail." }),
    representatives: z.array(Representative).max(20).default([]),
    supervisoryAuthority: z.strictObject({ name: line(), phone: Phone.optional(), url: HttpUrl.optional() }).optional(),
    timeZone: TimeZone.default("Europe/Paris"),
    regimes: Regimes.min(1).default(["eu"]),
    noticePeriod: Period.default({ days: 30, basis: "calendar", deemedReceiptDays: 0 }),
    objectionPeriod: ObjectionPeriod.optional().openapi({ description: "By default as long as the notice period." }),
    remedies: Remedies.optional(),
    products: keyed("products"),
    hostingRegions: keyed("hosting regions"),
    intro: LocalizedText.optional(),
    exhaustive: z
      .boolean()
      .default(true)
      .openapi({ description: "false: the list names examples, and other third parties may be used." }),
    locations: z
      .array(OwnLocation)
      .max(100)
      .default([])
      .openapi({ description: "Where the organisation itself processes." }),
    safeguards: z
      .array(Safeguard)
      .max(50)
      .default([])
      .openapi({ description: "Transfer tools stated for the list as a whole, without saying for which vendor." }),
    retention: Retention.optional(),
    cookies: z
      .array(Cookie)
      .max(200)
      .default([])
      .openapi({ description: "The organisation's own cookies, and those it attributes to several parties together." }),
    definitions: z
      .array(z.strictObject({ term: line(), meaning: LocalizedText }))
      .max(50)
      .default([])
      .openapi({ description: "What the list's own words mean, such as a name for a group of data." }),
    policy: z
      .strictObject({
        version: line(50).optional(),
        updatedOn: DateOn.optional(),
        url: HttpUrl.optional(),
        archived: z.boolean().default(false).openapi({ description: "Whether a newer policy has replaced it." }),
      })
      .optional(),
  })
  .openapi("PublishedOrganisation");

const PageTitle = localizedLine(100).openapi("PageTitle", {
  description: "What the list's page is called, instead of “Subprocessors”.",
});

/** How the pages look, and what they are called. The logo is stored beside it. */
const Branding = z
  .strictObject({
    accent: Colour.optional().openapi({
      description:
        "The colour of links and buttons. Where text in it could not be read, it is shown darker, or lighter.",
    }),
    homepage: HttpsUrl.optional().openapi({ description: "The company's own site: every page links back to it." }),
    title: PageTitle.optional(),
  })
  .openapi("Branding");

/**
 * The company that publishes the registry, and how it runs its service: one per deployment. Everything but the name has
 * a sensible default.
 */
export const Organisation = z
  .strictObject({
    ...PublishedOrganisation.shape,
    branding: Branding.optional(),
    locales: z.array(Locale).min(1).max(LOCALES.length).default(LOCALES),
    defaultLocale: Locale.default("en"),
    holidays: z.array(DateOn).max(1000).default([]),
    approvalsRequired: z.int().min(0).max(1).default(0).openapi({
      description: "1: announcing needs the approval of a person or key that has not written the draft (four eyes).",
    }),
    reminderDays: z.int().min(0).max(60).default(7).openapi({
      description: "How many days before their last day to object contacts are reminded, once; 0: never.",
    }),
  })
  .superRefine((organisation, context) => {
    if (new Set(organisation.locales).size < organisation.locales.length) {
      context.addIssue({ code: "custom", path: ["locales"], message: "must not name a language twice" });
    }
    if (!organisation.locales.includes(organisation.defaultLocale)) {
      context.addIssue({ code: "custom", path: ["defaultLocale"], message: "must be one of the locales" });
    }
  })
  .openapi("Organisation");
export type Organisation = z.infer<typeof Organisation>;

type Retaining = Pick<z.infer<typeof PublishedOrganisation>, "retention">;

/** The parts of what an organisation states of keeping; years that are missing have no end. */
export function keepingOf({ retention }: Retaining): z.infer<typeof KeptFor> {
  if (retention === undefined) return {};
  const isText = typeof retention === "string" || LOCALES.some((locale) => locale in retention);
  return isText ? { text: retention as LocalizedText } : (retention as z.infer<typeof KeptFor>);
}

/** The language an organisation writes to a reader in: the reader's own if it writes that, else its first. */
export const languageFor = (locale: Locale, { locales, defaultLocale }: Organisation): Locale =>
  locales.includes(locale) ? locale : defaultLocale;

/** What is published before anyone has said who publishes it. */
export const UNNAMED = Organisation.parse({ name: "Unnamed organisation" });
