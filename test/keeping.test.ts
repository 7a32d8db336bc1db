import { describe, expect, test } from "vitest";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const POLICY = "https://acme.example/privacy";
const unwrapped = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");

async function announcedTo(r: Registry, email: string): Promise<string> {
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-01", 201, { body: vendor() });
  await r.drain();
  return unwrapped((await r.messages(email))[0]?.text);
}

describe("who keeps an address, why and for how long (GDPR Art. 13 and 14)", () => {
  test("is said by the form, with the privacy policy, in the reader's language", async () => {
    const r = await registry();
    await r.organisation({ policy: { url: POLICY }, retention: { text: "As agreed.", evidenceYears: 3 } });

    const page = await (await r.get("/")).text();
    const french = await (await r.get("/?lang=fr")).text();

    expect(page).toContain("Acme keeps your address to send you these messages");
    expect(page).toContain("with proof of what it sent you, for 3 years at the most. You can have it erased");
    expect(page).toContain(`<a href="${POLICY}">Privacy policy</a>`);
    expect(french).toContain("Acme conserve votre adresse pour vous envoyer ces messages");
    expect(french).toContain("pendant 3 ans au plus");
    // What is stated of the list's own data stands where it stood.
    expect(page).toContain("As agreed.");
  });

  test("is said by the mail that asks for a confirmation", async () => {
    const r = await registry();
    await r.organisation({ policy: { url: POLICY } });
    await r.json("POST", "/v1/subscribers", 201, { body: { email: "new@follower.example" } });
    await r.drain();

    const text = unwrapped((await r.messages("new@follower.example"))[0]?.text);

    expect(text).toContain("Without a confirmation, Acme erases this address after seven days.");
    expect(text).toContain(`Privacy policy: ${POLICY}`);
  });

  test("is said by a notice to a contact, who has not given the address; a follower has read it", async () => {
    const r = await registry();
    await r.organisation({ policy: { url: POLICY }, retention: { evidenceYears: 1 } });
    await r.listed(vendor());
    await customer(r, "c-1", { contacts: ["dpo@c-1.example"] });
    await r.follower("fan@follower.example");

    const text = await announcedTo(r, "dpo@c-1.example");
    const toFollower = unwrapped((await r.messages("fan@follower.example"))[0]?.text);

    expect(text).toContain("Acme has your address from its customer, and keeps it to give the notices");
    expect(text).toContain("so as not to write to you again, for 1 year at the most.");
    expect(text).toContain(`Privacy policy: ${POLICY}`);
    expect(toFollower).not.toContain("from its customer");
  });
});

describe("retention on the organisation's document", () => {
  test("is a text, texts by language, or a text with years", async () => {
    const r = await registry();
    for (const retention of ["Ten years.", { en: "Ten years." }, { evidenceYears: 10, responseYears: 2 }])
      expect(await r.organisation({ retention })).toMatchObject({ retention });
  });

  test("is refused with years that are none", async () => {
    const r = await registry();
    for (const retention of [{ evidenceYears: 0 }, { responseYears: 101 }, { evidenceYears: "3" }, {}, { years: 3 }]) {
      const answer = await r.call("PUT", "/v1/organisation", { body: { name: "Acme", retention } });
      await expectProblem(answer, 422, "invalid-request", "/retention");
    }
  });
});
