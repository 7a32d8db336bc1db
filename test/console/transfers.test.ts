import { describe, expect, test } from "vitest";
import { Organisation } from "../../src/model/organisation-document.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { loadBaseline } from "../../src/registry/changes/baseline.ts";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { customer } from "../setup/customers.ts";
import { likeTheFirst } from "../setup/many-vendors.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

const PATH = "/console/transfers";

const certified = { mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-11-01" };

/** A vendor in the United States that rests on its certification, one with clauses besides, and one that nothing covers. */
async function three(r: Registry) {
  const us = { locations: [{ country: "US" }] };
  await r.organisation({ regimes: ["eu", "uk"], products: [{ key: "chat", name: "Chat" }] });
  await r.listed(
    vendor({ name: "HubSpot", country: "US" }, { ...us, safeguards: [certified], products: ["chat"] }),
    vendor(
      { name: "Zendesk", country: "US" },
      { ...us, safeguards: [certified, { mechanism: "scc", module: 3, regimes: ["eu"], backup: true }] },
    ),
    vendor({ name: "Weglot" }, { locations: [{ country: "IN" }], safeguards: [] }),
    vendor({ name: "OVH" }, { locations: [{ country: "FR" }], safeguards: [] }),
  );
}

const rowsOf = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(`<body>${cell}`).trim()),
    );

