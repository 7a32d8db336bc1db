import { expect, test } from "vitest";
import { nodeSettings, workerSettings } from "../src/config.ts";
import { newApiKey } from "../src/registry/api-key-format.ts";

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

test("a real Resend key needs a secret and a sender, and refuses a moved clock", () => {
  const lines = refusal(() => nodeSettings({ RESEND_API_KEY: "re_real", NOW: "2027-01-01T00:00:00Z" })).join("\n");
  expect(lines).toMatch(/TOKEN_SECRET is missing/);
  expect(lines).toMatch(/MAIL_FROM is missing/);
  expect(lines).toMatch(/NOW is refused/);
});

test("on Workers the address, the secret and the provider are required", () => {
  expect(refusal(() => workerSettings({})).join()).toMatch(/PUBLIC_URL is missing/);
  expect(refusal(() => workerSettings({ PUBLIC_URL: "https://registry.example" })).join()).toMatch(
    /TOKEN_SECRET is missing.*RESEND_API_KEY is missing/,
  );
  const { config } = workerSettings({
    PUBLIC_URL: "https://registry.example/",
    TOKEN_SECRET: "x".repeat(32),
    RESEND_API_KEY: "re_real",
    MAIL_FROM: "Acme Privacy <privacy@acme.example>",
  });
  expect(config).toMatchObject({ publicUrl: "https://registry.example", resend: { baseUrl: null } });
});

test("no value of a secret is repeated in the error", () => {
  const lines = refusal(() => nodeSettings({ TOKEN_SECRET: "hunter2", ADMIN_API_KEY: "spr_hunter2" })).join("\n");
  expect(lines).not.toContain("hunter2");
});
