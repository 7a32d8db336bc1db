import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { nodeSettings, signInConfig, workerSettings } from "../src/config.ts";
import { newApiKey } from "../src/model/values/api-key.ts";
import worker from "../src/worker.ts";
import { expectProblem } from "./setup/registry.ts";

const refusal = (settings: () => unknown) => {
  try {
    settings();
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
  throw new Error("The settings were accepted");
};

test("on Node everything has a default, and an empty variable is one that is not set", () => {
  expect(nodeSettings({ DATABASE_URL: "", PORT: "" })).toMatchObject({
    PORT: 8787,
    MAILBOX_PORT: 8025,
    DATA_DIR: ".data",
    EXAMPLE: "better-isms",
  });
});

test("one error names every bad variable, and what it should be", () => {
  const lines = refusal(() =>
    nodeSettings({
      PORT: "http",
      PUBLIC_URL: "registry.example",
      DATABASE_URL: "mysql://x",
      TOKEN_SECRET: "short",
      MAIL_FROM: "nobody",
      NOW: "tomorrow",
      ADMIN_API_KEY: `${newApiKey().slice(0, -1)}!`,
    }),
  );
  expect(lines.map((line) => line.trim().split(" ")[0]).sort()).toEqual([
    "ADMIN_API_KEY",
    "DATABASE_URL",
    "MAIL_FROM",
    "NOW",
    "PORT",
    "PUBLIC_URL",
    "TOKEN_SECRET",
  ]);
  for (const line of lines) expect(line).toMatch(/ must /);
});

const OIDC = { OIDC_ISSUER: "https://id.acme.example", OIDC_CLIENT_ID: "registry", OIDC_CLIENT_SECRET: "secret" };
const ACCESS = { ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com", ACCESS_AUDIENCE: "a1b2" };

test("how people sign in is by mail, and by the providers that are set, with the roles that groups give", () => {
  expect(signInConfig(nodeSettings({}))).toEqual({ byMail: true, oidc: null, access: null, roles: [] });
  const given = { ...OIDC, ...ACCESS, SIGN_IN_BY_MAIL: "off" };
  const OIDC_ROLES = "Legal team = announce,cn=it,ou=groups=admin, staff=read";
  expect(signInConfig(nodeSettings({ ...given, OIDC_ROLES }))).toEqual({
    byMail: false,
    oidc: { issuer: "https://id.acme.example", clientId: "registry", clientSecret: "secret" },
    access: { teamUrl: "https://acme.cloudflareaccess.com", audience: "a1b2" },
    roles: [
      { group: "Legal team", role: "announce" },
      { group: "cn=it,ou=groups", role: "admin" },
      { group: "staff", role: "read" },
    ],
  });
});

test.each([
  ["OIDC_CLIENT_SECRET is missing", { ...OIDC, OIDC_CLIENT_SECRET: "" }],
  ["OIDC_ISSUER is missing", { OIDC_CLIENT_ID: "registry", OIDC_CLIENT_SECRET: "secret" }],
  ["OIDC_ISSUER must be", { ...OIDC, OIDC_ISSUER: "http://id.acme.example" }],
  ["OIDC_ROLES must be", { ...OIDC, OIDC_ROLES: "legal=king" }],
  ["OIDC_ROLES must be", { ...OIDC, OIDC_ROLES: "legal=read, staff" }],
  ["ACCESS_AUDIENCE is missing", { ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com" }],
  ["ACCESS_TEAM_DOMAIN must be", { ...ACCESS, ACCESS_TEAM_DOMAIN: "http://acme.cloudflareaccess.com" }],
  ["SIGN_IN_BY_MAIL is off", { SIGN_IN_BY_MAIL: "off" }],
  ["SIGN_IN_BY_MAIL must be", { SIGN_IN_BY_MAIL: "no" }],
])("a provider to sign in with that is set in part is refused at the start: %s", (says, settings) => {
  const [line = ""] = refusal(() => nodeSettings(settings));
  expect(line.trim().startsWith(says), line).toBe(true);
  expect(line).not.toContain("secret");
});

test("a sender of a domain in any script writes in its ASCII form", () => {
  expect(nodeSettings({ MAIL_FROM: "Köln <post@köln.example>" }).MAIL_FROM).toBe("Köln <post@xn--kln-sna.example>");
  expect(nodeSettings({ MAIL_FROM: "post@köln.example" }).MAIL_FROM).toBe("post@xn--kln-sna.example");
});

test.each([
  "Acme Privacy <privacy@acme.example",
  "Acme Privacy privacy@acme.example>",
  "Acme Privacy privacy@acme.example",
  "<privacy@acme.example",
])("a sender no mail could come from is refused at the start: %s", (MAIL_FROM) => {
  expect(refusal(() => nodeSettings({ MAIL_FROM }))).toEqual([
    expect.stringMatching(/^\s*MAIL_FROM must be an address/),
  ]);
});

test.each([
  "https://registry.example/?a=b",
  "https://registry.example/#top",
  "https://registry.example?",
  "https://user@registry.example",
  "https://user:password@registry.example",
  "https://:password@registry.example",
])("an address that no link can start with is refused at the start: %s", (PUBLIC_URL) => {
  for (const settings of [() => nodeSettings({ PUBLIC_URL }), () => workerSettings({ ...REAL, PUBLIC_URL })]) {
    const lines = refusal(settings);
    expect(lines).toEqual([expect.stringMatching(/^\s*PUBLIC_URL must have no user, query or fragment/)]);
    expect(lines.join()).not.toContain("password@");
  }
});

const REAL = {
  PUBLIC_URL: "https://registry.example",
  TOKEN_SECRET: "x".repeat(32),
  RESEND_API_KEY: "re_real",
  MAIL_FROM: "Acme Privacy <privacy@acme.example>",
};

test("links in real mail are https", () => {
  for (const settings of [nodeSettings, workerSettings]) {
    expect(settings(REAL)).toBeDefined();
    expect(settings({ ...REAL, PUBLIC_URL: "https://registry.example:8443/" })).toBeDefined();
    for (const PUBLIC_URL of ["http://registry.example", "http://localhost:8787"]) {
      expect(refusal(() => settings({ ...REAL, PUBLIC_URL }))).toEqual([
        expect.stringMatching(/^\s*PUBLIC_URL must be an https address/),
      ]);
      // To a stand-in beside us no mail leaves this machine.
      expect(settings({ ...REAL, PUBLIC_URL, RESEND_BASE_URL: "http://127.0.0.1:8025" })).toBeDefined();
    }
    expect(refusal(() => settings({ ...REAL, PUBLIC_URL: "" }))).toEqual([
      expect.stringMatching(/^\s*PUBLIC_URL is missing/),
    ]);
  }
  expect(nodeSettings({ PUBLIC_URL: "http://10.0.0.5:8787" }).PUBLIC_URL).toBe("http://10.0.0.5:8787");
});

test("the address to listen on is one, or absent", () => {
  expect(nodeSettings({}).HOST).toBeUndefined();
  for (const HOST of ["127.0.0.1", "::", "localhost"]) expect(nodeSettings({ HOST }).HOST).toBe(HOST);
  for (const HOST of ["http://127.0.0.1", "127.0.0.1 ::1", "/tmp/socket"]) {
    expect(refusal(() => nodeSettings({ HOST }))).toEqual([expect.stringMatching(/^\s*HOST must be/)]);
  }
});

const MOVED = { RESEND_API_KEY: "re_real", NOW: "2027-01-01T00:00:00Z" };

test("a real Resend key needs a secret and a sender, and refuses a moved clock", () => {
  for (const RESEND_BASE_URL of [
    "",
    "https://api.resend.com",
    "http://127.0.0.1.example",
    "http://localhost@mail.example",
    "http://localhost.example:8025",
    "http://128.0.0.1",
    "http://[::2]",
  ]) {
    const lines = refusal(() => nodeSettings({ ...MOVED, RESEND_BASE_URL })).join("\n");
    expect(lines, RESEND_BASE_URL).toMatch(/TOKEN_SECRET is missing/);
    expect(lines, RESEND_BASE_URL).toMatch(/MAIL_FROM is missing/);
    expect(lines, RESEND_BASE_URL).toMatch(/PUBLIC_URL is missing/);
    expect(lines, RESEND_BASE_URL).toMatch(/NOW is refused/);
  }
});

test("a stand-in for Resend on this machine needs none of them, and lets the clock be moved", () => {
  for (const host of ["127.0.0.1", "127.1.2.3:8025", "localhost:8025", "[::1]:8025"]) {
    expect(nodeSettings({ ...MOVED, RESEND_BASE_URL: `http://${host}` }).NOW).toEqual(new Date(MOVED.NOW));
  }
});

test("on Workers one error names every variable that is missing", () => {
  const names = (environment: Record<string, string>) =>
    refusal(() => workerSettings(environment))
      .map((line) => line.trim())
      .sort();
  expect(names({})).toEqual([
    expect.stringMatching(/^MAIL_FROM is missing/),
    expect.stringMatching(/^PUBLIC_URL is missing/),
    expect.stringMatching(/^RESEND_API_KEY is missing/),
    expect.stringMatching(/^TOKEN_SECRET is missing/),
  ]);
  const local = { RESEND_BASE_URL: "http://127.0.0.1:8025", PUBLIC_URL: "https://registry.example" };
  expect(names(local)).toEqual(["RESEND_API_KEY is missing", "TOKEN_SECRET is missing"]);
  const { config } = workerSettings({
    PUBLIC_URL: "https://registry.example/",
    TOKEN_SECRET: "x".repeat(32),
    RESEND_API_KEY: "re_real",
    MAIL_FROM: "Acme Privacy <privacy@acme.example>",
  });
  expect(config).toMatchObject({ publicUrl: "https://registry.example", resend: { baseUrl: null } });
});

const bound = { HYPERDRIVE: { connectionString: "postgres://u:p@127.0.0.1:1/x" } };

/** One request to the Worker, and what it logged. */
async function askWorker(env: object): Promise<{ response: Response; logged: string[] }> {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  const lifetime = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
  // biome-ignore lint/suspicious/noExplicitAny: bindings that are not as wrangler.toml makes them
  const response = await worker.fetch(new Request("https://registry.example/v1/vendors"), env as any, lifetime);
  return { response, logged: log.mock.calls.map(String) };
}

test("a Worker set up badly logs the variables once, without their values, and tells the client nothing", async () => {
  const { response, logged } = await askWorker({ ...bound, TOKEN_SECRET: "hunter2", ADMIN_API_KEY: "spr_hunter2" });
  await expectProblem(response, 500, "internal-error");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(logged).toHaveLength(1);
  const { event, time } = JSON.parse(logged[0] ?? "");
  expect(event).toBe("config.invalid");
  expect(time).toBe(new Date(time).toISOString());
  for (const name of ["PUBLIC_URL", "TOKEN_SECRET", "RESEND_API_KEY", "MAIL_FROM", "ADMIN_API_KEY"]) {
    expect(logged[0]).toContain(name);
  }
  expect(logged[0]).not.toContain("hunter2");
});

test("a Worker without its database binding answers a problem too, and logs what failed", async () => {
  const { response, logged } = await askWorker({
    PUBLIC_URL: "https://registry.example",
    TOKEN_SECRET: "x".repeat(32),
    RESEND_API_KEY: "re_real",
    MAIL_FROM: "privacy@acme.example",
  });
  await expectProblem(response, 500, "internal-error");
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ event: "error", name: "TypeError" }]);
});

test("the cron of a Worker set up badly says so in the log as well", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  // biome-ignore lint/suspicious/noExplicitAny: bindings that are not as wrangler.toml makes them
  await expect(worker.scheduled({}, bound as any)).rejects.toThrow("TOKEN_SECRET is missing");
  expect(log.mock.calls.map(String).join()).toContain("config.invalid");
});

test("Cloudflare keeps the app's log lines, and no line per request: its address may hold a token", async () => {
  const text = await readFile(new URL("../wrangler.toml", import.meta.url), "utf8");
  expect(text).toMatch(/^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m);
});

test("no value of a secret is repeated in the error", () => {
  const lines = refusal(() => nodeSettings({ TOKEN_SECRET: "hunter2", ADMIN_API_KEY: "spr_hunter2" })).join("\n");
  expect(lines).not.toContain("hunter2");
});
