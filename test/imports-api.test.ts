import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "../src/model/values/text.ts";
import { forgetExpired } from "../src/registry/people/forget.ts";
import { FindingCode } from "../src/transfers/index.ts";
import { exampleLists } from "./setup/example-lists.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Json = Record<string, unknown>;
type Entry = Json & { key: string; name: string; what: string; slug: string | null; diff: { path: string }[] };
type Plan = Json & { id: string; state: string; vendors: Entry[]; totals: Json };

const listFile = (...vendors: Json[]) => JSON.stringify({ version: 1, vendors });
const of = (plan: Plan, name: string): Entry => {
  const found = plan.vendors.find((each) => each.name === name);
  if (!found) throw new Error(`The plan has no ${name}`);
  return found;
};
const planned = ({ vendors }: Plan) => Object.fromEntries(vendors.map(({ name, what }) => [name, what]));

const importing = (r: Registry) => ({
  plan: (file: string, more: Json = {}): Promise<Plan> =>
    r.json("POST", "/v1/imports", 201, { body: { file, format: "json", ...more } }),
  read: (id: string): Promise<Plan> => r.json("GET", `/v1/imports/${id}`, 200),
  correct: (id: string, body: Json): Promise<Plan> => r.json("PATCH", `/v1/imports/${id}`, 200, { body }),
  apply: (id: string, body: Json = {}): Promise<{ changeSet: number }> =>
    r.json("POST", `/v1/imports/${id}/apply`, 200, { body }),
  refused: (id: string, body: Json = {}) => r.post(`/v1/imports/${id}/apply`, body),
});

const acme = {
  slug: "acme-cloud",
  name: "Acme Cloud",
  services: [{ category: "Hosting", locations: [{ country: "DE" }] }],
};
const mailer = { slug: "mailer", name: "Mailer", services: [{ category: "Mail", locations: [{ country: "FR" }] }] };
const chat = { slug: "chat", name: "Chat", services: [{ category: "Support", locations: [{ country: "US" }] }] };
const moved = { ...acme, services: [{ category: "Hosting", locations: [{ country: "US" }] }] };

describe("a list file", () => {
  test("into an empty registry is published as its first list, once, and planned again changes nothing", async () => {
    const r = await registry();
    const { plan, read, apply, refused } = importing(r);
    await r.organisation();

    const first = await plan(listFile(acme, mailer), { fileName: "list.json" });
    expect(first).toMatchObject({
      state: "open",
      format: "json",
      fileName: "list.json",
      totals: { add: 2, change: 0, remove: 0, same: 0, unsure: 0 },
      changeSet: null,
    });
    expect(of(first, "Acme Cloud")).toMatchObject({
      what: "add",
      before: null,
      weight: "material",
      rows: ["vendors[0]"],
    });
    expect((await r.json("GET", "/v1/vendors", 200)).data, "nothing is applied yet").toEqual([]);

    const { changeSet } = await apply(first.id, { baseline: true });
    expect(await r.json("GET", `/v1/change-sets/${changeSet}`, 200)).toMatchObject({
      state: "effective",
      baseline: true,
    });
    expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).vendors).toHaveLength(2);
    expect(await read(first.id)).toMatchObject({ state: "applied", changeSet });
    expect(await apply(first.id), "once applied it stays that").toEqual({ changeSet });
    await expectProblem(await refused(first.id, { changeSet: 7 }), 409, "plan-applied");
    await expectProblem(await r.call("PATCH", `/v1/imports/${first.id}`, { body: {} }), 409, "plan-applied");

    const again = await plan(listFile(acme, mailer));
    expect(again.totals).toEqual({ add: 0, change: 0, remove: 0, same: 2, unsure: 0 });
    await expectProblem(await refused(again.id), 409, "nothing-changed");
    const published = await (await r.get("/subprocessors.json", { key: null })).text();
    expect((await plan(published)).totals, "nor does the published list").toMatchObject({ same: 2, change: 0 });
  });
});

