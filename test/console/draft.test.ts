import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

/** A registry with a list, three customers and a follower, and a draft that adds HubSpot and changes Zendesk. */
async function drafted(now?: string) {
  const r = await registry(now === undefined ? {} : { now });
  await r.organisation();
  await r.listed(vendor({ name: "Zendesk" }));
  const put = (id: string, body: object) => r.call("PUT", `/v1/customers/${id}`, { body });
  await put("roth", {
    name: "Kanzlei Roth",
    contacts: [{ email: "roth@roth.example", locale: "fr" }],
    noticePeriod: { days: 45, basis: "business" },
  });
  await put("two", { name: "Two AG", contacts: [{ email: "two@two.example" }], authorisation: "specific" });
  await put("three", { name: "Three Ltd", contacts: [] });
  await r.follower("follower@example.com");
  const number = await draftOf(r, "HubSpot");
  await r.json("PATCH", `/v1/vendors/zendesk?changeSet=${number}`, 200, {
    body: { website: "https://zendesk.example" },
  });
  return { r, number, path: `/console/changes/${number}` };
}

const draftOf = async (r: Registry, name: string): Promise<number> =>
  (await r.json("POST", "/v1/vendors", 201, { body: vendor({ name }) })).changeSet.number;

describe("the page of a draft", () => {
  test("says what announcing it today means: the earliest date and who decides it, who is told, whom nobody can tell", async () => {
    const { r, path } = await drafted();
    const { open } = await consoleOf(r);
    const page = await open(path);
    expect(textOf(page)).toContain(
      "Kanzlei Roth decides: 45 business days from the notice; without it 22 December 2026.",
    );
  });
});
