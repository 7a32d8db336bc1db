import { describe, expect, test } from "vitest";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** An organisation that wants four eyes, with three keys that may announce, and one that may only write. */
async function withFourEyes(now = "2026-11-21T09:00:00Z") {
  const r = await registry({ now });
  const keys = {
    author: await r.key("announce"),
    approver: await r.key("announce"),
    other: await r.key("announce"),
    writer: await r.key("write"),
  };
  await r.organisation({ approvalsRequired: 1 });
  return { r, ...keys };
}

const draft = async (r: Registry, key: string, query = "?effectiveOn=2027-01-10") => {
  const body = vendor();
  const { changeSet } = await r.json("POST", `/v1/vendors${query}`, 201, { key, body });
  const slug = body.name.toLowerCase().replace(" ", "-");
  return { number: changeSet.number, path: `/v1/change-sets/${changeSet.number}`, slug };
};

const approve = (r: Registry, path: string, key: string) => r.post(`${path}/approve`, undefined, { key });
const announce = (r: Registry, path: string, key: string, body: unknown = {}) =>
  r.post(`${path}/announce`, body, { key });

async function expectNothingDone(r: Registry, act: () => Promise<unknown>) {
  const before = await r.stored();
  await act();
  expect(await r.stored()).toEqual(before);
}

