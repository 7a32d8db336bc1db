import { expect, test } from "vitest";
import { textOf } from "./page/html.ts";
import { registry, vendor } from "./setup/registry.ts";

test("a company under another name is for information, and found by the former one", async () => {
  const r = await registry();
  await r.organisation();
  await r.follower("ada@customer.example");
  await r.listed(vendor({ slug: "alt", name: "Alt", legalName: "Alt B.V." }), vendor({ slug: "other", name: "Other" }));
  // Its number in the register of companies tells nobody anything new.
  const stated = await r.json("PATCH", "/v1/vendors/alt?announce=true", 200, {
    body: { registrationNumber: "KvK 12345678" },
  });
  expect(stated.changeSet).toMatchObject({ weight: "editorial", state: "effective" });

  const { changeSet } = await r.json("PATCH", "/v1/vendors/alt?announce=true", 200, {
    body: { name: "Neu", legalName: "Neu B.V.", formerNames: ["Alt B.V."] },
  });

  expect(changeSet).toMatchObject({ weight: "informative", state: "effective", lastDayToObjectOn: null });
  expect(changeSet.changes).toMatchObject([
    { weightReason: "renamed, the same legal entity: Alt B.V. is now Neu B.V." },
  ]);
  await r.drain();
  expect((await r.messages("ada@customer.example")).map(({ subject }) => subject)).toEqual([
    "Acme: Alt B.V. is now called Neu B.V., effective 21 November 2026; it is the same company",
  ]);
  const [found, page] = await Promise.all(
    ["/?q=alt+b.v.", `/changes/${changeSet.number}`].map(async (path) =>
      textOf(await (await r.get(path, { key: null })).text()),
    ),
  );
  expect(found).toContain("Neu B.V.");
  expect(found).toContain("Formerly: Alt B.V.");
  expect(found).not.toContain("Other");
  expect(page).toContain("The same company, formerly Alt B.V.");
});

test("what nobody has a say in takes effect at once, and asks no customer to approve", async () => {
  const r = await registry();
  await r.organisation();
  const body = { name: "C", authorisation: "specific", contacts: [{ email: "dpo@customer.example" }] };
  await r.json("PUT", "/v1/customers/c", 201, { body });

  const { changeSet } = await r.json("POST", "/v1/vendors?announce=true", 201, {
    body: vendor({ name: "Bank" }, { role: "independent-controller" }),
  });

  expect(changeSet).toMatchObject({ weight: "informative", state: "effective", awaitsApproval: false });
  await r.drain();
  const [mail] = await r.messages("dpo@customer.example");
  expect(mail?.subject).toContain("Bank has been added as an independent controller");
  expect(mail?.text).not.toContain("approval");
});
