import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** The files by which others build and run it, as far as they can be read without building anything. */

const root = resolve(import.meta.dirname, "..");
const textOf = (name: string) => readFileSync(join(root, name), "utf8");
const { devDependencies } = JSON.parse(textOf("package.json")) as { devDependencies: Record<string, string> };

test("the Dockerfile passes its linter; its stages are of a fixed version, and the last one is no root's and says how it is", () => {
  const text = textOf("Dockerfile");
  expect(validate(text)).toEqual([]);
  const stages = text.split(/^(?=FROM )/m).slice(1);
  for (const stage of stages) expect(stage).toMatch(new RegExp(`^FROM node:${devDependencies.node}-\\w+-slim\\b`));
  const last = stages.at(-1) ?? "";
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  expect(last.indexOf("USER node")).toBeGreaterThan(last.lastIndexOf("COPY "));
  for (const [, args = ""] of text.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
    for (const source of args.split(" ")) expect(existsSync(join(root, source)), source).toBe(true);
});

type Service = {
  image: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  command?: string[];
  entrypoint?: string[];
};

test("compose starts the server as the app's role, after the migrations, after PostgreSQL, and opens nothing to others", () => {
  const { services } = parse(textOf("compose.yaml")) as { services: Record<string, Service> };
  const { database, migrate, server } = services;
  expect(migrate?.depends_on).toEqual({ database: { condition: "service_healthy" } });
  expect(server?.depends_on).toEqual({ migrate: { condition: "service_completed_successfully" } });
  expect(server?.environment?.DATABASE_URL).toMatch(/^postgres:\/\/registry_app:/);
  expect(migrate?.environment?.DATABASE_URL).toMatch(/^postgres:\/\/owner:/);
  expect(database?.ports).toBeUndefined();
  for (const port of server?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  for (const { image } of Object.values(services)) expect(image).toMatch(/:\d+\.\d+/);
  const [, mounted = ""] = /^(\.\/[^:]+):/.exec(database?.volumes?.[1] ?? "") ?? [];
  expect(statSync(join(root, mounted)).mode & 0o111).toBe(0o111);
  const settings = textOf("README.md");
  for (const name of Object.keys(server?.environment ?? {})) expect(settings).toContain(`\`${name}\``);
});

test("what compose runs besides the server runs on Node alone, without what builds and tests", async () => {
  const { services } = parse(textOf("compose.yaml")) as { services: Record<string, Service> };
  const run = promisify(execFile);
  const env = { PATH: process.env.PATH, DATABASE_URL: "postgres://owner:x@127.0.0.1:1/registry" };
  for (const { command, entrypoint } of Object.values(services)) {
    const [program, ...args] = command ?? entrypoint ?? [];
    if (program === undefined) continue;
    expect(program).toBe("node");
    const failed = await run(process.execPath, args, { cwd: root, env }).catch((error) => error);
    expect(failed.stderr).toMatch(/^(The migrations failed\. The database cannot be reached|Say whom)/);
  }
});

test("the action names what it uses by its commit, and writes nothing that others have written into a command", () => {
  const { runs } = parse(textOf("action.yml")) as { runs: { steps: { uses?: string; run?: string }[] } };
  for (const { uses } of runs.steps.filter((step) => step.uses)) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  for (const { run } of runs.steps.filter((step) => step.run)) expect(run).not.toContain("${{");
});
