import { z } from "@hono/zod-openapi";
import { DateOn } from "../values/dates.ts";
import { Email, HttpUrl, Key, LocalizedText, line, prose, slugify } from "../values/text.ts";
import { Country, CountryOrArea } from "./countries.ts";
import { Mechanism } from "./mechanisms.ts";

export const Regime = z.enum(["eu", "uk", "ch"]).openapi("Regime");
export type Regime = z.infer<typeof Regime>;

/** None twice. */
export const Regimes = z
  .array(Regime)
  .max(3)
  .refine((regimes) => new Set(regimes).size === regimes.length, { error: "must not name a regime twice" });

export const Phone = line(40);

export const Contact = z
  .strictObject({
    name: line().optional(),
    position: line().optional(),
    email: Email.optional(),
    phone: Phone.optional(),
    url: HttpUrl.optional(),
  })
  .openapi("Contact");
export type Contact = z.infer<typeof Contact>;

export const Location = z
  .strictObject({
    country: CountryOrArea,
    kind: z.enum(["processing", "storage", "backup", "access"]).default("processing"),
    detail: LocalizedText.optional(),
    hostingRegions: z.array(Key).max(100).optional().openapi({
      description:
        "The organisation's hosting regions whose data is there, where the place depends on them. None: all.",
    }),
    products: z.array(Key).max(100).optional().openapi({
      description: "The organisation's products whose data is there, where the place depends on them. None: all.",
    }),
  })
  .openapi("Location");
export type Location = z.infer<typeof Location>;

/** Of the standard contractual clauses of 2021, by who exports to whom. */
const Module = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Module = z.infer<typeof Module>;

/** A transfer tool, as it is stated. */
export const Safeguard = z
  .strictObject({
    mechanism: Mechanism,
    module: Module.optional(),
    regimes: Regimes.default([]),
    countries: z
      .array(CountryOrArea)
      .max(100)
      .optional()
      .openapi({ description: "The places it covers, where not all of the service's." }),
    backup: z.boolean().default(false),
    checkedOn: DateOn.optional(),
    url: HttpUrl.optional(),
    note: LocalizedText.optional(),
  })
  .openapi("Safeguard");
export type Safeguard = z.infer<typeof Safeguard>;

export const Cookie = z
  .strictObject({
    name: line(),
    purpose: LocalizedText.optional(),
    expires: line().optional(),
    setBy: z
      .array(line())
      .min(1)
      .max(20)
      .optional()
      .openapi({ description: "Who sets it, where that is stated apart." }),
  })
  .openapi("Cookie");
export type Cookie = z.infer<typeof Cookie>;

/** What an independent body has certified of a vendor. */
export const Certification = z
  .strictObject({ name: line(), validUntil: DateOn.optional(), url: HttpUrl.optional() })
  .openapi("Certification");
export type Certification = z.infer<typeof Certification>;

const service = {
  key: Key.optional(),
  name: line().optional(),
  role: z.enum(["subprocessor", "processor", "independent-controller", "recipient", "source"]).default("subprocessor"),
  category: line().optional(),
  purpose: LocalizedText.optional(),
  // With the purpose and sensitive data, Annex I.B of the SCC of 2021.
  nature: LocalizedText.optional(),
  // Art. 13(1)(c) GDPR.
  legalBasis: LocalizedText.optional(),
  dataCategories: z.array(line()).max(100).default([]),
  sensitiveData: z.boolean().optional().openapi({ description: "Special categories of data (Art. 9 GDPR)." }),
  dataSubjects: z.array(line()).max(100).default([]),
  usedForTraining: z.enum(["never", "with-consent", "yes"]).optional().openapi({
    description: "Whether personal data is used to train models. Absent: not stated.",
  }),
  locations: z.array(Location).max(100).default([]),
  safeguards: z.array(Safeguard).max(50).default([]),
  products: z.array(Key).max(100).default([]),
  hostingRegions: z.array(Key).max(100).default([]),
  optional: z.boolean().default(false),
  retention: LocalizedText.optional(),
  cookies: z.array(Cookie).max(200).default([]),
  note: LocalizedText.optional(),
};

const ServiceInput = z.strictObject(service).openapi("ServiceInput");
export const Service = z.strictObject({ ...service, key: Key }).openapi("Service");
export type Service = z.infer<typeof Service>;

const vendor = {
  name: line(),
  legalName: line().optional(),
  formerNames: z.array(line()).max(20).optional(),
  registrationNumber: line(60).optional().openapi({
    description: "In the register of companies. The same number is the same legal entity, whatever it is called.",
  }),
  // Art. 13(1)(e) GDPR lets a controller disclose categories of recipients instead of names.
  identity: z.enum(["named", "category"]).default("named"),
  relationship: z.enum(["third-party", "affiliate"]).default("third-party"),
  country: Country.optional(),
  address: prose(500).optional(),
  contact: Contact.optional(),
  contractSignedOn: DateOn.optional(),
  certifications: z.array(Certification).max(50).optional(),
  website: HttpUrl.optional(),
  privacyPolicyUrl: HttpUrl.optional(),
  cookiePolicyUrl: HttpUrl.optional(),
  dpaUrl: HttpUrl.optional(),
  optOutUrl: HttpUrl.optional(),
  subprocessorsUrl: HttpUrl.optional(),
};

/** A vendor as it is stored and published: every service has its key. */
export const VendorDocument = z
  .strictObject({ ...vendor, services: z.array(Service).min(1).max(100) })
  .openapi("VendorDocument");
export type VendorDocument = z.infer<typeof VendorDocument>;

/** Who a vendor is: its legal entity, or by its name where that is not stated. */
export const entityOf = ({ legalName, name }: Pick<VendorDocument, "legalName" | "name">) => legalName ?? name;

/** A vendor as an operator writes it: keys are derived where they are left out, and must be unique. */
export const VendorInput = z
  .strictObject({ ...vendor, slug: Key.optional(), services: z.array(ServiceInput).min(1).max(100) })
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
  .openapi("VendorInput");
export type VendorInput = z.infer<typeof VendorInput>;

function deriveKey(name: string | undefined): string {
  return (name && slugify(name)) || "main";
}
