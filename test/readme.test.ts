import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { loadExample } from "../src/local/example.ts";
import { freePort } from "../src/local/free-port.ts";
import { startMailbox } from "../src/local/mailbox/server.ts";
import { LANGUAGES } from "../src/model/values/languages.ts";
import { listen } from "../src/node-http.ts";
import { type Registry, registry } from "./setup/registry.ts";
import { WEBHOOK_SECRET } from "./setup/webhook.ts";

const root = resolve(import.meta.dirname, "..");
const readme = await readFile(join(root, "README.md"), "utf8");

/** The blocks of a chapter, as somebody pastes them; the last line of each is not its last word. */
const chapters = new Map(readme.split(/^##+ /m).map((text) => [text.split("\n")[0] ?? "", blocksOf(text)]));

function blocksOf(text: string): string[] {
  const blocks = text.match(/(?:^ {4}.*\n(?:\n(?= {4}))?)+/gm) ?? [];
  return blocks.map((block) => block.replace(/^ {4}/gm, ""));
}

/** What is not a command to be tried here, by how its block begins; and where it is shown instead. */
const ELSEWHERE = {
  "npm ci && npm start": "CI, and test/server.test.ts",
  "npm ci && npm test": "CI",
  "EXAMPLE=none DATA_DIR=.data/mine npm start": "test/server.test.ts: the settings of a start",
  "NOW=$(node -p": "test/server.test.ts: a start at a later date",
  "DATA_DIR=.data/itmatters npm run example": "test/examples.test.ts",
  "npm run dev": "test/workerd",
  "npm run bundle": "test/server.test.ts starts what it makes",
  "[Service]": "test/server.test.ts ends it by SIGTERM",
  "CMD [": "test/server.test.ts ends it by SIGTERM",
  "docker compose": "test/container.test.ts, as far as it can be read without building",
  "npm run spr": "test/cli/pull-request.test.ts",
  pg_dump: "PostgreSQL's own",
  "export SPR_REGISTRY": "test/move.test.ts",
};

const run = promisify(execFile);

/** A registry as `npm start` serves it, at a port of its own; mail goes out as it is owed. */
async function served(example: string) {
  const port = await freePort();
  const now = () => new Date();
  const webhook = { url: `http://localhost:${port}/hooks/resend`, secret: WEBHOOK_SECRET };
  const mailbox = await startMailbox({ port: 0, now, webhook, autoDeliver: true });
  const resend = { apiKey: "re_test", baseUrl: mailbox.url, webhookSecrets: [WEBHOOK_SECRET] };
  const r = await registry({ now: now().toISOString(), config: { publicUrl: `http://localhost:${port}`, resend } });
  if (example !== "none") await loadExample(r.deps, example);
  const sent: Promise<unknown>[] = [];
  const server = await listen({ ...r.deps, kick: () => sent.push(r.drain()) }, { port, hostname: "localhost" });
  const folder = await mkdtemp(join(tmpdir(), "readme-"));
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await Promise.allSettled(sent);
    await mailbox.close();
    await rm(folder, { recursive: true });
  });
  /** Runs blocks in one shell, which ends at the first command that fails; a refusal of the API is a failure. */
  const paste = async (blocks: string[]) => {
    const here = blocks
      .join("\n")
      .replaceAll("localhost:8787", `localhost:${port}`)
      .replaceAll("localhost:8025", new URL(mailbox.url).host)
      .replaceAll(".data/", `${folder}/`)
      .replace("export KEY=spr_…", `export KEY=${r.adminKey}`);
    const shell = `set -eo pipefail; curl() { command curl -sS --fail-with-body "$@"; }\n${here}`;
    const { stdout } = await run("bash", ["-c", shell], { cwd: root, maxBuffer: 1 << 24 });
    return stdout;
  };
  /** What was mailed, once all that is owed has gone out. */
  const subjects = async (to = "") => {
    await Promise.allSettled(sent);
    await r.drain();
    const answer = await fetch(`${mailbox.url}/api/messages${to && `?to=${to}`}`);
    return ((await answer.json()) as { data: { subject: string }[] }).data.map(({ subject }) => subject);
  };
  return { r, paste, subjects };
}

const commands = (chapter: string): string[] =>
  (chapters.get(chapter) ?? []).filter((block) => !Object.keys(ELSEWHERE).some((begin) => block.startsWith(begin)));

const listed = async (r: Registry) => (await r.json("GET", "/v1/vendors?status=active", 200)).data;

test("“Publish the list you have”: pasted as it stands, it publishes a list and mails nobody", async () => {
  const { r, paste, subjects } = await served("none");
  await paste(commands("Publish the list you have"));
  expect((await listed(r)).map(({ slug }: { slug: string }) => slug)).toEqual(["brevo", "hetzner"]);
  expect(await subjects()).toEqual([]);
});

test("“By the API” and “Rehearse disaster”: pasted as they stand, they do what the README says", async () => {
  const { r, paste, subjects } = await served("better-isms");
  const output = await paste(commands("By the API"));
  expect(output).toContain("Everything is as it was recorded.");
  // A link is answered by a page, of which only the code is printed.
  expect(output.match(/^200$/gm)).toHaveLength(2);
  expect(output).not.toContain("<main id=");
  expect(await subjects("dpo@acme.example"), "the notice, the receipt, the correction").toHaveLength(3);
  expect(await subjects("dpo@customer.example"), "to confirm, the notice, the correction").toHaveLength(3);
  expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([{ customer: "acme", kind: "objected" }]);
  expect(await paste(commands("Rehearse disaster")), "well again").toContain('"mode":"none","times":');
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toMatchObject([{ email: "dpo@customer.example" }]);
});

test("every block of the README is pasted by a test, or named with where it is shown", () => {
  const pasted = ["Publish the list you have", "By the API", "Rehearse disaster"];
  const others = [...chapters]
    .filter(([chapter]) => !pasted.includes(chapter))
    .flatMap(([chapter]) => commands(chapter));
  expect(others).toEqual([]);
  const all = [...chapters.values()].flat();
  for (const begin of Object.keys(ELSEWHERE))
    expect(
      all.some((block) => block.startsWith(begin)),
      begin,
    ).toBe(true);
});

test("the README's start line is that of `npm start`, its scripts exist, and it names every language", () => {
  expect(readme).toContain(packageJson.scripts.start);
  expect(readme).toContain(JSON.stringify(packageJson.scripts.start.split(" ")).replaceAll(",", ", "));
  for (const [, script = ""] of readme.matchAll(/npm run (?:-s )?([\w-]+)/g))
    expect(Object.keys(packageJson.scripts), script).toContain(script);
  const names = new Intl.DisplayNames("en", { type: "language" });
  for (const language of Object.keys(LANGUAGES)) expect(readme).toContain(names.of(language));
});

test("`npm ci`, which shows errors alone, hides nothing: every install script is allowed, and no package is deprecated", async () => {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const packages = Object.entries<{ hasInstallScript?: true; deprecated?: string }>(lock.packages).slice(1);
  const withScript = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = withScript.map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect([...new Set(names)].sort()).toEqual(Object.keys(packageJson.allowScripts).sort());
  expect(packages.filter(([, { deprecated }]) => deprecated)).toEqual([]);
});
