import { expect, test } from "vitest";
import { expectProblem } from "./setup/registry.ts";
import { toldStory } from "./setup/told.ts";

test("a person gets everything that is held about them, and nothing about anybody else", async () => {
  const { r, objection } = await toldStory();
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  const ada = data.find(({ email }: { email: string }) => email === "dpo@customer.example");

  const held = await r.json("GET", `/v1/subscribers/${ada.id}/export`, 200);

  expect(held).toMatchObject({
    exportedAt: r.deps.clock.now().toISOString(),
    subscriber: { id: ada.id, email: "dpo@customer.example", name: "Ada", status: "active" },
    contactOf: [{ externalId: "c-1", name: "Customer One" }],
    proposedFor: [],
    requests: [],
    suppression: null,
    responses: [
      { kind: "objected", text: objection, customer: "c-1", outcome: "exempted", outcomeNote: "Kept out of it." },
    ],
  });
  expect(
    held.deliveries.map(({ kind, changeSet, state }: Record<string, unknown>) => [kind, changeSet, state]),
  ).toEqual(
    expect.arrayContaining([
      ["announcement", 2, "accepted"],
      ["receipt", 2, "accepted"],
      ["resolution", 2, "accepted"],
      ["withdrawal", 3, "accepted"],
    ]),
  );
  expect(held.deliveries[0].steps).toMatchObject([{ state: "accepted", at: expect.stringMatching(/Z$/) }]);
  expect(held.log.map(({ action }: { action: string }) => action)).toEqual(["response.recorded", "response.resolved"]);
  expect(JSON.stringify(held)).not.toMatch(/(en|fr)@customer\.example/);
});

test("a follower's export has why nothing reaches them", async () => {
  const { r } = await toldStory();
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  const french = data.find(({ locale }: { locale: string }) => locale === "fr");

  const held = await r.json("GET", `/v1/subscribers/${french.id}/export`, 200);

  expect(held.suppression).toMatchObject({ reason: "bounced" });
  expect(held.deliveries.flatMap(({ reports }: { reports: unknown[] }) => reports)).toMatchObject([
    { type: "email.bounced", detail: "Permanent: No such mailbox" },
  ]);
  expect(held.log.map(({ action }: { action: string }) => action)).toEqual(["subscriber.added", "address.suppressed"]);
});

test("of nobody there is none, and a key that reads gets none", async () => {
  const { r } = await toldStory();
  const { data } = await r.json("GET", "/v1/subscribers", 200);

  await expectProblem(await r.get("/v1/subscribers/00000000-0000-4000-8000-000000000000/export"), 404, "not-found");
  const key = await r.key("read");
  await expectProblem(await r.get(`/v1/subscribers/${data[0].id}/export`, { key }), 403, "insufficient-scope");
});
