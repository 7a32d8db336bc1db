import type { ChangeSetView, ChangeView, PublishedSnapshot } from "../../src/model/change/register.ts";
import { Organisation } from "../../src/model/organisation-document.ts";
import { type Locale, slugify } from "../../src/model/values/text.ts";
import { diff } from "../../src/model/vendor/diff.ts";
import { type VendorDocument, VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { weigh } from "../../src/model/vendor/weight.ts";
import { currentLaw } from "../../src/transfers/index.ts";

type Input = Parameters<typeof VendorInput.parse>[0];

export const publicUrl = "https://subprocessors.better-isms.example";

export const organisation = Organisation.parse({
  name: "Better ISMS",
  legalName: "Better ISMS SAS",
  address: "12 rue des Archives\n75003 Paris, France",
  privacyEmail: "privacy@better-isms.example",
  website: "https://better-isms.example",
  timeZone: "Europe/Paris",
  products: [
    { key: "app", name: "The application" },
    { key: "academy", name: "Academy" },
  ],
});

/** A vendor document as it is stored, checked and completed by the real schema. */
export function vendor(input: Record<string, unknown> = {}): VendorDocument {
  const { slug: _, ...document } = VendorInput.parse({ name: "HubSpot", services: [{}], ...input } as Input);
  return document;
}

export const hubspot = () =>
  vendor({
    name: "HubSpot",
    legalName: "HubSpot Ireland Limited",
    country: "IE",
    website: "https://www.hubspot.com",
    dpaUrl: "https://legal.hubspot.com/dpa",
    services: [
      {
        category: "Customer relations",
        purpose: {
          en: "Keeping track of our conversations with customers, from the first question to the end of the contract.",
          fr: "Suivre nos échanges avec nos clients, de la première question à la fin du contrat.",
        },
        dataCategories: ["Name", "Business email address", "Content of messages"],
        dataSubjects: ["Contacts at customers"],
        locations: [{ country: "DE" }, { country: "US", kind: "access", detail: "support outside European hours" }],
        safeguards: [
          { mechanism: "dpf", regimes: ["eu", "uk"], checkedOn: "2026-10-01" },
          { mechanism: "scc", module: 3, regimes: ["eu"], backup: true },
        ],
        products: ["app"],
      },
    ],
  });

const zendeskService = (more: Record<string, unknown> = {}) => ({
  purpose: { en: "Answering support requests", fr: "Répondre aux demandes d’assistance" },
  dataCategories: ["Name", "Content of messages"],
  locations: [{ country: "IE" }],
  ...more,
});

export const zendesk = () =>
  vendor({ name: "Zendesk", legalName: "Zendesk, Inc.", country: "US", services: [zendeskService()] });

export const zendeskAbroad = () =>
  vendor({
    name: "Zendesk",
    legalName: "Zendesk International Ltd",
    country: "US",
    services: [
      zendeskService({
        dataCategories: ["Name", "Content of messages", "Telephone number"],
        locations: [{ country: "IE" }, { country: "US", kind: "storage" }],
        safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }],
      }),
    ],
  });

export function change(before: VendorDocument | null, after: VendorDocument | null): ChangeView {
  const name = (after ?? before)?.name ?? "";
  return {
    vendor: slugify(name),
    name,
    kind: before === null ? "added" : after === null ? "removed" : "updated",
    before,
    after,
    diff: diff(before, after),
    ...weigh(before, after),
    weightOverride: null,
    // As the set's.
    effectiveOn: null,
    awaitsApproval: false,
    plannedOn: null,
    postponedTo: null,
    replaces: null,
    releasedOn: null,
    releasedReason: null,
    withdrawn: false,
  };
}

/** An announced change set: by default HubSpot is added, with thirty days to object. */
export function changeSet(given: Partial<ChangeSetView> = {}): ChangeSetView {
  const announcedAt = new Date("2026-11-21T09:00:00Z");
  return {
    number: 14,
    state: "announced",
    baseline: false,
    rectification: null,
    reason: null,
    reference: null,
    weight: "material",
    effectiveOn: "2026-12-22",
    plannedOn: "2026-12-22",
    awaitsApproval: false,
    lastDayToObjectOn: "2026-12-21",
    objectionExtendedTo: null,
    emergency: null,
    createdAt: announcedAt,
    updatedAt: announcedAt,
    announcedAt,
    withdrawnAt: null,
    withdrawnReason: null,
    authors: [],
    approvedBy: null,
    approvedAt: null,
    changes: [change(null, hubspot())],
    ...given,
  };
}

export const informative = (given: Partial<ChangeSetView> = {}): ChangeSetView =>
  changeSet({
    weight: "informative",
    effectiveOn: "2026-11-21",
    lastDayToObjectOn: null,
    changes: [change(zendesk(), null)],
    ...given,
  });

export const snapshot: PublishedSnapshot = {
  number: 27,
  hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  takenAt: new Date("2026-11-21T09:00:00Z"),
  auditHead: "b".repeat(64),
};

/** Everything a mail about a change set is made from. */

export const about = (set: ChangeSetView = changeSet(), locale: Locale = "en") => ({
  organisation,
  changeSet: set,
  snapshot,
  locale,
  law: currentLaw,
  publicUrl,
});

/** The terms of a contact of a customer on our own terms. */
export const contact = { name: null, lastDayToObjectOn: "2026-12-21", authorisation: "general" } as const;
