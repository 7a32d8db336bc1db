import { describe, expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { registry, vendor } from "../setup/registry.ts";

const PATH = "/console/changes";

describe("the list of changes", () => {
  test("has drafts, what is announced and to come, and what is past, each by what it is today", async () => {
    const r = await registry();
    await r.organisation();
    const { open } = await consoleOf(r);
    expect(await open(PATH)).toContain("Nothing has been written here yet.");
    await r.listed(vendor({ name: "Zendesk" }));
    const announced = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }) });
    await r.json("POST", `/v1/change-sets/${announced.changeSet.number}/announce`, 200, {
      body: { effectiveOn: "2027-01-10" },
    });
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Weglot" }) });

    expect(sectionsOf(await open(PATH))).toEqual([
      ["Drafts", [["Added: Weglot", "Draft"]]],
      ["Announced", [["Added: HubSpot", "Announced"]]],
      ["Past: took effect, or was withdrawn", [["First published · 1 subprocessor", "In force"]]],
    ]);

    r.setTime("2027-01-10T09:00:00Z");
    const later = await consoleOf(r);
    expect(sectionsOf(await later.open(PATH))).toEqual([
      ["Drafts", [["Added: Weglot", "Draft"]]],
      ["Announced", []],
      [
        "Past: took effect, or was withdrawn",
        [
          ["Added: HubSpot", "In force"],
          ["First published · 1 subprocessor", "In force"],
        ],
      ],
    ]);
    expect((await r.json("GET", "/v1/change-sets?state=effective", 200)).data).toHaveLength(2);
    expect((await r.json("GET", "/v1/change-sets?state=announced", 200)).data).toEqual([]);
  });

  test("starts a draft, and has those of one kind page by page", async () => {
    const r = await registry();
    const { open, send } = await consoleOf(r, "write");
    for (let n = 0; n < 51; n += 1) expect((await send(PATH, { reason: `Draft ${n}` })).status).toBe(303);
    expect((await send(PATH, {})).headers.get("location")).toBe(`${PATH}/52`);
    expect(await open(`${PATH}/52`)).toContain("An empty draft");

    const all = await open(PATH);
    expect(sectionsOf(all)[0]?.[1]).toHaveLength(10);
    const first = await open(`${PATH}?list=drafts`);
    const [, next = ""] = /href="([^"]*cursor=[^"]*)"/.exec(first) ?? [];
    const second = await open(next.replaceAll("&amp;", "&"));
    expect([first, second].map((page) => page.match(/An empty draft|No vendor yet: Draft \d/g)?.length)).toEqual([
      50, 2,
    ]);
    const { open: read } = await consoleOf(r, "read");
    expect(await read(PATH)).not.toContain("New draft");
    await open(`${PATH}/99`, 404);
    await open(`${PATH}/x`, 404);
  });

  test("a draft is begun as what it is, and an empty one that its writer has is taken rather than another", async () => {
    const r = await registry();
    const { open, send } = await consoleOf(r, "write");
    expect(await open(PATH)).toContain(`<a class="button" href="${PATH}/new">New draft</a>`);
    const page = await open(`${PATH}/new`);
    const begun = async (fields: Record<string, string>) => {
      const response = await send(PATH, fields, page);
      return [response.status, response.headers.get("location")];
    };

    expect(await begun({})).toEqual([303, `${PATH}/1`]);
    expect(await begun({})).toEqual([303, `${PATH}/1`]);
    // Somebody else has none, and theirs is their own.
    const other = await consoleOf(r, "write");
    expect((await other.send(PATH, {}, page)).headers.get("location")).toBe(`${PATH}/2`);
    expect(await begun({ is: "correction", reason: "" })).toEqual([422, null]);
    expect(await begun({ is: "nothing" })).toEqual([422, null]);
    expect(await begun({ is: "correction", reason: "It was Ireland." })).toEqual([303, `${PATH}/1`]);
    expect(await begun({ reason: "Growth" })).toEqual([303, `${PATH}/3`]);
    expect(await begun({})).toEqual([303, `${PATH}/4`]);

    const drafts = (await r.json("GET", "/v1/change-sets?state=draft", 200)).data;
    expect(
      drafts.map(({ number, reason, rectification }: Record<string, unknown>) => [number, reason, rectification]),
    ).toEqual([
      [4, null, null],
      [3, "Growth", null],
      [2, null, null],
      [1, null, { reason: "It was Ireland.", since: null }],
    ]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });
});

/** The headings of a page's sections, with the link and the state of each row. */
function sectionsOf(page: string): [string, string[][]][] {
  return [...page.matchAll(/<section.*?<\/section>/gs)].map(([section]) => {
    const [, heading = ""] = /<h2[^>]*>(.*?)<\/h2>/.exec(section) ?? [];
    const rows = [...section.matchAll(/<tbody>.*<\/tbody>/gs)].flatMap(([body]) => [
      ...body.matchAll(/<a [^>]*>(.*?)<\/a>.*?<span class="tag[^"]*">(.*?)<\/span>/gs),
    ]);
    return [heading, rows.map(([, link = "", state = ""]) => [link, state])];
  });
}
