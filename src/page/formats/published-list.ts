import { z } from "@hono/zod-openapi";
import { ChangeKind } from "../../model/change/change-set.ts";
import { comingAfter, listOn, recordedFrom } from "../../model/change/history.ts";
import { rectifiedIn } from "../../model/change/rectifications.ts";
import { PublishedOrganisation } from "../../model/organisation-document.ts";
import { DateOn } from "../../model/values/dates.ts";
import { Key, LOCALES, type Locale, LocalizedText, localized } from "../../model/values/text.ts";
import { fieldsOf } from "../../model/vendor/field-lookup.ts";
import { isFor, placedFor } from "../../model/vendor/places-for.ts";
import { Regime, type Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import { assessAll, lawWith, ReasonCode } from "../../transfers/index.ts";
import { usedBy } from "../register/filters.ts";
import type { ListView } from "./list-for.ts";

const PublishedVendor = z
  .strictObject({
    slug: Key.describe("Its address, for ever."),
    effectiveOn: DateOn.describe("Since when it is as it is listed here."),
    changeSet: z.int().min(0).describe("The change that made it as it is listed here, since `effectiveOn`."),
    ...VendorDocument.shape,
    transfers: z
      .array(
        z.strictObject({
          service: Key.describe("The service's key."),
          regime: Regime,
          basis: ReasonCode,
          rule: z.string().nullable().describe("The id of the decision or mechanism; null: none decides."),
        }),
      )
      .describe(
        "What covers the transfers of each service, under each of the organisation's regimes, by the law of `on`: what the weakest of its places rests on, and the id of the decision or mechanism, if any.",
      ),
  })
  .describe("A vendor as it is listed.")
  .openapi("PublishedVendor");

const UpcomingChange = z
  .strictObject({
    changeSet: z.int().min(0).describe("Its set: `/changes/{changeSet}` is its page."),
    effectiveOn: DateOn.describe("The day it takes effect."),
    awaitsApproval: z
      .boolean()
      .describe(
        "Not in force before customers whose contract asks for it have approved it, whatever `effectiveOn` says.",
      ),
    lastDayToObjectOn: DateOn.nullable().describe("The last day to object, by the organisation's own period."),
    emergency: z
      .strictObject({ reason: LocalizedText.describe("As readers are told.") })
      .nullable()
      .describe("Why it does not wait for the notice period; null: it does."),
    kind: ChangeKind.describe("What becomes of the vendor."),
    slug: Key.describe("The vendor's."),
    before: VendorDocument.optional(),
    after: VendorDocument.optional(),
  })
  .describe("A change that is announced, and not in force.")
  .openapi("UpcomingChange");

/** The published file: the list on a date, and what is announced to come after it. */
export const PublishedList = z
  .strictObject({
    $schema: z.string().describe("Where the JSON Schema of this file is."),
    version: z.int().min(1).nullable().describe("The snapshot's number; null before anything was published."),
    hash: z.string().nullable().describe("SHA-256 of this version, chained to those before it."),
    auditHead: z
      .string()
      .nullable()
      .describe(
        "SHA-256 of the audit log's newest entry when this version was published: it covers every one before it.",
      ),
    updatedAt: z.iso.datetime().nullable().describe("When this version was published; null before anything was."),
    recordedFrom: DateOn.nullable().describe(
      "The date this register begins on: of earlier lists it says nothing, and `vendors` is then empty. Null before anything was announced.",
    ),
    on: DateOn.describe("The day whose list this is."),
    adequacyDataOn: DateOn.describe("The date of the law's edition by which transfers are read."),
    adequacyDataAmendedOn: DateOn.nullable().describe("When the publisher last added to it; null where it never did."),
    organisation: PublishedOrganisation,
    vendors: z.array(PublishedVendor).describe("The list, in the order of its page."),
    upcoming: z
      .array(UpcomingChange)
      .describe(
        "What is announced to come after that day. What the register began with was not, and is no part of it.",
      ),
    rectified: z
      .array(
        z.strictObject({
          changeSet: z.int().min(0).describe("The set that put it right."),
          rectifiedOn: DateOn.describe("When it was put right."),
          since: DateOn.nullable().describe("From which day on the list was wrong; null: not known."),
          reason: LocalizedText.describe("What was wrong."),
          vendors: z.array(Key).describe("Which vendors it is about."),
        }),
      )
      .describe(
        "What was wrong in the list of this date and was put right later; the list is shown as it was published.",
      ),
  })
  .describe("The list on a date, and what is announced to come after it.")
  .openapi("PublishedList");
export type PublishedList = z.infer<typeof PublishedList>;

export const publishedListSchemaPath = "/schemas/subprocessors-v1.json";

/**
 * The list on a date as programs read it, by whoever published it then. Of a product or region that is asked for it has the
 * services used for it, with their places there, and what is to come of vendors with such a service. In a language that was asked
 * for, each text is the one of that language.
 */
export function publishedList(view: ListView): PublishedList {
  const { register, on, publicUrl, lang } = view;
  const { history, snapshot, amendments, organisation } = register;
  const used = usedBy(view);
  const isAsked = (service: Service) => isFor(service, used);
  const law = lawWith(amendments);
  const facts = fieldsOf(PublishedOrganisation.shape)
    .filter((name) => organisation[name] !== undefined)
    .map((name) => [name, organisation[name]]);
  const list = {
    $schema: `${publicUrl}${publishedListSchemaPath}`,
    version: snapshot?.number ?? null,
    hash: snapshot?.hash ?? null,
    auditHead: snapshot?.auditHead ?? null,
    updatedAt: snapshot?.takenAt.toISOString() ?? null,
    recordedFrom: recordedFrom(history),
    on,
    adequacyDataOn: law.version,
    adequacyDataAmendedOn: law.amendedOn ?? null,
    organisation: Object.fromEntries(facts) as PublishedList["organisation"],
    vendors: listOn(history, on)
      .map(({ document, ...entry }) => {
        const services = document.services.filter(isAsked).map((service) => placedFor(service, used));
        return { ...entry, document: { ...document, services } };
      })
      .filter(({ document }) => document.services.length > 0)
      .map(({ slug, effectiveOn, changeSet, document }) => ({
        slug,
        effectiveOn,
        changeSet,
        ...document,
        transfers: assessAll([{ slug, document }], organisation.regimes, on, law).map(
          ({ service, regime, reason }) => ({ service, regime, basis: reason.code, rule: reason.rule ?? null }),
        ),
      })),
    rectified: rectifiedIn(history, on),
    upcoming: comingAfter(history, on)
      // What the register began with was never announced to come.
      .filter(({ set }) => !set.baseline)
      .filter(({ before, after }) => [before, after].some((document) => document?.services.some(isAsked)))
      .map(({ set, effectiveOn, awaitsApproval, kind, vendor, before, after }) => ({
        changeSet: set.number,
        effectiveOn,
        awaitsApproval,
        lastDayToObjectOn: set.lastDayToObjectOn,
        emergency: set.emergencyReason === null ? null : { reason: set.emergencyReason },
        kind,
        slug: vendor.slug,
        ...(before && { before }),
        ...(after && { after }),
      })),
  } satisfies PublishedList;
  return lang === undefined ? list : (toldIn(list, lang, organisation.defaultLocale) as PublishedList);
}

/** The same with one text in the place of one for each language. */
function toldIn(value: unknown, locale: Locale, own: Locale): unknown {
  if (Array.isArray(value)) return value.map((each) => toldIn(each, locale, own));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value);
  const isText = members.length > 0 && members.every(([name]) => LOCALES.some((each) => each === name));
  if (isText) return localized(value as LocalizedText, locale, own);
  return Object.fromEntries(members.map(([name, each]) => [name, toldIn(each, locale, own)]));
}

/** The JSON Schema (2020-12) of the published file. Of what is checked in code, it says what that schema's `meta` says. */
export function publishedListJsonSchema(): Record<string, unknown> {
  const { "~standard": _, ...schema } = z.toJSONSchema(PublishedList, { target: "draft-2020-12", io: "output" });
  return { ...schema, title: "List of subprocessors" };
}
