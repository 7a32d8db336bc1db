import { expect, onTestFinished, test } from "vitest";
import { registry } from "../setup/registry.ts";
import { workplace } from "../setup/spr.ts";

/** What `spr import` says of how it has read a file. */

test("a table that was not read is named with what it holds, and columns with what they were taken for", async () => {
  const r = await registry();
  const place = workplace(r, onTestFinished);
  await r.organisation({ name: "Fernweh" });
  const list =
    "| Vendor | Purpose | Location |\n|---|---|---|\n| Mill | Grinds | Ireland |\n| Anvil | Bends | France |\n";
  const other = "| Text | Amount |\n|---|---|\n| lorem ipsum dolor | 12 |\n| sit amet | 17 |\n";
  place.write("list.md", `# List\n\n${list}\n# Payments\n\n${other}`);
  const { out } = await place.spr(["import", "list.md"]);
  expect(out).toContain("  List: Vendor as name, Purpose as purpose, Location as locations\n");
  expect(out).toMatch(/^Tables that were not read,.*\n {2}Payments: Text \(lorem ipsum dolor, sit amet\), Amount/m);
  expect(out).toContain("What the file leaves empty, or has no column for, stays as the list has it.\n");
  place.write("list.yaml", "version: 1\nvendors: []\n");
  expect((await place.spr(["import", "list.yaml"])).out).not.toContain("leaves empty");
});

test("--confirm names what columns were read as, and confirms nothing that would make a purpose of places", async () => {
  const r = await registry();
  const place = workplace(r, onTestFinished);
  await r.organisation({ name: "Fernweh" });
  place.write("misread.csv", "Vendor,Service usage,x\nMill,Amsterdam,\nAnvil,Paris,\n");
  const refused = await place.spr(["import", "misread.csv", "--confirm"]);
  expect(refused).toMatchObject({ exit: 3, out: expect.stringMatching(/^Not confirmed, .*\n {2}Mill: Amsterdam/) });
  expect(refused.out).toContain("Service usage as purpose (not sure)");
  expect((await r.json("GET", "/v1/change-sets", 200)).data).toEqual([]);
  place.write("right.csv", "Vendor,Service usage,x\nMill,Grinds flour,\nAnvil,Bends iron,\n");
  const confirmed = await place.spr(["import", "right.csv", "--confirm"]);
  expect(confirmed, confirmed.err).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^Confirmed:\n {2}Mill: Grinds/),
  });
  expect(confirmed.out).toContain("Service usage as purpose");
});