describe("the screen of transfers", () => {
  test("says in words of each vendor whether each law's transfers are covered, by which rule, on any date", async () => {
    const r = await registry();
    await three(r);
    const { open } = await consoleOf(r, "read");

    const page = await open(PATH);

    const rows = rowsOf(page);
    expect(rows.map(([who]) => who)).toEqual(["HubSpot", "OVH", "Weglot", "Zendesk"]);
    expect(rows[0]?.slice(1)).toEqual([
      "Adequate The United States is covered by the recipient's certification (EU-US Data Privacy Framework, Implementing Decision (EU) 2023/1795; checked on 1 November 2026).",
      expect.stringContaining("Not covered Nothing stated covers the United States"),
    ]);
    expect(rows[2]?.[1]).toBe("Not covered No transfer tool is stated for India.");
    expect(page).not.toMatch(/eu-us-dpf</);

    expect(rowsOf(await open(`${PATH}?show=open`)).map(([who]) => who)).toEqual(["HubSpot", "Weglot", "Zendesk"]);
    const before = await open(`${PATH}?on=1+May+2020`);
    expect(textOf(before)).toContain("The list of 1 May 2020 names nobody.");
    const wrong = await open(`${PATH}?on=someday`, 422);
    expect(wrong).toMatch(/role="alert".*href="#on">On: This is not a date.*id="on-wrong"/s);
    expect(wrong).toContain('value="someday"');
    await open(`${PATH}?without=no-such-rule`, 422);
  });

  test("says what is left if a decision fell, chosen by its name, whom it concerns, and makes a draft for them", async () => {
    const r = await registry();
    await three(r);
    const sentry = vendor(
      { name: "Sentry" },
      { locations: [{ country: "US" }], safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }] },
    );
    // Of the United Kingdom nothing covers it: somebody has to accept that.
    const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-06-30", 201, { body: sentry });
    const accepting = { acceptFindings: ["gap"], acceptFindingsReason: "An addendum is being signed." };
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: accepting });
    await customer(r, "c-1", { products: ["chat"] });
    await customer(r, "c-2", { products: [] });
    const { open, send } = await consoleOf(r, "write");
    const page = await open(PATH);
    const [, id = ""] =
      /<optgroup label="Your transfers rest on these">.*?<option value="([^"]*)">EU: EU-US Data Privacy Framework[^<]*\(United States\)/s.exec(
        page,
      ) ?? [];

    const asked = await open(`${PATH}?without=${id}`);

    expect(textOf(asked)).toContain("2 transfers would be covered worse.");
    expect(textOf(asked)).toContain("It concerns 2 customers of today.");
    const [falls = "", coming = "", unaffected = ""] = asked.split(/<h2 id="coming">|<summary>\d+ (?=not affected)/);
    expect(rowsOf(coming).map(([who]) => who)).toEqual(["Sentry", "Sentry"]);
    expect(coming).toMatch(/^Announced, and not in force yet</);
    expect(unaffected, "what is no transfer is not counted among transfers").toMatch(
      /^not affected, \d+ with no transfer stated<|^not affected</,
    );
    expect(textOf(falls)).toContain("(were it to fall)");
    expect(rowsOf(unaffected).map(([who]) => who)).toEqual(expect.arrayContaining(["OVH"]));
    expect(
      rowsOf(falls).map(([who, law, now, left]) => [who, law, now?.split(" ")[0], left?.split(" The ")[0]]),
    ).toEqual([
      ["HubSpot", "EU", "Adequate", expect.stringMatching(/^Not covered/)],
      ["Zendesk", "EU", "Adequate", "Covered by safeguards"],
    ]);

    const made = await send(`${PATH}/draft`, { without: id, on: "2026-11-26" });
    expect(made.status).toBe(303);
    const after = await open(made.headers.get("location") ?? "");
    const draft = (await r.json("GET", "/v1/change-sets?state=draft", 200)).data[0];
    expect(draft.reason, "why, somebody writes in the readers' languages").toBeNull();
    for (const name of ["hubspot", "zendesk"])
      expect(after).toContain(`href="/console/vendors/${name}/edit?draft=${draft.number}"`);

    const nothing = await open(`${PATH}?without=eu-kr`);
    expect(textOf(nothing)).toContain("Nothing would be covered worse");
    expect(await (await consoleOf(r, "read")).open(`${PATH}?without=${id}`)).not.toContain("Make a draft");
    expect((await send(`${PATH}/draft`, { without: "nothing" })).status).toBe(404);
  });

  test("of a tool for a country whose recognition would fall, the assessment is to be renewed; a certification nobody has checked is no plain green", async () => {
    const r = await registry();
    const clauses = { mechanism: "scc", module: 3, regimes: ["eu"] };
    await r.organisation({ regimes: ["eu"] });
    await r.listed(
      vendor(
        { name: "Harbor", country: "US" },
        { locations: [{ country: "US" }], safeguards: [{ ...certified, checkedOn: undefined }] },
      ),
      vendor({ name: "Pebble" }, { locations: [{ country: "US" }], safeguards: [clauses] }),
      vendor({ name: "Stripe" }, { locations: [{ country: "US" }], safeguards: [certified, clauses] }),
      vendor({ name: "Quill" }, { locations: [{ country: "IN" }], safeguards: [clauses] }),
    );
    const { open } = await consoleOf(r, "read");

    const asked = await open(`${PATH}?without=eu-us-dpf`);

    const [, renewed = ""] = /<h2 id="renew">(.*?)<\/section>/s.exec(asked) ?? [];
    expect(textOf(`<body>${renewed}`)).toMatch(/^ ?One transfer keeps its tool.*C-311\/18.*clause 14/s);
    expect(rowsOf(renewed).map(([who]) => who)).toEqual(["Pebble"]);
    expect(textOf(asked)).toContain("1 not affected");
    expect(await open(`${PATH}?without=eu-kr`)).not.toContain('id="renew"');
    const all = await open(PATH);
    expect(all).toMatch(/<span class="tag waiting">Adequate, not said to be checked</);
    // Nor is one that was checked, of a company that is not said to be in the United States.
    expect(all).toMatch(/<span class="tag waiting">Adequate, seat not stated</);
  });

  test("has 300 vendors page by page, each once, in pages of less than 300 KB", async () => {
    const r = await registry();
    const names = Array.from({ length: 300 }, (_, n) => `Vendor ${String(n).padStart(3, "0")}`);
    const vendors = names.map((name) =>
      VendorInput.parse(vendor({ name }, { locations: [{ country: "US" }], safeguards: [certified] })),
    );
    const organisation = Organisation.parse({ name: "Acme", regimes: ["eu", "uk", "ch"] });
    await loadBaseline(r.deps, { organisation, vendors });
    const { open } = await consoleOf(r, "read");
    const walk = async (start: string) => {
      const seen: string[] = [];
      for (let path: string | undefined = start; path !== undefined; ) {
        const page: string = await open(path);
        expect(page.length).toBeLessThan(300_000);
        seen.push(...rowsOf(page).map(([who = ""]) => who));
        path = /class="onward" href="([^"]*cursor[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
      }
      return seen;
    };
    expect(await walk(PATH)).toEqual(names);
    expect(await walk(`${PATH}?without=eu-us-dpf`)).toEqual(names);
  });

  test("shows fifty rows of what is announced and to come, and says how many more there are", async () => {
    const r = await registry();
    await r.organisation();
    const body = vendor({ name: "Vendor 1000" }, { locations: [{ country: "US" }], safeguards: [certified] });
    await r.json("POST", "/v1/vendors", 201, { body });
    await r.rows(likeTheFirst(60));
    await r.json("POST", "/v1/change-sets/1/announce", 200, { body: { effectiveOn: "2027-03-01" } });
    const page = await (await consoleOf(r, "read")).open(`${PATH}?without=eu-us-dpf`);
    const coming = page.slice(page.indexOf('id="coming"'), page.indexOf("rows more are not shown"));
    expect(coming.match(/<tr>/g)?.length).toBe(51);
    expect(page).toContain("10 rows more are not shown");
  });
});

