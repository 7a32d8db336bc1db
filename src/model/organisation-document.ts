import { z } from "@hono/zod-openapi";
import { Colour } from "./brand/colour.ts";
import { Remedies } from "./people/contract-terms.ts";
import { DateOn, TimeZone } from "./values/dates.ts";
import { explained } from "./values/explained.ts";
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

const Keyed = z.strictObject({
  key: Key.describe("Names it in documents."),
  name: line().describe("What readers call it."),
});

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
const OwnLocation = Location.omit({ hostingRegions: true, products: true })
  .describe("A place where the organisation itself processes.")
  .openapi("OwnLocation");

/** Someone a reader may turn to besides `privacyEmail`. */
const Representative = z
  .strictObject({
    ...Contact.shape,
    role: explained({
      "data-protection-officer": "GDPR Art. 37",
      representative:
        "in the territory of `regime`, of a company that is not established there (Art. 27 of the GDPR or the UK GDPR, Art. 14 FADP)",
      support: "whoever else answers questions",
    }),
    regime: Regime.optional().describe("For whose territory they represent."),
    address: prose(500).optional().describe("Their postal address."),
  })
  .describe("Someone a reader may turn to besides `privacyEmail`.")
  .openapi("Representative");

const Years = z.int().min(1).max(100).optional();

/** For how many years people stand in the evidence and in what was answered: after that they are erased from it. */
const KeptFor = z
  .strictObject({
    text: LocalizedText.optional().describe("What readers are told of it."),
    evidenceYears: Years.openapi({ description: "Counted from the notice, or from when the person left." }),
    responseYears: Years.openapi({ description: "Counted from the answer." }),
  })
  .refine(({ evidenceYears, responseYears }) => evidenceYears ?? responseYears);

/** What is stated of keeping the data that the list is about; and for how long the registry itself keeps people. */
const Retention = z
  .union([LocalizedText, KeptFor], {
    error: "must be a text, an object of texts by language, or { text, evidenceYears, responseYears }",
  })
  .describe("What is stated of keeping data; with years, people are erased from evidence and answers after them.")
  .openapi("Retention");

/** What readers are told of the company that publishes the registry. */
export const PublishedOrganisation = z
  .strictObject({
    name: line().describe("As readers know it."),
    legalName: line().optional().describe("The legal entity."),
    registrationNumber: line(60).optional().describe("In the register of companies."),
    address: prose(500).optional().describe("Its postal address."),
    phone: Phone.optional().describe("As it is dialled from abroad."),
    website: HttpUrl.optional().describe("Its home page."),
    privacyEmail: Email.optional().openapi({ description: "Shown as the contact, and the Reply-To of every mail." }),
    representatives: z
      .array(Representative)
      .max(20)
      .default([])
      .describe("Data protection officer, representatives, support."),
    supervisoryAuthority: z
      .strictObject({
        name: line().describe("As it is called."),
        phone: Phone.optional().describe("As it is dialled from abroad."),
        url: HttpUrl.optional().describe("Its home page."),
      })
      .optional()
      .describe("Where people complain (GDPR Art. 77)."),
    timeZone: TimeZone.default("Europe/Paris").describe("Whose days its dates are (IANA)."),
    regimes: Regimes.min(1).default(["eu"]).describe("The laws that transfers are judged by."),
    noticePeriod: Period.default({ days: 30, basis: "calendar", deemedReceiptDays: 0 }).describe(
      "How long customers are told before a material change, where their contract says nothing.",
    ),
    objectionPeriod: ObjectionPeriod.optional().openapi({ description: "By default as long as the notice period." }),
    remedies: Remedies.optional().describe("What an objection leads to, in the words of the terms."),
    products: keyed("products").describe("What customers may use: vendors, customers and followers name them by key."),
    hostingRegions: keyed("hosting regions").describe("Where customers may have their data: named by key as well."),
    intro: LocalizedText.optional().describe("What the page begins with."),
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
    retention: Retention.optional().describe("How long data is kept."),
    cookies: z
      .array(Cookie)
      .max(200)
      .default([])
      .openapi({ description: "The organisation's own cookies, and those it attributes to several parties together." }),
    definitions: z
      .array(z.strictObject({ term: line().describe("As the list says it."), meaning: LocalizedText }))
      .max(50)
      .default([])
      .openapi({ description: "What the list's own words mean, such as a name for a group of data." }),
    policy: z
      .strictObject({
        version: line(50).optional().describe("Its own name for its version."),
        updatedOn: DateOn.optional().describe("When it was last changed."),
        url: HttpUrl.optional().describe("Where it can be read: sign-up and invitations link to it."),
        archived: z.boolean().default(false).openapi({ description: "Whether a newer policy has replaced it." }),
      })
      .optional()
      .describe("The privacy policy that the list belongs to."),
  })
  .describe("Who publishes the list, as readers are told.")
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
  .describe("How the pages look, and what they are called; the logo has an address of its own.")
  .openapi("Branding");

/**
 * The company that publishes the registry, and how it runs its service: one per deployment. Everything but the name has
 * a sensible default.
 */
export const Organisation = z
  .strictObject({
    ...PublishedOrganisation.shape,
    branding: Branding.optional().describe("How its pages look."),
    locales: z
      .array(Locale)
      .min(1)
      .max(LOCALES.length)
      .default(LOCALES)
      .describe("The languages it writes: of pages, mails and texts."),
    defaultLocale: Locale.default("en").describe("The one for readers of any other; and of texts that name none."),
    holidays: z.array(DateOn).max(1000).default([]).describe("Days that business and working days leave out."),
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
  .describe("Who publishes the registry, and its terms. Everything but the name has a default.")
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

/** The languages that texts are written in, that of texts which name none first. */
export const writtenIn = ({ locales, defaultLocale }: Organisation): Locale[] => [
  defaultLocale,
  ...LOCALES.filter((each) => each !== defaultLocale && locales.includes(each)),
];

/** What is published before anyone has said who publishes it. */
export const UNNAMED = Organisation.parse({ name: "Unnamed organisation" });
