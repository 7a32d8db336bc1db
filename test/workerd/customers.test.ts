import { createScheduledController } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { verifyPack } from "../../src/evidence/pack/verify-pack.ts";
import worker from "../../src/worker.ts";
import { emptyDatabase } from "../setup/empty-database.ts";
import { PATIENT } from "../setup/patient.ts";

type Message = { subject: string; text: string };

beforeEach(async () => {
  await emptyDatabase(env.OWNER_URL);
  await fetch(`${env.RESEND_BASE_URL}/api/messages`, { method: "DELETE" });
});

const fetchApp = (path: string, init: RequestInit = {}) =>
  exports.default.fetch(`https://registry.example${path}`, init);

const call = (method: string, path: string, body?: unknown) =>
  fetchApp(path, {
    method,
    headers: {
      authorization: `Bearer ${env.ADMIN_API_KEY}`,
      "content-type": typeof body === "string" ? "text/csv" : "application/json",
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });

async function json(method: string, path: string, status: number, body?: unknown) {
  const response = await call(method, path, body);
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  return JSON.parse(text);
}

async function messages(to: string): Promise<Message[]> {
  const response = await fetch(`${env.RESEND_BASE_URL}/api/messages?to=${to}`);
  return ((await response.json()) as { data: Message[] }).data;
}

const received = (to: string, mails: number) =>
  vi.waitFor(async () => expect(await messages(to)).toHaveLength(mails), PATIENT);

const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The cron as it runs so many days from now. */
const runCron = (days: number) =>
  worker.scheduled(createScheduledController({ cron: "* * * * *" }), { ...env, NOW: at(days) });

test("customers in workerd: put, imported, told, reminded once, answered for, and all of it proved", async () => {
  await json("PUT", "/v1/organisation", 200, { name: "Acme", privacyEmail: "privacy@acme.example", reminderDays: 7 });
  await json("PUT", "/v1/customers/globex", 201, {
    name: "Globex",
    objectionPeriod: { days: 5 },
    contacts: [{ email: "dpo@globex.example" }],
  });
  const csv = "externalId;name;email;objectionDays\r\ninitech;Initech;dpo@initech.example;5\r\n";
  const planned = await json("POST", "/v1/customers/import?dryRun=true", 200, csv);
  expect(planned).toMatchObject({ dryRun: true, created: 1 });
  expect((await json("GET", "/v1/customers", 200)).data).toHaveLength(1);
  expect(await json("POST", "/v1/customers/import", 200, csv)).toEqual({ ...planned, dryRun: false });

  await json("POST", `/v1/vendors?announce=true&effectiveOn=${at(32).slice(0, 10)}`, 201, {
    name: "HubSpot",
    services: [{ purpose: "Newsletter", locations: [{ country: "FR" }] }],
  });
  for (const to of ["dpo@globex.example", "dpo@initech.example"]) await received(to, 1);

  const [notice] = await messages("dpo@globex.example");
  const link = /\/respond\/[\w-]+/.exec(notice?.text ?? "")?.[0] ?? "";
  expect(await (await fetchApp(link)).text()).toContain("Globex");
  expect(await (await fetchApp(`${link}/calendar.ics`)).text()).toContain("BEGIN:VCALENDAR");
  const answer = new URLSearchParams({ kind: "objected", customer: "globex", text: "No." });
  expect((await fetchApp(link, { method: "POST", body: answer })).status).toBe(200);
  await received("privacy@acme.example", 1);

  // Globex has answered; for Initech nobody has.
  await runCron(1);
  await runCron(1);
  await received("dpo@initech.example", 2);
  expect((await messages("dpo@initech.example")).at(-1)?.subject).toContain("reminder");
  expect((await messages("dpo@globex.example")).map(({ subject }) => subject)).not.toContainEqual(
    expect.stringContaining("reminder"),
  );

  const pack = await call("GET", "/v1/change-sets/1/evidence.zip");
  expect(pack.headers.get("content-type")).toBe("application/zip");
  expect(await verifyPack(Buffer.from(await pack.arrayBuffer()), env.TOKEN_SECRET)).toMatchObject({ wrong: null });
  expect(await json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, snapshots: 2 });
});
