type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const membersIn = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isMembers) : []);

export const isCycloneDx = (value: unknown): value is { services: unknown[] } =>
  isMembers(value) && value.bomFormat === "CycloneDX" && Array.isArray(value.services);

/** What our own list has in its properties (`page/formats/cyclonedx.ts`). */
const OWN = "subprocessors:";

/** A service of CycloneDX 1.6 as a record of a list: it is named, is somebody's, and says which data it is about. */
export function cycloneDxService(service: unknown): unknown {
  if (!isMembers(service)) return service;
  const { provider, name, group, data, "bom-ref": _, services: __, "x-trust-boundary": ___, ...rest } = service;
  const { name: company, ...more } = isMembers(provider) ? provider : {};
  const all = membersIn(data);
  const categories = all.map((each) => each.name ?? each.classification);
  const own = membersIn(service.properties).filter((each) => String(each.name).startsWith(OWN));
  if (own.length > 0) return ownService(service, own, categories);
  return {
    provider: company ?? group,
    service: name,
    ...(all.length > 0 && { dataCategories: categories, flow: [...new Set(all.map(({ flow }) => flow ?? ""))] }),
    ...rest,
    ...more,
  };
}

/** A service of our own list. One that is called what its vendor is called may have no name of its own, and states none. What CycloneDX has no member for, or one that says less, is a property. */
function ownService(service: Members, properties: readonly Members[], dataCategories: readonly unknown[]): Members {
  const { group, name, description, externalReferences } = service;
  const provider = isMembers(service.provider) ? service.provider : {};
  const address = isMembers(provider.address) ? provider.address : {};
  const stated = Map.groupBy(properties, (each) =>
    String(each.name)
      .slice(OWN.length)
      .replace(/^vendor:/, ""),
  );
  const fields = [...stated].filter(([field]) => !CONCLUDED.test(field));
  const beside = (value: unknown) => (value === group ? "" : value);
  return {
    since: stated.get("effectiveOn")?.[0]?.value,
    ...Object.fromEntries(
      membersIn(externalReferences).map(({ type, comment, url }) => [String(comment ?? type), url] as const),
    ),
    name: group,
    legalName: beside(provider.name),
    "country of registration": address.country ?? "",
    address: address.streetAddress ?? "",
    purpose: description ?? "",
    dataCategories,
    ...Object.fromEntries(fields.map(([field, lines]) => [field, lines.map(({ value }) => value)])),
    service: beside(name),
  };
}

/** Properties that follow from the others. */
const CONCLUDED = /^(?:effectiveOn|country|transfers:.*)$/;
