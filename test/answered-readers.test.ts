import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { answer, respondLink } from "./setup/answering.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

const PERIOD = { days: 30, basis: "calendar" };
const MANY = ["m-1", "m-2", "m-3", "m-4", "m-5"];

/** A set that waits: one customer has approved it, one has not, one's objection suspends it; and somebody speaks for five. */
describe("what follows an announcement knows what its reader has answered", () => {
  let r: Registry;
  let number: number;
  const newest = async (email: string) => (await r.messages(email)).at(-1)?.text.replace(/\s+/g, " ") ?? "";

  beforeAll(async () => {
    r = await registry({ now: "2026-03-01T09:00:00Z", atEnd: afterAll });
    const products = ["app", "shop"].map((key) => ({ key, name: key }));
    const own = { noticePeriod: PERIOD, objectionPeriod: PERIOD, products };
    await r.organisation({ name: "Firma", privacyEmail: "p@firma.example", timeZone: "UTC", ...own });
    const put = (id: string, terms: object, email = `dpo@${id}.example`) =>
      r.json("PUT", `/v1/customers/${id}`, 201, { body: { name: `${id} Ltd`, contacts: [{ email }], ...terms } });
    await put("yes", { authorisation: "specific" });
    await put("no", { authorisation: "specific" });
    await put("firm", { onObjection: "suspends" });
    for (const [index, id] of MANY.entries()) {
      const period = { days: 40 + index, basis: "calendar" };
      await put(
        id,
        { noticePeriod: PERIOD, objectionPeriod: { ...period, mayOutlastNotice: true } },
        "dpo@many.example",
      );
    }
    const { changeSet } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-04-02", 201, {
      body: vendor({ name: "Zeta" }),
    });
    number = changeSet.number;
    await r.drain();
    r.setTime("2026-03-02T09:00:00Z");
    await answer(r, await respondLink(r, "dpo@yes.example", number), { kind: "approved", customer: "yes" });
    const objection = { kind: "objected", customer: "firm", text: "Not there." };
    await answer(r, await respondLink(r, "dpo@firm.example", number), objection);
    await r.drain();
  });

  test("a correction asks for no approval of whoever has given it, and does not say that it covers what is corrected", async () => {
    await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: { en: "It is Zeta Ltd." } } });
    await r.drain();
    expect(await newest("dpo@yes.example")).toContain("It is Zeta Ltd.");
    expect(await newest("dpo@yes.example")).toContain(
      "Your approval of 2 March 2026 was given before this correction, to what the notice said then. If you do not agree",
    );
    expect(await newest("dpo@firm.example")).toContain("Your objection of 2 March 2026 is open:");
    expect(await newest("dpo@firm.example")).not.toContain("What an objection leads to");
    expect(await newest("dpo@yes.example")).not.toMatch(
      /needs your approval|approval is needed|you have approved|your approval(?! of 2 March 2026 was given before)|stands\. If/i,
    );
    expect(await newest("dpo@no.example")).toMatch(/not before you have approved/);
  });

  test("that a change is held says by whose objection, on which day, and not what another would lead to", async () => {
    r.setTime("2026-04-02T09:00:00Z");
    await runMinute(r.deps, { budgetMs: 10_000 });
    const firm = await newest("dpo@firm.example");
    expect(firm).toContain("Your objection of 2 March 2026 holds what concerns you, until it is resolved.");
    expect(firm).not.toContain("What an objection leads to");
    expect(await newest("dpo@no.example")).toContain("this needs your approval");
    expect(await newest("dpo@yes.example")).not.toMatch(/needs your approval|Your objection/);
  });

  test("a postponement says what an answer is worth: an approval stands, an objection was decided; and asks nobody to answer anew", async () => {
    const [objection] = (await r.json("GET", "/v1/responses?outcome=open", 200)).data;
    await r.json("POST", `/v1/responses/${objection.id}/resolve`, 200, { body: { outcome: "alternative" } });
    const body = { effectiveOn: "2026-05-04", reason: "The contract is signed later." };
    await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body });
    await r.drain();
    const [yes, firm, no] = [
      await newest("dpo@yes.example"),
      await newest("dpo@firm.example"),
      await newest("dpo@no.example"),
    ];
    expect(yes).toContain("Your approval of 2 March 2026 stands.");
    expect(firm).toContain(
      "Your objection of 2 March 2026 was decided on 2 April 2026. Decided: An alternative was found. What was agreed applies in place of what this mail says, as far as it goes.",
    );
    for (const mail of [yes, firm]) {
      expect(mail).toContain("See or change the answer");
      expect(mail).not.toMatch(
        /Object, take note or ask|Approve, object or ask|What an objection leads to|Answer late/,
      );
    }
    expect(no).toContain("Approve, object or ask");
  });

  test("and lists the days of each of many customers where it says that it does", async () => {
    const many = await newest("dpo@many.example");
    expect(many).toContain("the first of several days that are listed below");
    for (const id of MANY) expect(many).toContain(`${id} Ltd: `);
  });
});