describe("with four eyes", () => {
  test("a draft is announced once another key has approved it, by its author too", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author);
    await expectNothingDone(r, async () => expectProblem(await announce(r, path, author), 409, "approval-required"));

    const approved = await (await approve(r, path, approver)).json();

    expect(approved).toMatchObject({
      state: "draft",
      approvedBy: expect.stringMatching(/^key:/),
      approvedAt: "2026-11-21T09:00:00.000Z",
    });
    expect(approved.authors).toEqual([expect.stringMatching(/^key:/)]);
    expect(approved.authors).not.toContain(approved.approvedBy);
    expect((await announce(r, path, author)).status).toBe(200);
  });

  test("whoever has written any of it cannot approve it", async () => {
    const { r, author, approver, other } = await withFourEyes();
    const { path, number, slug } = await draft(r, author);
    await r.json("PATCH", `/v1/vendors/${slug}?changeSet=${number}`, 200, { key: approver, body: { country: "FR" } });
    await r.json("PATCH", path, 200, { key: author, body: { reason: "Again" } });

    await expectNothingDone(r, async () => {
      await expectProblem(await approve(r, path, author), 409, "own-draft");
      await expectProblem(await approve(r, path, approver), 409, "own-draft");
    });
    expect((await approve(r, path, other)).status).toBe(200);
    expect((await r.json("GET", path, 200)).authors).toHaveLength(2);
  });

  test("approving takes the scope to announce", async () => {
    const { r, author, writer } = await withFourEyes();
    const { path } = await draft(r, author);

    await expectProblem(await approve(r, path, writer), 403, "insufficient-scope");
  });

  const edits: [string, (r: Registry, set: Awaited<ReturnType<typeof draft>>, key: string) => Promise<unknown>][] = [
    ["another date", (r, { path }, key) => r.json("PATCH", path, 200, { key, body: { effectiveOn: "2027-03-01" } })],
    ["another reason", (r, { path }, key) => r.json("PATCH", path, 200, { key, body: { reason: "Because" } })],
    [
      "an emergency",
      (r, { path }, key) => r.json("PATCH", path, 200, { key, body: { emergency: { reason: "Fire" } } }),
    ],
    [
      "another weight",
      (r, { path, slug }, key) =>
        r.json("PATCH", path, 200, { key, body: { weights: { [slug]: { weight: "informative", reason: "x" } } } }),
    ],
    [
      "another text of a vendor",
      (r, { number, slug }, key) =>
        r.json("PATCH", `/v1/vendors/${slug}?changeSet=${number}`, 200, { key, body: { country: "US" } }),
    ],
    [
      "a vendor more",
      (r, { number }, key) => r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { key, body: vendor() }),
    ],
  ];
  test.each(edits)("%s after the approval voids it", async (_, edit) => {
    const { r, author, approver, other } = await withFourEyes();
    const set = await draft(r, author);
    await r.json("POST", `/v1/vendors?changeSet=${set.number}`, 201, { key: author, body: vendor() });
    await approve(r, set.path, approver);

    await edit(r, set, other);

    expect(await r.json("GET", set.path, 200)).toMatchObject({ approvedBy: null, approvedAt: null });
    await expectProblem(await announce(r, set.path, author), 409, "approval-required");
    await expectProblem(await approve(r, set.path, other), 409, "own-draft");
    expect((await approve(r, set.path, approver)).status).toBe(200);
    expect((await announce(r, set.path, other)).status).toBe(200);
  });

  test("a vendor taken out after the approval voids it", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path, number, slug } = await draft(r, author);
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { key: author, body: vendor() });
    await approve(r, path, approver);

    await r.json("DELETE", `/v1/vendors/${slug}?changeSet=${number}`, 200, { key: author });

    await expectProblem(await announce(r, path, approver), 409, "approval-required");
  });

  test("a refused edit leaves the approval as it is", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author);
    await approve(r, path, approver);

    await expectNothingDone(r, async () =>
      expectProblem(
        await r.call("PATCH", path, { key: author, body: { weights: { nobody: null } } }),
        422,
        "invalid-request",
      ),
    );

    expect((await announce(r, path, author)).status).toBe(200);
  });

  test("announcing says no more than what was approved: another date or emergency is refused, the same one is taken", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author);
    await approve(r, path, approver);

    await expectNothingDone(r, async () => {
      const later = await announce(r, path, author, { effectiveOn: "2027-01-11" });
      await expectProblem(later, 409, "approval-required", "/effectiveOn");
      const hurried = await announce(r, path, author, { emergency: { reason: "Now" } });
      await expectProblem(hurried, 409, "approval-required", "/emergency");
    });
    expect((await announce(r, path, author, { effectiveOn: "2027-01-10" })).status).toBe(200);
  });

  test("announcing an error as accepted, or an empty registry's list to nobody, takes another key than the authors'", async () => {
    const { r, author, approver } = await withFourEyes();
    const dpf = { mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-10-01" };
    const body = vendor({ country: "IN" }, { locations: [{ country: "IN" }], safeguards: [dpf] });
    const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-01-10", 201, { key: author, body });
    const path = `/v1/change-sets/${changeSet.number}`;
    await approve(r, path, approver);
    const accepting = {
      acceptFindings: ["dpf-outside-us", "gap"],
      acceptFindingsReason: "Its certificate was shown to us.",
    };

    await expectNothingDone(r, async () => {
      await expectProblem(await announce(r, path, author, accepting), 409, "approval-required", "/acceptFindings");
      await expectProblem(await announce(r, path, author, { baseline: true }), 409, "approval-required", "/baseline");
    });

    expect((await announce(r, path, approver, accepting)).status).toBe(200);
  });

  test("what waits for customers goes on without their approval by another than its author alone", async () => {
    const { r, author, approver } = await withFourEyes();
    const body = { name: "C", authorisation: "specific", contacts: [{ email: "dpo@customer.example" }] };
    await r.json("PUT", "/v1/customers/c", 201, { body });
    const { path } = await draft(r, author);
    await approve(r, path, approver);
    expect((await announce(r, path, author)).status).toBe(200);
    const waiving = (key: string) => r.post(`${path}/waive-approvals`, { reason: "By telephone." }, { key });

    await expectNothingDone(r, async () => expectProblem(await waiving(author), 409, "approval-required"));
    expect((await waiving(approver)).status).toBe(200);
  });

  test("an objection is decided on by another than the author of what it is to; a question is answered by anybody", async () => {
    const { r, author, approver } = await withFourEyes();
    const body = { name: "C", onObjection: "suspends", contacts: [{ email: "dpo@customer.example" }] };
    await r.json("PUT", "/v1/customers/c", 201, { body });
    const { path, number } = await draft(r, author);
    await approve(r, path, approver);
    expect((await announce(r, path, author)).status).toBe(200);
    const entered = { changeSet: number, customer: "c", text: "No.", receivedOn: "2026-11-21", channel: "post" };
    const objection = await r.json("POST", "/v1/responses", 200, { body: { ...entered, kind: "objected" } });
    const question = await r.json("POST", "/v1/responses", 200, { body: { ...entered, kind: "asked" } });
    const resolve = (id: string, outcome: string, key: string) =>
      r.post(`/v1/responses/${id}/resolve`, { outcome, note: "So it is." }, { key });

    await expectNothingDone(r, async () => {
      for (const outcome of ["rejected", "alternative", "exempted", "terminated", "withdrawn"])
        await expectProblem(await resolve(objection.id, outcome, author), 409, "approval-required");
    });

    expect((await resolve(question.id, "answered", author)).status).toBe(200);
    expect((await resolve(objection.id, "rejected", approver)).status).toBe(200);
  });

  test("its author alone enters no approval, nothing in place of an objection, and deletes no customer that it waits for", async () => {
    const { r, author, approver } = await withFourEyes();
    const contacts = [{ email: "dpo@customer.example" }];
    await r.json("PUT", "/v1/customers/asked", 201, { body: { name: "A", authorisation: "specific", contacts } });
    await r.json("PUT", "/v1/customers/heard", 201, { body: { name: "H", onObjection: "suspends", contacts } });
    const { path, number } = await draft(r, author);
    await approve(r, path, approver);
    expect((await announce(r, path, author)).status).toBe(200);
    const enter = (customer: string, kind: string, key: string) => {
      const body = { changeSet: number, customer, kind, text: "By letter.", receivedOn: "2026-11-21", channel: "post" };
      return r.call("POST", "/v1/responses", { key, body });
    };
    expect((await enter("heard", "objected", author)).status).toBe(200);

    await expectNothingDone(r, async () => {
      await expectProblem(await enter("asked", "approved", author), 409, "approval-required", "/kind");
      await expectProblem(await enter("heard", "approved", author), 409, "approval-required", "/kind");
      await expectProblem(await enter("heard", "acknowledged", author), 409, "approval-required", "/kind");
      for (const customer of ["asked", "heard"])
        await expectProblem(
          await r.call("DELETE", `/v1/customers/${customer}`, { key: author }),
          409,
          "approval-required",
        );
    });

    for (const kind of ["acknowledged", "objected"]) expect((await enter("asked", kind, author)).status).toBe(200);
    expect((await enter("asked", "approved", approver)).status).toBe(200);
    expect((await r.call("DELETE", "/v1/customers/asked", { key: author })).status).toBe(204);
    expect((await r.call("DELETE", "/v1/customers/heard", { key: approver })).status).toBe(204);
  });

  test("what is approved and announced by the preview's hash is what was read", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path, number } = await draft(r, author);
    const { draftHash } = await r.json("GET", `${path}/preview`, 200);
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { key: author, body: vendor() });

    await expectNothingDone(r, async () => {
      const unseen = await r.post(`${path}/approve`, { draftHash }, { key: approver });
      await expectProblem(unseen, 409, "draft-changed", "/draftHash");
      const nonsense = await r.post(`${path}/approve`, { draftHash: "1" }, { key: approver });
      await expectProblem(nonsense, 422, "invalid-request", "/draftHash");
    });

    const { draftHash: seen } = await r.json("GET", `${path}/preview`, 200);
    await r.json("POST", `${path}/approve`, 200, { key: approver, body: { draftHash: seen } });
    expect((await r.json("GET", `${path}/preview`, 200)).draftHash).toBe(seen);
    await expectProblem(await announce(r, path, author, { draftHash }), 409, "draft-changed", "/draftHash");
    expect((await announce(r, path, author, { draftHash: seen })).status).toBe(200);
    expect((await r.json("GET", `${path}/preview`, 200)).draftHash).toBe(null);
  });

  test("an emergency is approved with the draft that states it", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author, "?effectiveOn=2026-11-22");
    const emergency = { reason: "The vendor closes down." };
    await r.json("PATCH", path, 200, { key: author, body: { emergency } });
    await approve(r, path, approver);

    const response = await announce(r, path, author, { emergency });

    expect(await response.json()).toMatchObject({ state: "announced", effectiveOn: "2026-11-22", emergency });
  });

  test("an edit announced in the same call is refused, and nothing of it stays", async () => {
    const { r, author } = await withFourEyes();

    await expectNothingDone(r, async () => {
      const query = "?announce=true&effectiveOn=2027-01-10";
      await expectProblem(await r.post(`/v1/vendors${query}`, vendor(), { key: author }), 409, "approval-required");
    });
  });

  test("the first list needs an approval too", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author);

    await expectProblem(await announce(r, path, author, { baseline: true }), 409, "approval-required");
    await approve(r, path, approver);

    expect((await announce(r, path, approver, { baseline: true })).status).toBe(200);
  });

  test("two who approve and announce at once: one wins, the other is told that it is no draft any more", async () => {
    const { r, author, approver, other } = await withFourEyes();
    const { path, number } = await draft(r, author);
    await r.follower("ada@customer.example");

    const answers = await Promise.all(
      [approver, other].map(async (key) => {
        const approved = await approve(r, path, key);
        return approved.status === 200 ? announce(r, path, key) : approved;
      }),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const refused of answers.filter(({ status }) => status === 409)) {
      await expectProblem(refused, 409, "not-a-draft");
    }
    expect(await r.rows(`select 1 from notices where change_set = ${number}`)).toHaveLength(1);
  });

  test("the approval and the announcement are audited with the hash of the same draft, and by whom", async () => {
    const { r, author, approver } = await withFourEyes();
    const { path } = await draft(r, author);
    const { approvedBy } = await (await approve(r, path, approver)).json();
    await announce(r, path, author);

    const entries = await r.rows(
      "select actor, action, data::json as data from audit_log order by sequence desc limit 2",
    );
    const [announced, approved] = entries as { actor: string; action: string; data: { draft: string } }[];
    expect(approved).toMatchObject({ actor: approvedBy, action: "change-set.approved" });
    expect(announced).toMatchObject({ action: "change-set.announced", data: { approvedBy } });
    expect(announced?.actor).not.toBe(approvedBy);
    expect(approved?.data.draft).toMatch(/^[0-9a-f]{64}$/);
    expect(announced?.data.draft).toBe(approved?.data.draft);
  });

  test("only a draft with changes is approved", async () => {
    const { r, author, approver } = await withFourEyes();
    const empty = await r.json("POST", "/v1/change-sets", 201, { key: author, body: {} });
    const { path } = await draft(r, author);
    await approve(r, path, approver);
    await announce(r, path, author);

    await expectNothingDone(r, async () => {
      await expectProblem(await approve(r, `/v1/change-sets/${empty.number}`, approver), 409, "empty-change-set");
      await expectProblem(await approve(r, path, approver), 409, "not-a-draft");
      await expectProblem(await approve(r, "/v1/change-sets/99", approver), 404, "not-found");
    });
  });
});

test("without four eyes nobody has to approve, and whoever announces may choose the date", async () => {
  const r = await registry();
  const key = await r.key("announce");
  const { path } = await draft(r, key);

  expect((await announce(r, path, key, { effectiveOn: "2027-02-01" })).status).toBe(200);
});
