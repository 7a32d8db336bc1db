import { describe, expect, test } from "vitest";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** A slip of a digit in a date is refused where it is made, with its field. */

const start = () => registry({ now: "2026-11-26T09:00:00Z" });
const LAST = "2031-11-26";
const TOO_FAR = ["2031-11-27", "2062-11-26", "9999-12-31"];

/** Refuses each, naming the field, and writes nothing. */
async function refused(r: Registry, calls: (readonly [method: string, path: string, body: object, pointer: string])[]) {
  const before = await r.stored();
  for (const [method, path, body, pointer] of calls)
    await expectProblem(await r.call(method, path, { body }), 422, "invalid-request", pointer);
  expect(await r.stored()).toEqual(before);
}

describe("nothing takes effect more than five years ahead, nor can be objected to until then", () => {
  test("of a draft, a change of it, an edit of a vendor and an announcement; the last day is taken", async () => {
    const r = await start();
    await r.listed(vendor({ name: "Mill" }));
    const { changeSet } = await r.json("PATCH", "/v1/vendors/mill", 200, { body: { country: "US" } });
    const path = `/v1/change-sets/${changeSet.number}`;
    await refused(
      r,
      TOO_FAR.flatMap((effectiveOn) => [
        ["POST", "/v1/change-sets", { effectiveOn }, "/effectiveOn"],
        ["PATCH", path, { effectiveOn }, "/effectiveOn"],
        ["PATCH", path, { changes: { mill: { effectiveOn } } }, "/changes/mill/effectiveOn"],
        ["POST", `/v1/vendors?effectiveOn=${effectiveOn}`, vendor(), "/effectiveOn"],
        ["POST", `${path}/announce`, { effectiveOn }, "/effectiveOn"],
      ]),
    );
    await r.json("PATCH", path, 200, { body: { changes: { mill: { effectiveOn: LAST } } } });
    expect(await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: LAST } })).toMatchObject({
      effectiveOn: LAST,
    });
  });

  test("of a postponement, both its days", async () => {
    const r = await start();
    const { changeSet } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, {
      body: vendor(),
    });
    const path = `/v1/change-sets/${changeSet.number}/postpone`;
    const reason = "Later.";
    await refused(
      r,
      TOO_FAR.flatMap((day) => [
        ["POST", path, { effectiveOn: day, reason }, "/effectiveOn"],
        ["POST", path, { effectiveOn: LAST, lastDayToObjectOn: day, reason }, "/lastDayToObjectOn"],
      ]),
    );
    await r.json("POST", path, 200, { body: { effectiveOn: LAST, reason } });
  });
});

test("a document names no day before 1900 or after 2199, whatever the document and the field", async () => {
  const r = await start();
  await r.listed(vendor({ name: "Mill" }));
  const { changeSet } = await r.json("PATCH", "/v1/vendors/mill", 200, { body: { country: "US" } });
  const announce = `/v1/change-sets/${changeSet.number}/announce`;
  const named = (day: string) => vendor({ name: "Quill", contractSignedOn: day });
  const certified = vendor({ certifications: [{ name: "ISO/IEC 27001", validUntil: "9999-12-31" }] });
  const safeguards = [{ mechanism: "scc", checkedOn: "0001-01-01" }];
  const rectification = { reason: "It was wrong.", since: "1899-12-31" };
  const law = { kind: "adequacy", regime: "eu", territories: ["KE"], title: "Decision", reason: "New." };
  const decision = { ...law, source: "https://law.example", startsOn: "2026-01-01" };
  await refused(r, [
    ["POST", "/v1/vendors", named("0203-01-01"), "/contractSignedOn"],
    ["POST", "/v1/vendors", certified, "/certifications/0/validUntil"],
    ["PATCH", "/v1/vendors/mill", { contractSignedOn: "1026-01-01" }, "/contractSignedOn"],
    ["POST", "/v1/vendors", vendor({}, { safeguards }), "/services/0/safeguards/0/checkedOn"],
    ["PUT", "/v1/organisation", { name: "Acme", holidays: ["2026-12-25", "2206-12-25"] }, "/holidays/1"],
    ["PUT", "/v1/organisation", { name: "Acme", policy: { updatedOn: "0026-01-01" } }, "/policy/updatedOn"],
    ["PUT", "/v1/customers/c", { name: "C", contacts: [], holidays: ["9999-01-01"] }, "/holidays/0"],
    ["POST", announce, { rectification }, "/rectification/since"],
    ["POST", "/v1/change-sets", { rectification }, "/rectification/since"],
    ["POST", "/v1/law/amendments", { ...decision, endsOn: "9999-12-31" }, "/endsOn"],
    ["POST", "/v1/law/amendments", { ...decision, startsOn: "0001-01-01" }, "/startsOn"],
  ]);
  await r.json("PUT", "/v1/organisation", 200, { body: { name: "Acme", holidays: ["1900-01-01", "2199-12-31"] } });
});
