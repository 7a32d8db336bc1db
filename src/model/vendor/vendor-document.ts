import { z } from "@hono/zod-openapi";
import { DateOn } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import { Email, HttpUrl, Key, LocalizedText, line, prose, slugify } from "../values/text.ts";
import { Country, CountryOrArea } from "./countries.ts";
import { Mechanism } from "./mechanisms.ts";

/** The law on transfers that is asked about. */
export const Regime = explained({
  eu: "the GDPR, of the EU and the EEA",
  uk: "the UK GDPR",
  ch: "the Swiss Federal Act on Data Protection (FADP)",
}).openapi("Regime");
export type Regime = z.infer<typeof Regime>;

/** None twice. */
export const Regimes = z
  .array(Regime)
  .max(3)
  .refine((regimes) => new Set(regimes).size === regimes.length, { error: "must not name a regime twice" });

export const Phone = line(40);

export const Contact = z
  .strictObject({
    name: line().optional().describe("A person or a team."),
    position: line().optional().describe("Such as data protection officer."),
    email: Email.optional().describe("Where they are written to."),
    phone: Phone.optional().describe("As it is dialled from abroad."),
    url: HttpUrl.optional().describe("A page or a form instead of an address."),
  })
  .describe("Whom to turn to at the vendor.")
  .openapi("Contact");
export type Contact = z.infer<typeof Contact>;

export const Location = z
  .strictObject({
    country: CountryOrArea.describe(
      "Where it is: an ISO 3166-1 country, `EU`, `EEA`, or an area of UN M49, which is never adequate as such.",
    ),
    kind: explained({
      processing: "data is worked on there",
      storage: "data lies there",
      backup: "copies lie there",
      access: "people see data from there",
    }).default("processing"),
    detail: LocalizedText.optional().describe("More of the place, such as a city."),
    hostingRegions: z
      .array(Key)
      .max(100)
      .optional()
      .describe("The organisation's hosting regions whose data is there, where the place depends on them. None: all."),
    products: z
      .array(Key)
      .max(100)
      .optional()
      .describe("The organisation's products whose data is there, where the place depends on them. None: all."),
  })
  .describe("A place where a service processes data.")
  .openapi("Location");
export type Location = z.infer<typeof Location>;

/** Of the standard contractual clauses of 2021, by who exports to whom. */
const Module = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .describe(
    "Of the SCC of 2021. 1: controller to controller; 2: controller to processor; 3: processor to processor; 4: processor to controller.",
  );
export type Module = z.infer<typeof Module>;

/** A transfer tool, as it is stated. */
export const Safeguard = z
  .strictObject({
    mechanism: Mechanism,
    module: Module.optional(),
    regimes: Regimes.default([]).describe(
      "Under which laws it is stated. None: those that the mechanism is about by its name.",
    ),
    countries: z
      .array(CountryOrArea)
      .max(100)
      .optional()
      .describe("The places it covers, where not all of the service's."),
    backup: z.boolean().default(false).describe("It is to cover only if what is stated before it falls."),
    certified: line()
      .optional()
      .describe(
        "The company in the United States that is certified under the DPF, where it is not the vendor itself, such as its parent: it receives the data there.",
      ),
    checkedOn: DateOn.optional().describe("When a certification, such as under the DPF, was last looked up."),
    url: HttpUrl.optional().describe("The clauses, the certificate or the approval."),
    note: LocalizedText.optional().describe("What a reader should know of it; of a derogation, why it applies."),
  })
  .refine(({ mechanism, certified }) => certified === undefined || mechanism === "dpf", {
    path: ["certified"],
    error: "is told of the dpf alone: no other tool is a company's certification",
  })
  .describe("A transfer tool (GDPR Art. 45-49) that is stated of a service.")
  .openapi("Safeguard");
export type Safeguard = z.infer<typeof Safeguard>;

export const Cookie = z
  .strictObject({
    name: line().describe("As the browser shows it."),
    purpose: LocalizedText.optional().describe("What it is for."),
    expires: line().optional().describe("After how long, such as `1 year` or `session`."),
    setBy: z.array(line()).min(1).max(20).optional().describe("Who sets it, where that is stated apart."),
  })
  .describe("A cookie that is set for a service.")
  .openapi("Cookie");
export type Cookie = z.infer<typeof Cookie>;

/** What an independent body has certified of a vendor. */
export const Certification = z
  .strictObject({
    name: line().describe("Such as ISO/IEC 27001."),
    validUntil: DateOn.optional().describe("Its last day. Findings warn before it, and after."),
    url: HttpUrl.optional().describe("The certificate."),
  })
  .describe("What an independent body has certified of the vendor.")
  .openapi("Certification");
export type Certification = z.infer<typeof Certification>;

