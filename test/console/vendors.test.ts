import { describe, expect, test } from "vitest";
import { Organisation } from "../../src/model/organisation-document.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { loadBaseline } from "../../src/registry/changes/baseline.ts";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { registry, vendor } from "../setup/registry.ts";

const PATH = "/console/vendors";

/** The text of the cells of each row of a page's first table. */
function rowsOf(page: string): string[][] {
  const [body = ""] = /<tbody>.*?<\/tbody>/s.exec(page) ?? [];
  return [...body.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = ""]) => plain(cell)),
  );
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const namesIn = (page: string) => [...page.matchAll(/<th scope="row"><a [^>]*>(.*?)<\/a>/g)].map(([, name]) => name);

describe("the list of vendors", () => {
  test("is empty at first, with the way to begin for whoever may write", async () => {
    const r = await registry();
    const { open } = await consoleOf(r, "write");
    const page = await open(PATH);
    expect(page).toContain("No vendor has been written down yet.");
    expect(page).toContain(">Add a vendor</a>");
    expect(await (await consoleOf(r, "read")).open(PATH)).not.toContain(">Add a vendor</a>");
  });

  test("says of each what it does, where, its cover in words, certifications, next change and findings", async () => {
    const r = await registry({ now: "2026-11-26T09:00:00Z" });
    await r.organisation({ regimes: ["eu", "uk"] });
    await r.listed(
      vendor(
        {
          name: "HubSpot",
          legalName: "HubSpot, Inc.",
          country: "US",
          certifications: [{ name: "ISO/IEC 27001", validUntil: "2026-01-31" }],
        },
        {
          name: "HubSpot CRM",
          locations: [{ country: "US" }, { country: "IN" }],
          safeguards: [
            { mechanism: "dpf", checkedOn: "2026-11-02" },
            { mechanism: "scc", module: 3 },
          ],
        },
      ),
      vendor({ name: "Zendesk" }, { name: "Tickets" }),
    );
    const gone = await r.json("DELETE", "/v1/vendors/hubspot", 200);
    await r.json("POST", `/v1/change-sets/${gone.changeSet.number}/announce`, 200, {
      body: { effectiveOn: "2027-01-10" },
    });
    await r.json("PATCH", "/v1/vendors/zendesk", 200, { body: { website: "https://zendesk.example" } });
    const { open } = await consoleOf(r, "read");

    expect(rowsOf(await open(PATH))).toEqual([
      [
        "HubSpot HubSpot, Inc. Leaving",
        "HubSpot CRM",
        "United States and India",
        "EU: covered by safeguards UK: not covered",
        "ISO/IEC 27001 (expired on 31 January 2026) and checked 2 November 2026",
        "Removed on 10 January 2027",
        expect.stringMatching(/to check/),
      ],
      [
        "Zendesk",
        "Tickets",
        "France",
        expect.stringMatching(/^EU: no transfer stated UK: adequate$/),
        "",
        "Changed in a draft",
        expect.stringMatching(/^1 to check, \d notes?$/),
      ],
    ]);
  });

  test("says of a service without a name its category, or what it is for; of none at all there is no column", async () => {
    const r = await registry();
    await r.organisation();
    const long = "Reads every mail that customers write, and sorts it by what it is about and whom it is for";
    await r.listed(
      vendor({ name: "Bare" }, { purpose: undefined }),
      vendor({ name: "Mailer" }, { purpose: long }),
      vendor({ name: "Tools" }, { category: "Analytics", purpose: long }),
    );
    const { open } = await consoleOf(r, "read");
    expect(await open(`${PATH}?q=Bare`)).not.toContain(">Services</th>");
    const page = await open(PATH);
    expect(page).toContain(">Services</th>");
    expect(rowsOf(page).map(([, services]) => services)).toEqual(["", `${long.slice(0, 80).trimEnd()}…`, "Analytics"]);
  });

  test("is narrowed by words, a place by its name, what vendors are today and what is to be looked at", async () => {
    const r = await registry();
    await r.organisation();
    await r.listed(
      vendor({ name: "Alpha", legalName: "Alpha SAS" }, { locations: [{ country: "US" }] }),
      vendor({ name: "Beta", legalName: "Beta SAS" }, { purpose: "Sending mail" }),
    );
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Gamma", legalName: "Gamma SAS" }) });
    const { open } = await consoleOf(r, "read");
    const found = async (query: string) => namesIn(await open(`${PATH}?${query}`));

    expect(await found("q=MAIL")).toEqual(["Beta"]);
    expect(await found("place=united+states")).toEqual(["Alpha"]);
    expect(await found("place=France")).toEqual(["Beta", "Gamma"]);
    expect(await found("place=European+Union&status=active")).toEqual(["Beta"]);
    expect(await found("status=draft")).toEqual(["Gamma"]);
    expect(await found("wanting=cover")).toEqual(["Alpha"]);
    expect(await found("wanting=nonsense&status=nonsense&cursor=nonsense")).toHaveLength(3);
    const none = await open(`${PATH}?place=Nowhere`);
    expect(none).toContain("No vendor is like this.");
    expect(none).toContain('value="Nowhere"');
    expect(await open(`${PATH}?q=${encodeURIComponent('"><script>')}`)).not.toContain("<script>");
  });

  test("has 300 vendors on pages of less than 300 KB", async () => {
    const r = await registry();
    const many = Array.from({ length: 300 }, (_, n) =>
      VendorInput.parse(
        vendor(
          { name: `Vendor ${String(n).padStart(3, "0")}`, legalName: `Vendor ${n} Incorporated, Ltd.` },
          { locations: [{ country: "US" }, { country: "IN" }, { country: "FR" }], safeguards: [{ mechanism: "scc" }] },
        ),
      ),
    );
    await loadBaseline(r.deps, { organisation: Organisation.parse({ name: "Acme" }), vendors: many });
    const { open } = await consoleOf(r, "read");
    let [path, pages, names] = [PATH, 0, [] as (string | undefined)[]];
    while (path !== "") {
      const page = await open(path);
      expect(page.length).toBeLessThan(300_000);
      names = [...names, ...namesIn(page)];
      pages += 1;
      path = (/href="([^"]*cursor=[^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
    }
    expect([pages, new Set(names).size]).toEqual([6, 300]);
  });
});

describe("the page of a vendor", () => {
  test("has it as the list does, with what is found, its drafts, and its past", async () => {
    const r = await registry({ now: "2026-11-26T09:00:00Z" });
    await r.organisation();
    await r.listed(
      vendor({ name: "HubSpot", legalName: "HubSpot, Inc." }, { purpose: "Mailing", dataCategories: ["Names"] }),
    );
    const { changeSet } = await r.json("PATCH", "/v1/vendors/hubspot", 200, { body: { address: "2 Canal Park" } });
    const { open } = await consoleOf(r, "write");

    const page = await open(`${PATH}/hubspot`);

    const text = textOf(page);
    for (const each of ["HubSpot, Inc.", "On the list", "Mailing", "Names", "As the list has it", "Added, Change 1"])
      expect(text).toContain(each);
    expect(text).toContain("2 Canal Park");
    expect(text).toContain("Changed in a draft: Change 2");
    expect(page).toContain(`href="/console/vendors/hubspot/edit?draft=${changeSet.number}"`);
    for (const button of ["edit", "remove", "wrong"])
      expect(page).toContain(`href="/console/vendors/hubspot/${button}"`);
    // What is found leads to the field that mends it, in the draft that the vendor is edited in.
    expect(page).toMatch(/href="\/console\/vendors\/hubspot\/edit#[a-zA-Z0-9.]+" aria-label="HubSpot: to the field"/);
    expect(page).not.toContain("/erase");
    const read = await (await consoleOf(r, "read")).open(`${PATH}/hubspot`);
    for (const button of ["edit", "remove", "wrong"]) expect(read).not.toContain(`/console/vendors/hubspot/${button}"`);
    expect(await (await consoleOf(r, "admin")).open(`${PATH}/hubspot`)).toContain("Erase a person from the past");
    await open(`${PATH}/nobody`, 404);
    await open(`${PATH}/No%20body`, 404);
  });
});
