import type { App } from "./app.ts";

export const LARGE = { vendors: 300, sets: 500, customers: 20_000, contacts: 60_000 };

const organisation = {
  name: "Acme",
  privacyEmail: "privacy@acme.example",
  regimes: ["eu", "uk", "ch"],
  noticePeriod: { days: 30, basis: "calendar" },
  products: [
    { key: "suite", name: "Suite" },
    { key: "mail", name: "Mail" },
  ],
  hostingRegions: [
    { key: "eu", name: "EU" },
    { key: "us", name: "US" },
  ],
};

/** What the vendors' services are for: few scopes, each of many vendors. */
const SCOPES = [
  { hostingRegions: ["eu"] },
  { hostingRegions: ["us"] },
  { products: ["suite"] },
  { products: ["mail"] },
  { products: ["suite"], hostingRegions: ["eu"] },
  {},
];

/**
 * Makes a large registry through the API: a baseline of vendors, a change set for each of many edits, and then the
 * customers, whom the next set is to reach. Gives what its slowest steps took, in milliseconds.
 */
export async function makeLarge(app: App): Promise<{ lastVendor: number; import: number; importAgain: number }> {
  await app.json("PUT", "/v1/organisation", organisation);
  const { number } = await app.json("POST", "/v1/change-sets", {});
  let lastVendor = 0;
  for (let index = 0; index < LARGE.vendors; index += 1) {
    const start = performance.now();
    await app.json("POST", `/v1/vendors?changeSet=${number}`, vendorOf(index));
    lastVendor = performance.now() - start;
  }
  await app.json("POST", `/v1/change-sets/${number}/announce`, { baseline: true });
  for (let set = 1; set < LARGE.sets; set += 1) {
    const slug = `vendor-${set % LARGE.vendors}`;
    await app.json("PATCH", `/v1/vendors/${slug}?announce=true`, { website: `https://vendor-${set}.example/${set}` });
  }
  const file = customersFile();
  const take = async () => {
    const start = performance.now();
    await app.send("POST", "/v1/customers/import", file, "text/csv");
    return performance.now() - start;
  };
  return { lastVendor, import: await take(), importAgain: await take() };
}

function vendorOf(index: number) {
  return {
    name: `Vendor ${index}`,
    legalName: `Vendor ${index}, Inc.`,
    country: index % 3 === 0 ? "US" : "IE",
    website: `https://vendor-${index}.example`,
    services: [
      {
        purpose: `Purpose ${index % 20}`,
        category: `Category ${index % 12}`,
        dataCategories: ["Contact data", "Usage data"],
        locations: [{ country: index % 2 === 0 ? "US" : "IE" }, { country: "IN", kind: "access" }],
        safeguards: [
          { mechanism: "dpf", regimes: ["eu", "uk"], checkedOn: "2026-10-01" },
          { mechanism: "scc", module: 3, regimes: ["eu"], backup: true },
        ],
        ...SCOPES[index % SCOPES.length],
      },
    ],
  };
}

function customersFile(): string {
  const lines = ["externalId,name,products,hostingRegions,noticeDays,email,contactName,locale"];
  for (let contact = 0; contact < LARGE.contacts; contact += 1) {
    const customer = contact % LARGE.customers;
    const product = customer % 2 === 0 ? "suite" : "mail";
    const region = customer % 3 === 0 ? "us" : "eu";
    const cells = [`customer-${customer}`, `Customer ${customer}`, product, region, `${customer % 20}`];
    lines.push([...cells, `person-${contact}@customer-${customer}.example`, `Person ${contact}`, "en"].join(","));
  }
  return lines.join("\n");
}
