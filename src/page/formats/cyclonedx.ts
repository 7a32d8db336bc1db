import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { localized } from "../../model/values/text.ts";
import { fieldsOf, isUsual, kindOf, LINK_FIELDS } from "../../model/vendor/field-lookup.ts";
import { type FieldName, type Kind, SERVICE_FIELDS, VENDOR_FIELDS } from "../../model/vendor/fields.ts";
import { assessAll, lawWith } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { describeValue, isStated } from "../describe/value.ts";
import type { ListedService } from "../register/listed.ts";
import { type ListView, listFor } from "./list-for.ts";

/**
 * What CycloneDX has a member of its own for, which says all of it; anything else is a property. Its contact has no position,
 * and a company's name stands there also where no legal entity is stated.
 */
const OF_PROVIDER: ReadonlySet<FieldName> = new Set(["name", "country", "address", ...LINK_FIELDS]);
const CODES: ReadonlySet<Kind> = new Set<Kind>(["choice", "flag", "date"]);
const OF_SERVICE: ReadonlySet<FieldName> = new Set(["key", "name", "purpose", "dataCategories"]);

/**
 * The list as the services of a CycloneDX 1.6 document, for the inventory of whoever uses what the organisation makes. Its
 * serial number is that of the address asked; its version the registry's.
 */
export function listAsCycloneDx(view: ListView) {
  const { register, on, product, region, locale, publicUrl } = view;
  const { organisation, snapshot } = register;
  const { name, website, privacyEmail } = organisation;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(canonicalJson({ publicUrl, on, product, region, locale }))}`,
    version: snapshot?.number ?? 1,
    metadata: {
      ...(snapshot && { timestamp: snapshot.takenAt.toISOString() }),
      lifecycles: [{ phase: "operations" }],
      supplier: {
        name: organisation.legalName ?? name,
        ...(website && { url: [website] }),
        ...(privacyEmail && { contact: [{ email: privacyEmail }] }),
      },
      properties: [
        property("on", on),
        ...(snapshot ? [property("hash", snapshot.hash)] : []),
        property("list", `${publicUrl}/`),
      ],
    },
    services: listFor(view).map((listed) => serviceOf(listed, view)),
  };
}

function serviceOf({ id, name, service, entry }: ListedService, view: ListView) {
  const { locale, on, publicUrl } = view;
  const { organisation, amendments } = view.register;
  const { slug, document, effectiveOn } = entry;
  const names = { ...organisation, on };
  const { terms } = wordsFor(locale);
  const told = (prefix: string, field: FieldName, value: unknown) => {
    if (!isStated(value)) return [];
    // What programs compare is the same in every language; what is read is in the reader's.
    const lines = CODES.has(kindOf(field)) ? [String(value)] : describeValue(field, value, locale, names);
    return lines.map((line) => property(`${prefix}${field}`, line));
  };
  const { country, address, contact } = document;
  const transfers = assessAll(
    [{ slug, document: { ...document, services: [service] } }],
    organisation.regimes,
    on,
    lawWith(amendments),
  );
  return {
    "bom-ref": id,
    provider: {
      name: document.legalName ?? document.name,
      ...((country || address) && {
        address: { ...(country && { country }), ...(address && { streetAddress: address }) },
      }),
      ...(document.website && { url: [document.website] }),
      ...(contact &&
        (contact.name || contact.email || contact.phone) && {
          contact: [
            {
              ...(contact.name && { name: contact.name }),
              ...(contact.email && { email: contact.email }),
              ...(contact.phone && { phone: contact.phone }),
            },
          ],
        }),
    },
    group: document.name,
    name,
    ...(service.purpose && { description: localized(service.purpose, locale, organisation.defaultLocale) }),
    "x-trust-boundary": true,
    ...(service.dataCategories.length > 0 && {
      data: service.dataCategories.map((category) => ({
        // Who starts to send what is not stated of a service.
        flow: "unknown",
        classification: service.sensitiveData ? "sensitive-personal-data" : "personal-data",
        name: category,
      })),
    }),
    externalReferences: [
      { type: "documentation", url: `${publicUrl}/vendors/${slug}#${id}` },
      ...LINK_FIELDS.flatMap((field) =>
        document[field]
          ? [{ type: field === "website" ? "website" : "other", url: document[field], comment: terms.fields[field] }]
          : [],
      ),
    ],
    properties: [
      property("effectiveOn", effectiveOn),
      ...fieldsOf(SERVICE_FIELDS)
        .filter((field) => !OF_SERVICE.has(field) && !isUsual(SERVICE_FIELDS[field], service[field]))
        .flatMap((field) => told("", field, service[field])),
      ...service.locations.map((location) => property("country", location.country)),
      ...fieldsOf(VENDOR_FIELDS)
        .filter((field) => !OF_PROVIDER.has(field) && !isUsual(VENDOR_FIELDS[field], document[field]))
        .flatMap((field) => told("vendor:", field, document[field])),
      ...transfers.map(({ regime, reason }) => property(`transfers:${regime}`, reason.code)),
    ],
  };
}

const property = (name: string, value: string) => ({ name: `subprocessors:${name}`, value });

/** A UUID of the eighth kind (RFC 9562, 5.8) that is the same for the same text. */
function uuidOf(text: string): string {
  const [a, b, c, d, e] = [/^.{8}/, /(?<=^.{8}).{4}/, /(?<=^.{13}).{3}/, /(?<=^.{17}).{3}/, /(?<=^.{20}).{12}/].map(
    (part) => part.exec(sha256(text))?.[0] ?? "",
  );
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