describe("the law", () => {
  const LAW = `${PATH}/law`;

  test("is shown with its edition and age, every rule by name with its source, and what was added", async () => {
    const r = await registry();
    const { open } = await consoleOf(r, "read");
    const page = await open(LAW);
    const { rules } = await r.json("GET", "/v1/law", 200);
    expect(rowsOf(page).length).toBeGreaterThanOrEqual(rules.length);
    for (const { source } of rules) expect(page.replaceAll("&amp;", "&")).toContain(`href="${source}"`);
    expect(textOf(page)).toContain("Recognised as adequate: Japan (businesses under the APPI)");
    expect(textOf(page)).toContain("You have added nothing.");
    expect(page).not.toContain(">Amend<");
    expect(page.length).toBeLessThan(300_000);
  });

  test("is amended by an admin: a rule ends, a decision is added, and each is taken back again", async () => {
    const r = await registry();
    await three(r);
    const { open, send } = await consoleOf(r);
    const form = await open(`${LAW}/amend/end`);
    const [, rule = ""] = /<option value="([^"]*)">EU: EU-US Data Privacy Framework/.exec(form) ?? [];
    const why = { source: "https://curia.europa.eu/x", reason: "Annulled." };

    const bad = await send(`${LAW}/amend/end`, { rule, endsOn: "1 May 2020", source: "curia", reason: "" }, form);
    expect(bad.status).toBe(422);
    const back = await bad.text();
    expect(textOf(back)).toMatch(
      /Web address of the judgment or decision: This is not a web address.*Why: Please fill this in\./,
    );
    expect(back).toContain('value="1 May 2020"');
    const early = await send(`${LAW}/amend/end`, { rule, endsOn: "1 May 2020", ...why }, form);
    expect(textOf(await early.text())).toContain("Please give a day after 10 July 2023, when the rule began.");

    const ended = await send(`${LAW}/amend/end`, { rule, endsOn: "1 November 2026", ...why }, form);
    expect([ended.status, ended.headers.get("location")]).toEqual([303, `${LAW}?saved`]);
    expect(rowsOf(await open(PATH))[0]?.[1]).toMatch(/^Not covered Nothing stated covers the United States/);

    const add = await open(`${LAW}/amend/adequacy`);
    const added = await send(
      `${LAW}/amend/adequacy`,
      {
        title: "Implementing Decision (EU) 2027/1",
        regime: "eu",
        territories: "India\r\nKenya",
        startsOn: "1 November 2026",
        ...why,
      },
      add,
    );
    expect(added.status).toBe(303);
    const law = await open(LAW);
    expect(textOf(law)).toContain("no longer holds from 1 November 2026 on");
    expect(textOf(law)).toContain(
      "Implementing Decision (EU) 2027/1: India and Kenya adequate from 1 November 2026 on",
    );
    expect(rowsOf(await open(PATH)).find(([who]) => who === "Weglot")?.[1]).toMatch(/^Adequate India/);

    const back1 = await open(`${LAW}/amend/take-back`);
    expect(back1).toContain('<option value="1">1: EU: EU-US Data Privacy Framework');
    expect((await send(`${LAW}/amend/take-back`, { number: "1", reason: "A mistake." }, back1)).status).toBe(303);
    expect(rowsOf(await open(PATH))[0]?.[1]).toMatch(/^Adequate/);
    const { amendments } = await r.json("GET", "/v1/law", 200);
    expect(amendments.map(({ amendment }: { amendment: { kind: string } }) => amendment.kind)).toEqual([
      "end",
      "adequacy",
      "take-back",
    ]);
  });

  test("is amended only after a fresh sign-in, which is asked for before anything is typed", async () => {
    const r = await registry();
    const { open, send } = await consoleOf(r);
    r.passHours(2);
    expect(await open(`${LAW}/amend/end`, 403)).toContain("Please sign in again");
    const before = await r.stored();
    const body = { rule: "eu-us-dpf", endsOn: "26 November 2026", source: "https://x.example", reason: "x" };
    expect((await send(`${LAW}/amend/end`, body)).status).toBe(403);
    expect(await r.stored()).toEqual(before);
    await open(LAW);
  });
});
