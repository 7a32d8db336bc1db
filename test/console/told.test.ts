import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { announced, answer, customer, organised, respondLink } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { vendor } from "../setup/registry.ts";

const PATH = "/console/customers/told";

/** The rows of the page's table, each as the text of its cells. */
const rowsOf = (page: string): string[][] =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? "").matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, "").trim()),
  );

describe("who is told of a change", () => {
  test("is said by customer: until when in whose time, whether it was told, what it answered, and whether it is there still", async () => {
    const r = await organised({}, { now: "2026-11-26T09:00:00Z" });
    const { open } = await consoleOf(r, "read");
    expect(textOf(await open(PATH))).toContain("Nothing has been announced yet.");
    await r.listed(vendor({ name: "Zendesk" }));
    await customer(r, "a", ["lea@a.example"], { timeZone: "Asia/Tokyo" });
    await customer(r, "b", ["bob@b.example"], { objectionPeriod: { days: 10 } });
    await customer(r, "c", []);
    const number = await announced(r);
    await answer(r, await respondLink(r, "bob@b.example", number), { kind: "objected", text: "No.", customer: "b" });
    await r.json("DELETE", "/v1/customers/b", 204);

    expect(rowsOf(await open(PATH))).toEqual([
      [expect.stringContaining("HubSpot"), "26 November 2026", "31 December 2026"],
      [expect.stringContaining("First published"), "26 November 2026", expect.any(String)],
    ]);
    const page = await open(`${PATH}/${number}`);
    expect(page).toContain(`<h1 dir="auto">Who is told of change ${number}, and until when</h1>`);
    expect(rowsOf(page)).toEqual([
      ["a Ltd", "26 December 2026, end of day in Tokyo", "27 December 2026", "Sent lea@a.example", "None yet"],
      [
        "b Ltd Removed since",
        "6 December 2026, end of day in Paris",
        "27 December 2026",
        expect.stringMatching(/^Sent/),
        "Objection, 26 November 2026",
      ],
      ["c Ltd", "26 December 2026, end of day in Paris", "27 December 2026", "Nobody to write to", "None yet"],
    ]);
    expect(rowsOf(await open(`${PATH}/${number}?q=B%20ltd`)).map(([name]) => name)).toEqual(["b Ltd Removed since"]);
    expect(textOf(await open(`${PATH}/${number}?q=nobody&cursor=none`))).toContain("No customer is like that.");
    expect(textOf(await open(`${PATH}/1`))).toContain("No customer is told of this.");
    expect(textOf(await open(`${PATH}/${number}?lang=fr`))).toContain("Peut émettre une objection jusqu’au");
    await open(`${PATH}/99`, 404);
    await open(`${PATH}/nothing`, 404);
  });

  test("an approval is not said to be superseded by what another customer answers", async () => {
    const r = await organised({}, { now: "2026-11-26T09:00:00Z" });
    await customer(r, "a", ["lea@a.example"], { authorisation: "specific" });
    await customer(r, "b", ["bob@b.example"], { authorisation: "specific" });
    const number = await announced(r);
    await answer(r, await respondLink(r, "lea@a.example", number), { kind: "approved", customer: "a" });
    await answer(r, await respondLink(r, "bob@b.example", number), { kind: "objected", text: "No.", customer: "b" });
    const { open } = await consoleOf(r, "read");

    const [a = []] = rowsOf(await open(`${PATH}/${number}`));
    expect(a.at(-1)).toBe("Approval, 26 November 2026");
  });

  test("of a part of a set says of which vendors, of one that was postponed what held before, of a newcomer since when, of a letter when it came", async () => {
    const products = ["chat", "mail"].map((key) => ({ key, name: key }));
    const r = await organised({ products }, { now: "2026-11-26T09:00:00Z" });
    await customer(r, "a", ["a@a.example"], { products: ["chat"] });
    await customer(r, "b", ["b@b.example"], { products: ["mail"] });
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    for (const [name, product] of [
      ["HubSpot", "chat"],
      ["Weglot", "mail"],
    ]) {
      const body = vendor({ name }, { products: [product] });
      await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body });
    }
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2027-01-15" } });
    r.setTime("2026-11-27T09:00:00Z");
    await customer(r, "c", ["c@c.example"], { products: ["chat"] });
    const postponed = { effectiveOn: "2027-02-15", reason: "Later.", lastDayToObjectOn: "2027-01-20" };
    await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body: postponed });

    const letter = { kind: "asked", text: "Where?", channel: "post", receivedOn: "2026-11-26" };
    await r.json("POST", "/v1/responses", 200, { body: { ...letter, changeSet: number, customer: "a" } });

    const rows = rowsOf(await (await consoleOf(r, "read")).open(`${PATH}/${number}`));

    expect(rows[0]?.at(-1)).toBe("Question, 26 November 2026");
    expect(rows.map(([name, until]) => [name, until])).toEqual([
      ["a Ltd Told of HubSpot.", "20 January 2027, end of day in Paris Before it was postponed: 26 December 2026."],
      ["b Ltd Told of Weglot.", "20 January 2027, end of day in Paris Before it was postponed: 26 December 2026."],
      [
        "c Ltd Told of HubSpot. Concerned since 27 November 2026.",
        expect.stringContaining("20 January 2027, end of day in Paris"),
      ],
    ]);
  });

  test("is read a page at a time; of a draft its own page says it", async () => {
    const r = await organised({}, { now: "2026-11-26T09:00:00Z" });
    const lines = Array.from(
      { length: 120 },
      (_, n) => `c-${String(n).padStart(3, "0")},Customer ${n},c${n}@a.example`,
    );
    const body = ["externalId,name,email", ...lines].join("\n");
    await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body });
    const number = await announced(r);
    const { open } = await consoleOf(r, "read");

    const seen: string[] = [];
    for (let path: string | undefined = `${PATH}/${number}`; path; ) {
      const page: string = await open(path);
      expect(page.length).toBeLessThan(300_000);
      seen.push(...rowsOf(page).map(([name = ""]) => name));
      path = /class="onward" href="([^"]*cursor=[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `Customer ${n}`));
    const draft = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    await open(`${PATH}/${draft.number}`, 303);
  });
});
