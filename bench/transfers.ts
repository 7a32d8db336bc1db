import { type Regime, VendorDocument } from "../src/model/vendor/vendor-document.ts";
import { assessAll, currentLaw, findingsOf, type ListedVendor, whatIf } from "../src/transfers/index.ts";
import { rounds, timed } from "./measure.ts";
import { printTable, times, whole } from "./table.ts";

const REGIMES: Regime[] = ["eu", "uk", "ch"];
const TODAY = "2026-11-21";

/** Assessing a whole list under three regimes; beside it the least there is to do, reading every field of it once. */
export async function transfers(_server?: unknown, { vendors = [100, 1000, 10_000], repeats = 9 } = {}) {
  const rows: string[][] = [];
  for (const count of vendors) {
    const list = Array.from({ length: count }, (_, index) => vendor(index));
    const work = {
      walk: () => fieldsOf(list),
      assess: () => assessAll(list, REGIMES, TODAY, currentLaw),
      // The most there is to look ahead: every later turn of the law is tried.
      past: () => assessAll(list, REGIMES, "2001-01-01", currentLaw),
      without: () => whatIf(list, REGIMES, TODAY, "eu-us-dpf", currentLaw),
      findings: () =>
        list.map(({ slug, document }) => findingsOf(document, { regimes: REGIMES, on: TODAY, slug, law: currentLaw })),
    };
    const time = (run: () => unknown) => timed(async () => void run());
    for (let warm = 0; warm < 3; warm += 1) for (const run of Object.values(work)) run();
    const ms = await rounds(repeats, async () => ({
      walk: await time(work.walk),
      assess: await time(work.assess),
      past: await time(work.past),
      without: await time(work.without),
      findings: await time(work.findings),
    }));
    const figures = [ms.walk, ms.assess].map((value) => value.toFixed(1));
    rows.push([
      whole(count),
      ...figures,
      times(ms.assess / ms.walk),
      ...[ms.past, ms.without, ms.findings].map((value) => value.toFixed(1)),
    ]);
  }
  const head = [
    "vendors",
    "reading each field, ms",
    "assess, ms",
    "ratio",
    "on a date in 2001, ms",
    "what if, ms",
    "findings, ms",
  ];
  printTable(`Transfers under three regimes (median of ${repeats})`, head, rows);
}

const PLACES = ["US", "FR", "GB", "IN", "JP", "IE", "CA", "001"];

/** One service, or three, each in two places, covered in different ways. */
function vendor(index: number): ListedVendor {
  const services = Array.from({ length: index % 4 === 0 ? 3 : 1 }, (_, number) => service(index + number, number));
  const document = VendorDocument.parse({
    name: `Vendor ${index}`,
    legalName: `Vendor ${index}, Inc.`,
    ...(index % 3 === 0 && { country: "US" }),
    website: `https://vendor-${index}.example`,
    services,
  });
  return { slug: `vendor-${index}`, document };
}

function service(index: number, number: number) {
  const at = (offset: number) => PLACES[(index + offset) % PLACES.length] ?? "US";
  return {
    key: `service-${number}`,
    dataCategories: ["email address", "usage data"],
    dataSubjects: ["users"],
    locations: [{ country: at(0) }, { country: at(3), kind: "access" }],
    safeguards: [
      { mechanism: "dpf", regimes: ["eu", "uk"], checkedOn: "2026-10-01" },
      { mechanism: "scc", module: 3, regimes: ["eu"], backup: true },
      ...(index % 2 === 0 ? [{ mechanism: "uk-addendum", regimes: ["uk"], backup: true }] : []),
    ],
  };
}

/** How many fields there are. */
function fieldsOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  let fields = 0;
  for (const field of Object.values(value)) fields += fieldsOf(field);
  return fields;
}
