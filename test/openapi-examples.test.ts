import { expect, test } from "vitest";
import { drain } from "../src/notify/drain.ts";
import { NO_LIMITS } from "../src/notify/mailer.ts";
import { type Registry, registry } from "./setup/registry.ts";
import { report as complain } from "./setup/told.ts";
import { signed } from "./setup/webhook.ts";

type Media = Record<string, { example?: unknown }>;
type Operation = { operationId: string; requestBody?: { content: Media } };

/** Every body of the contract as it is served: how it is sent, and its examples by their media types. */
async function bodies(r: Registry) {
  const { paths, info } = await r.json("GET", "/openapi.json", 200, { key: null });
  // The first call that is described goes to this registry.
  expect(info.description).toContain("curl https://registry.example/v1/organisation");
  const all = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, requestBody }]) =>
      requestBody ? [[operationId, { method: method.toUpperCase(), path, content: requestBody.content }] as const] : [],
    ),
  );
  return new Map(all);
}

test("every body's example works as it stands, sent in the order of their story", async () => {
  const r = await registry();
  const left = await bodies(r);
  /** Sends an operation's examples; the values in its path stand in the order of the path. */
  async function send(id: string, status: number, { at = [], query = "", ...init }: Sent = {}) {
    const { method, path, content } = left.get(id) ?? { method: "", path: id, content: {} as Media };
    left.delete(id);
    const values = [...at];
    const address = path.replace(/\{\w+\}/g, () => String(values.shift())) + query;
    const examples = Object.entries(content).filter(([, { example }]) => example !== undefined);
    expect(examples.length, id).toBeGreaterThan(0);
    let answer: Record<string, string> = {};
    for (const [type, { example: body }] of examples.slice(0, 1))
      answer = await r.json(method, address, status, {
        ...init,
        body,
        headers: { "content-type": type, ...init.headers },
      });
    return answer;
  }

  await send("putOrganisation", 200);
  await send("patchOrganisation", 200);
  await send("renameKey", 200);
  await send("putLogo", 200);
  await send("putCustomer", 201, { at: ["acme"] });
  await send("importCustomers", 200);
  await send("addSubscriber", 201);
  await send("subscribe", 202, { key: null });
  const { id: user } = await send("inviteUser", 201);
  await send("changeUser", 200, { at: [user] });
  await send("createApiKey", 201);
  await send("createChangeSet", 201);
  await send("addVendor", 201, { query: "?changeSet=1" });
  await send("patchVendor", 200, { at: ["hubspot"], query: "?changeSet=1" });
  await send("patchChangeSet", 200, { at: [1] });
  await send("sendTestMail", 200, { at: [1] });
  await send("approveChangeSet", 200, { at: [1], key: await r.key("announce") });
  await send("announceChangeSet", 200, { at: [1] });
  // What nobody knows the outcome of is decided after a day.
  const unknown = { outcome: { kind: "unknown", because: "internal_server_error (500)" } as const, limits: NO_LIMITS };
  await drain({ ...r.deps, mailer: { ...r.deps.mailer, send: async () => unknown } }, { budgetMs: 10_000 });
  r.passHours(24);
  await r.drain();
  const { data: batches } = await r.json("GET", "/v1/sending/batches", 200);
  await send("decideBatch", 200, { at: [batches[0].id] });
  await send("correctChangeSet", 201, { at: [1] });
  await send("postponeChangeSet", 200, { at: [1] });
  const { id: objection } = await send("enterResponse", 200);
  await send("resolveResponse", 200, { at: [objection] });
  await send("waiveApprovals", 200, { at: [1] });
  await send("redactVendor", 200, { at: ["hubspot"] });
  await send("withdrawChangeSet", 200, { at: [1] });
  const { id: plan } = await send("planImport", 201);
  await send("correctImport", 200, { at: [plan] });
  await send("applyImport", 200, { at: [plan] });
  await send("amendLaw", 201);
  const report = JSON.stringify(left.get("takeProviderReport")?.content["application/json"]?.example);
  await send("takeProviderReport", 200, { key: null, headers: signed(report) });
  await r.drain();
  await complain(r, "dpo@acme.example", "email.complained");
  const { data: suppressed } = await r.json("GET", "/v1/suppressions", 200);
  await send("liftSuppression", 204, { at: [suppressed[0].id] });

  expect([...left.keys()], "sent by no step").toEqual([]);
});

type Sent = {
  at?: (string | number | undefined)[];
  query?: string;
  key?: string | null;
  headers?: Record<string, string>;
};