const service = {
  key: Key.optional().describe("Names it within the vendor, for ever. By default from its name, else `main`."),
  name: line().optional().describe("Its own, where the vendor provides several."),
  role: explained({
    subprocessor: "processes for the organisation what that processes for its customers (GDPR Art. 28(2) and (4))",
    processor: "processes for the organisation what is the organisation's own",
    "independent-controller": "decides itself what it does with the data",
    recipient: "is given the data, and nothing more is stated",
    source: "is where the data comes from; nothing is transferred to it",
  }).default("subprocessor"),
  category: line().optional().describe("Under which the list groups it."),
  purpose: LocalizedText.optional().describe("What it is used for."),
  // With the purpose and sensitive data, Annex I.B of the SCC of 2021.
  nature: LocalizedText.optional().describe("What is done with the data (SCC Annex I.B)."),
  // Art. 13(1)(c) GDPR.
  legalBasis: LocalizedText.optional().describe("The legal basis (GDPR Art. 13(1)(c))."),
  dataCategories: z.array(line()).max(100).default([]).describe("Names of the data it processes."),
  sensitiveData: z.boolean().optional().describe("Special categories of data (Art. 9 GDPR)."),
  dataSubjects: z.array(line()).max(100).default([]).describe("Whose data it is."),
  usedForTraining: explained({
    never: "personal data is not used to train models",
    "with-consent": "only with the consent of the people concerned",
    yes: "it is",
  }).optional(),
  locations: z.array(Location).max(100).default([]).describe("Where it processes. None: not stated."),
  safeguards: z.array(Safeguard).max(50).default([]).describe("What covers its transfers. None: not stated."),
  products: z
    .array(Key)
    .max(100)
    .default([])
    .describe("Keys of the organisation's products that it is used for. None: all."),
  hostingRegions: z
    .array(Key)
    .max(100)
    .default([])
    .describe("Keys of the organisation's hosting regions that it is used for. None: all."),
  optional: z.boolean().default(false).describe("It is used only for customers who choose it."),
  retention: LocalizedText.optional().describe("How long it keeps data."),
  cookies: z.array(Cookie).max(200).default([]).describe("The cookies it sets."),
  note: LocalizedText.optional().describe("What else a reader should know."),
};

const ServiceInput = z.strictObject(service).describe("A service as it is written.").openapi("ServiceInput");
export const Service = z
  .strictObject({ ...service, key: Key.describe("Names it within the vendor, for ever.") })
  .describe("What the vendor is used for.")
  .openapi("Service");
export type Service = z.infer<typeof Service>;

const vendor = {
  name: line().describe("As readers know it."),
  legalName: line().optional().describe("The legal entity that the contract is with."),
  formerNames: z.array(line()).max(20).optional().describe('What it was called: found by search, shown as "formerly".'),
  registrationNumber: line(60)
    .optional()
    .describe("In the register of companies. The same number is the same legal entity, whatever it is called."),
  // Art. 13(1)(e) GDPR lets a controller disclose categories of recipients instead of names.
  identity: explained({
    named: "one company, by its name",
    category: "a category of recipients, whose companies are not named",
  }).default("named"),
  relationship: explained({
    "third-party": "a company of its own",
    affiliate: "a company of the organisation's group",
  }).default("third-party"),
  country: Country.optional().describe("Where it is established: an ISO 3166-1 code."),
  address: prose(500).optional().describe("Its postal address."),
  contact: Contact.optional().describe("Whom to turn to there."),
  contractSignedOn: DateOn.optional().describe("When the contract with it was signed."),
  certifications: z.array(Certification).max(50).optional().describe("What independent bodies have certified."),
  website: HttpUrl.optional().describe("Its home page."),
  privacyPolicyUrl: HttpUrl.optional().describe("Its privacy policy."),
  cookiePolicyUrl: HttpUrl.optional().describe("Its cookie policy."),
  dpaUrl: HttpUrl.optional().describe("The data processing agreement with it."),
  optOutUrl: HttpUrl.optional().describe("Where people object to its processing."),
  subprocessorsUrl: HttpUrl.optional().describe("Its own list of subprocessors."),
};

/** A vendor as it is stored and published: every service has its key. */
export const VendorDocument = z
  .strictObject({ ...vendor, services: z.array(Service).min(1).max(100).describe("What it is used for.") })
  .describe("A third party as it is stored and published.")
  .openapi("VendorDocument");
export type VendorDocument = z.infer<typeof VendorDocument>;

/** Who a vendor is: its legal entity, or by its name where that is not stated. */
export const entityOf = ({ legalName, name }: Pick<VendorDocument, "legalName" | "name">) => legalName ?? name;

/** A vendor as an operator writes it: keys are derived where they are left out, and must be unique. */
export const VendorInput = z
  .strictObject({
    ...vendor,
    slug: Key.optional().describe("Its address, for ever. By default from its name."),
    services: z.array(ServiceInput).min(1).max(100).describe("What it is used for."),
  })
  .transform((input, context) => {
    const services = input.services.map((each) => ({ ...each, key: each.key ?? deriveKey(each.name) }));
    const seen = new Set<string>();
    services.forEach(({ key }, index) => {
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: ["services", index, "key"], message: `"${key}" is used twice` });
      }
      seen.add(key);
    });
    return { ...input, services };
  })
  .describe("A third party as it is written.")
  .openapi("VendorInput");
export type VendorInput = z.infer<typeof VendorInput>;

function deriveKey(name: string | undefined): string {
  return (name && slugify(name)) || "main";
}