describe("a plan", () => {
  let r: Registry;
  let end: () => Promise<void>;
  beforeAll(async () => {
    r = await registry({ atEnd: (ending) => (end = ending) });
    await r.organisation();
    await r.listed(
      acme,
      mailer,
      chat,
      vendor({ name: "Other" }),
      vendor({ name: "Further" }),
      vendor({ name: "Last" }),
    );
  });
  afterAll(() => end());

  const others = async (): Promise<Json[]> => {
    const { data } = await r.json("GET", "/v1/vendors", 200);
    return (data as Json[])
      .filter(({ slug }) => !["acme-cloud", "mailer", "chat"].includes(String(slug)))
      .map(({ name, slug, services }) => ({ name, slug, services }));
  };

  test("says of each vendor what becomes of it, with diff and weight as change sets do, and goes into one draft", async () => {
    const { plan, apply } = importing(r);
    const file = listFile(moved, mailer, { name: "New One", services: [{}] }, ...(await others()));
    const made = await plan(file);
    expect(made.totals).toEqual({ add: 1, change: 1, remove: 1, same: 4, unsure: 0 });
    expect(of(made, "Acme Cloud")).toMatchObject({
      what: "change",
      slug: "acme-cloud",
      diff: [{ path: "/services/main/locations" }],
      weight: "material",
    });
    expect(of(made, "Chat")).toMatchObject({ what: "remove", slug: "chat", after: null, rows: [] });
    expect(made.removals).toMatchObject({ count: 1, listed: 6, categories: ["Support"], mustBeAllowed: true });

    const refusal = await r.post(`/v1/imports/${made.id}/apply`, {});
    expect(await expectProblem(refusal, 409, "removals-not-allowed", "/allowRemovals")).toMatchObject({
      removals: 1,
      categories: ["Support"],
    });
    const { changeSet } = await apply(made.id, { allowRemovals: 1, reference: "abc123", reason: "Reviewed" });
    const set = await r.json("GET", `/v1/change-sets/${changeSet}`, 200);
    expect(set).toMatchObject({ state: "draft", reference: "abc123", reason: "Reviewed" });
    expect(set.changes.map((each: Json) => [each.vendor, each.kind, each.weightReason])).toEqual([
      ["acme-cloud", "updated", of(made, "Acme Cloud").weightReason],
      ["chat", "removed", of(made, "Chat").weightReason],
      ["new-one", "added", of(made, "New One").weightReason],
    ]);

    const again = await plan(file);
    expect(again.totals, "what a draft holds already is planned no more").toMatchObject({ same: 7 });
    expect(of(again, "Chat")).toMatchObject({ what: "same", inDraft: changeSet });
    expect(await apply(again.id, { reference: "abc123" }), "the same file under the same reference").toEqual({
      changeSet,
    });
    const other = await plan(listFile(moved));
    await expectProblem(
      await r.post(`/v1/imports/${other.id}/apply`, { reference: "abc123", allowRemovals: 4 }),
      409,
      "reference-taken",
    );

    const later = await plan(listFile({ ...moved, address: "Berlin" }, mailer, ...(await others())));
    expect(await apply(later.id, { reference: "def456", changeSet })).toEqual({ changeSet });
    for (const reference of ["abc123", "def456"])
      await expectProblem(
        await r.post(`/v1/imports/${other.id}/apply`, { reference, allowRemovals: 4 }),
        409,
        "reference-taken",
      );
    const rerun = await plan(file);
    expect(await apply(rerun.id, { reference: "abc123" }), "the draft has a later reference by now").toEqual({
      changeSet,
    });
    await r.json("DELETE", `/v1/change-sets/${changeSet}`, 204);
  });

  test("goes stale when the list changes, or a draft of the same vendors, and is planned anew by a correction", async () => {
    const { plan, read, correct, apply } = importing(r);
    const made = await plan(listFile(moved, mailer, chat, ...(await others())));
    const elsewhere = await r.json("PATCH", "/v1/vendors/mailer", 200, { body: { address: "Lyon" } });
    expect((await read(made.id)).state, "another vendor's draft is no matter").toBe("open");
    const { changeSet: set } = await r.json("PATCH", "/v1/vendors/acme-cloud", 200, { body: { address: "Berlin" } });

    expect(await read(made.id)).toMatchObject({ state: "stale", changedSince: ["Acme Cloud"] });
    const { data } = await r.json("GET", "/v1/imports", 200);
    expect(data).toContainEqual(expect.objectContaining({ id: made.id, state: "stale", totals: made.totals }));
    const refusal = await r.post(`/v1/imports/${made.id}/apply`, {});
    expect(await expectProblem(refusal, 409, "plan-stale")).toMatchObject({ vendors: ["Acme Cloud"] });

    const anew = await correct(made.id, {});
    expect(anew.state).toBe("open");
    expect(of(anew, "Acme Cloud")).toMatchObject({ what: "change", drafts: [set.number] });
    const { changeSet } = await apply(made.id);
    for (const { number } of [elsewhere.changeSet, set, { number: changeSet }])
      await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("leaves a vendor as it is where somebody says so, and asks nothing of it", async () => {
    const { plan, correct, apply } = importing(r);
    const made = await plan(listFile(moved, mailer, ...(await others())));
    const left = await correct(made.id, { vendors: { [of(made, "Chat").key]: { skip: true } } });
    expect(of(left, "Chat")).toMatchObject({ what: "same", skipped: true, diff: [] });
    expect(left.removals).toMatchObject({ count: 0, mustBeAllowed: false });
    const { changeSet } = await apply(made.id);
    expect((await r.json("GET", `/v1/change-sets/${changeSet}`, 200)).changes).toHaveLength(1);
    await r.json("DELETE", `/v1/change-sets/${changeSet}`, 204);
  });

  test("of two new vendors whose names make one slug is refused, and nothing of it is drafted", async () => {
    const { plan, refused } = importing(r);
    const made = await plan("Vendor,Location\nNova Line,Germany\nNova-Line!,France\n", { format: "csv" });
    expect([of(made, "Nova Line").what, of(made, "Nova-Line!").what]).toEqual(["add", "add"]);
    const drafts = async () => (await r.json("GET", "/v1/change-sets", 200)).data.length;
    const before = await drafts();
    const allowRemovals = Number(made.totals.remove);
    const problem = await expectProblem(await refused(made.id, { allowRemovals }), 409, "slug-taken", "/slug");
    expect(problem.detail).toBe('There is already a vendor "nova-line", in the file.');
    expect(await drafts()).toBe(before);
  });

  test("puts what it has into an existing draft, and names what is wrong with a document", async () => {
    const { plan, apply, correct } = importing(r);
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const unknown = {
      ...mailer,
      services: [{ category: "Mail", products: ["nothing"], locations: [{ country: "FR" }] }],
    };
    const made = await plan(listFile(moved, unknown, chat, ...(await others())));
    expect(of(made, "Mailer")).toMatchObject({ what: "unsure", faults: [{ pointer: "/services/0/products/0" }] });
    await expectProblem(await r.post(`/v1/imports/${made.id}/apply`, {}), 409, "plan-unsure", "/vendors/mailer");
    await correct(made.id, { vendors: { mailer: { skip: true } } });
    expect(await apply(made.id, { changeSet: number })).toEqual({ changeSet: number });
    await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("is deleted, and what is not a list, not a plan or not an answer is refused", async () => {
    const { plan } = importing(r);
    const made = await plan(listFile(moved, mailer, chat));
    const bad = await r.call("PATCH", `/v1/imports/${made.id}`, { body: { guesses: { nobody: true } } });
    await expectProblem(bad, 422, "invalid-request", "/guesses/nobody");
    await r.json("DELETE", `/v1/imports/${made.id}`, 204);
    await expectProblem(await r.get(`/v1/imports/${made.id}`), 404, "not-found");
    const fault = await r.post("/v1/imports", { file: listFile({ ...acme, colour: "blue" }), format: "json" });
    await expectProblem(fault, 422, "invalid-request", "/file/vendors/0/colour");
    const wrong = await r.post("/v1/imports", { file: "é", encoding: "base64" });
    await expectProblem(wrong, 422, "invalid-request", "/file");
    for (const [file, fileName] of [
      ["", "list.csv"],
      ["hello world", "list.txt"],
      ["Vendor,Where", "list.csv"],
    ]) {
      const nothing = await expectProblem(
        await r.post("/v1/imports", { file, fileName }),
        422,
        "unreadable-file",
        "/file",
      );
      expect(nothing, fileName).toMatchObject({ errors: [{ detail: "names no vendor" }] });
    }
    const rows = Array.from({ length: 2001 }, (_, number) => `Vendor ${number},Ireland`);
    const many = await r.post("/v1/imports", { file: `Vendor,Location\n${rows.join("\n")}`, format: "csv" });
    expect(await expectProblem(many, 422, "unreadable-file", "/file")).toMatchObject({
      errors: [{ detail: "names more than 2000 vendors" }],
    });
    const big = await r.post("/v1/imports", { file: "a".repeat(8_000_000) });
    await expectProblem(big, 413, "body-too-large");
  });

  test("is taken as a form of parts as well, as curl sends a file", async () => {
    const form = new FormData();
    form.set("file", new File([listFile(moved, mailer, chat, ...(await others()))], "list.json"));
    form.set("format", "json");
    const answer = await r.app.request("/v1/imports", {
      method: "POST",
      headers: { authorization: `Bearer ${r.adminKey}` },
      body: form,
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ fileName: "list.json", totals: { change: 1, same: 5 } });
    await expectProblem(
      await r.call("POST", "/v1/imports", { body: "x", headers: { "content-type": "text/csv" } }),
      415,
      "unsupported-media-type",
    );
  });

  test("is made by whoever may write, and published by whoever may announce", async () => {
    const { plan } = importing(r);
    const made = await plan(listFile(moved, mailer, chat, ...(await others())));
    const key = await r.key("write");
    const refusal = await r.post(`/v1/imports/${made.id}/apply`, { baseline: true }, { key });
    await expectProblem(refusal, 403, "insufficient-scope");
    const published = await r.post(`/v1/imports/${made.id}/apply`, { baseline: true });
    await expectProblem(published, 409, "not-an-empty-registry");
    expect(planned(await importing(r).read(made.id))["Acme Cloud"], "nothing of it stayed").toBe("change");
  });
});

describe("a file of any other shape", () => {
  let r: Registry;
  let end: () => Promise<void>;
  beforeAll(async () => {
    r = await registry({ atEnd: (ending) => (end = ending) });
    await r.organisation();
    await r.listed(
      {
        ...acme,
        name: "Acme Cloud",
        address: "1 Main Street",
        services: [
          {
            category: "Hosting",
            purpose: { en: "Hosting", fr: "Hébergement" },
            locations: [{ country: "DE", detail: "Frankfurt" }],
            safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }],
          },
        ],
      },
      mailer,
      { ...chat, website: "https://www.chat.example" },
    );
  });
  afterAll(() => end());

  const csv = (...lines: string[]) => ["Vendor,Purpose,Where,Website", ...lines].join("\n");
  const CHAT = "Chat,,United States,https://www.chat.example";
  const csvPlan = (file: string, more: Json = {}) => importing(r).plan(file, { format: "csv", ...more });

  test("changes what it is about alone: fields without a column stay, and what a field holds beyond it", async () => {
    const made = await csvPlan(csv("Acme Cloud,Hosting,Germany,", "Mailer,Sends mail,France,", "Chat,Support,US,"));
    expect(of(made, "Acme Cloud")).toMatchObject({ what: "same", match: { by: "name" }, rows: ["line 2"] });
    expect(of(made, "Mailer").diff.map(({ path }) => path)).toEqual(["/services/main/purpose"]);
    expect(of(made, "Mailer").after).toMatchObject({ services: [{ category: "Mail", purpose: "Sends mail" }] });
  });

  test("is asked about what it does not say plainly, beside what it says, and about nothing that changes nothing", async () => {
    const { correct, apply } = importing(r);
    const file = csv("Acme Cloud,Hosting,Germany,", "Mailer,,CA,", "New Thing,Support,Georgia,", CHAT);
    const made = await csvPlan(file);
    const [place] = of(made, "Mailer").guesses as Json[];
    expect(place).toMatchObject({
      from: "CA",
      sure: false,
      open: true,
      answer: null,
      pointer: "/services/0/locations/0/country",
    });
    expect(made.totals).toMatchObject({ unsure: 2, same: 2 });
    const refusal = await r.post(`/v1/imports/${made.id}/apply`, {});
    await expectProblem(refusal, 409, "plan-unsure", `/guesses/${place?.id}`);

    const wrong = await r.call("PATCH", `/v1/imports/${made.id}`, { body: { guesses: { [String(place?.id)]: "XX" } } });
    await expectProblem(wrong, 422, "invalid-request", `/guesses/${place?.id}`);
    const [other] = of(made, "New Thing").guesses as Json[];
    const answered = await correct(made.id, {
      guesses: { [String(place?.id)]: "US", [String(other?.id)]: null },
    });
    expect(answered.totals).toMatchObject({ add: 1, change: 1, unsure: 0 });
    expect(of(answered, "Mailer").after).toMatchObject({ services: [{ locations: [{ country: "US" }] }] });
    expect(of(answered, "New Thing").after).toMatchObject({ services: [{ locations: [] }] });
    const { changeSet } = await apply(made.id);

    const again = await csvPlan(file);
    expect(again.totals, "what was answered is not asked again").toMatchObject({ unsure: 0, same: 4 });
    expect((of(again, "Mailer").guesses as Json[])[0]).toMatchObject({ answer: "corrected", open: false });
    await r.json("DELETE", `/v1/change-sets/${changeSet}`, 204);
  });

  test("is read by what somebody says its columns are, and a vendor is the one that somebody says", async () => {
    const { correct } = importing(r);
    const made = await csvPlan("Thing,Zone\nAcme Cloud,FR\nMailer Pro,FR\nChat,US\n");
    expect(made.totals).toMatchObject({ unsure: 0 });
    const read = await correct(made.id, {
      mapping: [
        { column: "Thing", field: "name" },
        { column: "Zone", field: "locations" },
      ],
    });
    expect(of(read, "Acme Cloud")).toMatchObject({ what: "change", diff: [{ path: "/services/main/locations" }] });
    expect(of(read, "Mailer Pro")).toMatchObject({
      what: "unsure",
      asked: [{ slug: "mailer", name: "Mailer", by: "similar-name" }],
    });
    expect(
      read.vendors.some(({ what }) => what === "remove"),
      "before that is said, Mailer does not go",
    ).toBe(false);

    const { key } = of(read, "Mailer Pro");
    const wrong = async (body: Json, pointer: string) =>
      expectProblem(await r.call("PATCH", `/v1/imports/${read.id}`, { body }), 422, "invalid-request", pointer);
    await wrong({ vendors: { [key]: { slug: "no-such-vendor" } } }, `/vendors/${key}/slug`);
    const twice = { [key]: { slug: "mailer" }, [of(read, "Chat").key]: { slug: "mailer" } };
    await wrong({ vendors: twice }, `/vendors/${key}/slug`);
    // The file has that one by its name: it would become another of the same.
    await wrong({ vendors: { [key]: { slug: of(read, "Acme Cloud").slug } } }, `/vendors/${key}/slug`);
    await wrong(
      {
        mapping: [
          { column: "Thing", field: "name" },
          { column: 99, field: null },
        ],
      },
      "/mapping/1/column",
    );
    await wrong({ mapping: [{ column: "nope", field: "name" }] }, "/mapping/0/column");
    await wrong({ mapping: [{ table: 1, column: 0, field: "name" }] }, "/mapping/0/table");
    expect(await importing(r).read(read.id), "nothing of that stays").toEqual(read);
    const same = await correct(read.id, { vendors: { [key]: { slug: "mailer" } } });
    expect(of(same, "Mailer Pro")).toMatchObject({ what: "change", slug: "mailer", match: { by: "chosen" } });
    const anew = await correct(read.id, { vendors: { [key]: { slug: null } } });
    expect(planned(anew)).toMatchObject({ "Mailer Pro": "add", Mailer: "remove" });
  });

  test("says nothing against what is announced to come, and the list as it is published changes nothing", async () => {
    await r.json("PATCH", "/v1/vendors/mailer?announce=true&effectiveOn=2027-06-01", 200, {
      body: { services: [{ category: "Mail", locations: [{ country: "ES" }] }] },
    });
    const today = await csvPlan(csv("Acme Cloud,Hosting,Germany,", "Mailer,,France,", CHAT));
    expect(today.totals).toMatchObject({ same: 3 });
    for (const [path, format] of [
      ["/subprocessors.json", "json"],
      ["/subprocessors.csv", "csv"],
    ] as const) {
      const file = await (await r.get(path, { key: null })).text();
      const made = await importing(r).plan(file, { format });
      expect(made.totals, path).toEqual({ add: 0, change: 0, remove: 0, same: 3, unsure: 0 });
    }
  });

  test("is not kept: what was read of it goes once it is applied, and the plan after thirty days", async () => {
    const { apply } = importing(r);
    const secret = { ...mailer, name: "Mailer Two", slug: "mailer-two", contact: { name: "Kim Smith" } };
    const made = await importing(r).plan(listFile(secret), {});
    const other = await csvPlan(csv("Kim Smith Ltd,Hosting,Germany,"));
    const { changeSet } = await apply(made.id, { allowRemovals: 3 });
    const kept = () => r.rows("select id, source from imports");
    expect(await kept()).toContainEqual({ id: made.id, source: null });
    await r.json("POST", "/v1/vendors/mailer-two/redact", 200, {
      body: { value: "Kim Smith", reason: "Asked for it." },
    });
    const left = (await kept()).map(({ id }) => id);
    expect(left).not.toContain(made.id);
    expect(left).not.toContain(other.id);
    r.passHours(30 * 24 + 1);
    await forgetExpired(r.deps);
    expect(await kept()).toEqual([]);
    const { data } = await r.json("GET", "/v1/audit?action=import.applied", 200);
    expect(data[0].data).toMatchObject({
      changeSet,
      file: expect.stringMatching(/^[0-9a-f]{64}$/),
      added: 1,
      removed: 3,
    });
  });
});

/** A vendor with what a form tells in a way of its own. */
const full = {
  slug: "full-co",
  name: "Full Co",
  legalName: "Full Co, Inc.",
  formerNames: ["Old Co", "Older, Inc."],
  registrationNumber: "HRB 1234",
  country: "US",
  address: "1 Main St, Springfield, IL",
  contact: { name: "Kim Smith", position: "Privacy Officer", email: "dpo@full.example", phone: "+1 555 0100" },
  contractSignedOn: "2024-05-01",
  certifications: [
    { name: "ISO 27001", validUntil: "2027-03-01", url: `https://full.example/${"iso".repeat(30)}` },
    { name: "SOC 2", validUntil: "2020-03-15" },
    { name: "C5" },
  ],
  website: "https://full.example",
  optOutUrl: "https://full.example/out",
  services: [
    {
      key: "mail",
      name: "Mail",
      purpose: "Sends mail; keeps logs, for a while",
      nature: "Storing: on disks",
      dataCategories: ["Names, addresses", "Mail; contents"],
      sensitiveData: true,
      dataSubjects: ["Customers, and whoever writes to them"],
      usedForTraining: "never",
      optional: true,
      retention: "30 days",
      note: "Two lines,\nor more",
      cookies: [{ name: "sid", expires: "30 days" }],
      locations: [
        { country: "US", detail: "Virginia" },
        { country: "DE", kind: "storage" },
      ],
      safeguards: [
        { mechanism: "scc", module: 3 },
        { mechanism: "dpf", certified: "Full Holdings, Inc." },
      ],
    },
    { key: "full-co", name: "Full Co", purpose: "Chats", role: "processor", locations: [{ country: "US" }] },
  ],
};

test("a list comes in as it went out, in every form and language: nothing changes", async () => {
  const r = await registry();
  const { organisation } = JSON.parse(readFileSync("examples/isof-t.json", "utf8"));
  await r.json("PUT", "/v1/organisation", 200, { body: { ...organisation, locales: LOCALES } });
  const bySlug = new Map(exampleLists().flatMap(([, each]) => each.map((one) => [one.slug, one] as const)));
  const vendors = [...bySlug.values(), full].map((each) => ({
    ...each,
    services: each.services.map((service) => ({ ...service, products: [], hostingRegions: [] })),
  }));
  const first = await importing(r).plan(JSON.stringify({ version: 1, vendors }));
  const { changeSet } = await importing(r).apply(first.id);
  const accepted = { acceptFindings: FindingCode.options, acceptFindingsReason: "As it is." };
  await r.json("POST", `/v1/change-sets/${changeSet}/announce`, 200, { body: { baseline: true, ...accepted } });
  const readBack = async (form: string, lang?: string) => {
    const file = await (await r.get(`/subprocessors.${form}${lang ? `?lang=${lang}` : ""}`, { key: null })).text();
    const made = await importing(r).plan(file, { format: undefined, fileName: `list.${form}` });
    const others = made.vendors.filter(({ what }) => what !== "same").map(({ name, diff }) => [name, diff]);
    expect(others, `${form}, ${lang}`).toEqual([]);
    expect(made.totals, `${form}, ${lang}`).toMatchObject({ same: vendors.length });
  };
  for (const lang of LOCALES) for (const form of ["csv", "md", "cdx.json"]) await readBack(form, lang);
  await readBack("json");
});
