import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../../src/cli/github/action.ts";
import type { Host } from "../../src/cli/host.ts";
import { main } from "../../src/cli/main.ts";
import { createApiKey } from "../../src/registry/users/api-keys.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";
import { link } from "../setup/signing-in.ts";

/**
 * The list is reviewed in pull requests: what `action.yml` runs, as a process of its own, between a registry that listens and
 * what stands in for GitHub's API.
 */

const root = resolve(import.meta.dirname, "../..");
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const HOSTILE = "$(touch pwned) `touch pwned` ::set-output name=x::y";

type Comment = { id: number; body: string; user: { type: string } };

/** Of GitHub's API what comments take; it writes down what it was asked. */
function github() {
  const comments: Comment[] = [
    { id: 1, body: "<!-- spr plan of subprocessors.yaml -->\nmine", user: { type: "User" } },
  ];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    let text = "";
    request.on("data", (piece) => {
      text += piece;
    });
    request.on("end", () => {
      const isAllowed = request.headers.authorization === "Bearer ghs_token";
      const id = Number(/comments\/(\d+)$/.exec(request.url ?? "")?.[1] ?? comments.length + 1);
      const there = comments.find((each) => each.id === id);
      if (isAllowed && request.method !== "GET") {
        const { body } = JSON.parse(text);
        if (there) there.body = body;
        else comments.push({ id, body, user: { type: "Bot" } });
      }
      response.writeHead(isAllowed ? 200 : 401, { "content-type": "application/json" });
      response.end(JSON.stringify(request.method === "GET" ? comments : {}));
    });
  });
  return { server, comments, asked };
}

const listening = (server: Server): Promise<string> =>
  new Promise((done) =>
    server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

describe("a list that is kept in git", () => {
  let r: Registry;
  let cwd: string;
  let env: Record<string, string>;
  const hub = github();
  const ends: (() => unknown)[] = [];
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  const read = (name: string) => (existsSync(join(cwd, name)) ? readFileSync(join(cwd, name), "utf8") : "");

  type Ended = { code: number; out: string; err: string };

  /** A process of ours, and how it ended. */
  const run = (args: string[], more: Record<string, string> = {}) =>
    new Promise<Ended>((done) => {
      const [program = "", ...rest] = args;
      execFile(program, rest, { cwd, env: { ...env, ...more } }, (error, out, err) =>
        done({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
      );
    });

  /** The same in this process, which costs less. */
  async function here(does: (host: Host) => Promise<number>, more: Record<string, string> = {}): Promise<Ended> {
    let [out, err] = ["", ""];
    const host: Host = {
      env: { ...env, ...more },
      fetch,
      cwd,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isTerminal: { out: false, err: false },
      wait: async () => {},
      ask: null,
    };
    return { code: await does(host), out, err };
  }
  const spr = (args: string[], more?: Record<string, string>) => here((host) => main(args, host), more);
  const happened = (event: string, payload: object) => {
    write("event.json", JSON.stringify(payload));
    return { GITHUB_EVENT_NAME: event };
  };
  const action = (event: string, payload: object, more: Record<string, string> = {}) =>
    here(runAction, { ...happened(event, payload), ...more });
  const actionProcess = (event: string, payload: object) =>
    run([process.execPath, join(root, "src/cli/github.ts")], happened(event, payload));
  const request = (head: string) => ({
    pull_request: { number: 7, title: HOSTILE, head: { ref: HOSTILE, repo: { full_name: head } } },
    repository: { full_name: "fernweh/list" },
  });
  const sets = async () => (await r.json("GET", "/v1/change-sets", 200)).data;

  beforeAll(async () => {
    r = await registry({ atEnd: (end) => ends.push(end) });
    await r.organisation({ name: "Fernweh", privacyEmail: "privacy@fernweh.example" });
    await r.listed(vendor({ name: "Mill", country: "FR" }), vendor({ name: "Loom" }));
    await r.follower("reader@customer.example");
    const server = createAdaptorServer({ fetch: r.app.fetch }) as Server;
    cwd = mkdtempSync(join(tmpdir(), "list-"));
    env = {
      PATH: process.env.PATH ?? "",
      SPR_REGISTRY: await listening(server),
      SPR_API_KEY: await r.key("write"),
      SPR_FILE: "subprocessors.yaml",
      GITHUB_API_URL: await listening(hub.server),
      GITHUB_TOKEN: "ghs_token",
      GITHUB_WORKSPACE: cwd,
      GITHUB_EVENT_PATH: join(cwd, "event.json"),
      GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
      GITHUB_OUTPUT: join(cwd, "output"),
      GITHUB_SHA: COMMIT,
    };
    ends.push(() => rmSync(cwd, { recursive: true }));
    for (const each of [server, hub.server]) ends.push(() => each.close());
    return async () => {
      for (const end of ends) await end();
    };
  });

  test("is planned on its pull request, merged into one draft, announced by a person, and pulled as it was merged", async () => {
    expect(await spr(["pull"])).toMatchObject({ code: 0 });
    expect(await spr(["plan"])).toMatchObject({ code: 0, out: "Nothing would change: 2 vendors.\n" });

    // The branch.
    const added =
      "  - slug: anvil\n    name: '@everyone | ![x](https://evil.example/x.png)'\n    services:\n      - key: main\n        purpose: 'Forges ##[add-mask]x'\n";
    const edited =
      read("subprocessors.yaml").replace("country: FR\n    services", "country: DE # they move\n    services") + added;
    write("subprocessors.yaml", edited);
    expect(await spr(["plan"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("1 to add, 1 to change; 1 as they are."),
    });
    const planned = await actionProcess("pull_request", request("fernweh/list"));
    expect(planned, planned.err).toMatchObject({ code: 0 });
    const plan = hub.comments.at(-1)?.body;
    expect(plan).toMatchInlineSnapshot(`
      "<!-- spr plan of subprocessors.yaml -->
      **1 to add, 1 to change; 1 as they are.**

      | | Vendor | Weight | What changes |
      |---|---|---|---|
      | Changed | \`Mill\` | \`material: country of establishment is now Germany\` | \`country\`: \`FR → DE\` |
      | Added | \`@everyone \\| ![x](https://evil.example/x.png)\` | \`material: vendor added\` | \`services.main\`: \`{"purpose":"Forges ##[add-mask]x"}\` |

      Once merged, this becomes a draft. Nobody is told before a person announces it.
      "
    `);
    expect(read("summary.md")).toContain("1 to add, 1 to change");
    expect(hub.comments[0]?.body, "what a person wrote is not changed").toContain("mine");

    // The same again says nothing; another edit changes the one comment; a list that is none is said there too.
    hub.asked.length = 0;
    await action("pull_request", request("fernweh/list"));
    expect(hub.asked.filter((each) => !each.startsWith("GET"))).toEqual([]);
    write("subprocessors.yaml", `${edited}        locations: [{ country: Germany }]\n`);
    const wrong = await action("pull_request", request("fernweh/list"));
    expect(wrong).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^::error::.*line \d+, \/vendors\/2\/services\/0\/locations\/0\/country/),
    });
    expect(hub.comments.at(-1)?.body).toContain("The list cannot be planned");
    write("subprocessors.yaml", edited);
    await action("pull_request", request("fernweh/list"));
    expect(hub.comments).toHaveLength(2);
    expect(hub.comments.at(-1)?.body).toBe(plan);
    expect((await r.json("GET", "/v1/imports", 200)).data, "plans that were told are gone").toEqual([]);

    // Merged, and the job is run twice.
    const before = (await sets()).length;
    const pushed = { repository: { default_branch: "main" } };
    env.GITHUB_REF = "refs/heads/feature";
    expect(await actionProcess("push", pushed)).toMatchObject({ code: 0 });
    expect(await sets(), "what is pushed elsewhere is planned alone").toHaveLength(before);
    env.GITHUB_REF = "refs/heads/main";
    const merged = await actionProcess("push", pushed);
    expect(merged, merged.out).toMatchObject({
      code: 0,
      // Nothing of the list: the runner would take its `##[` for a command of the job.
      out: expect.stringMatching(/^::notice::It is in change set 2\.[^\n]*\n$/),
    });
    expect(read("output")).toBe("change-set=2\n");
    expect(await action("push", pushed)).toMatchObject({
      code: 0,
      out: expect.stringContaining("there is nothing to draft"),
    });
    const after = await sets();
    expect(after).toHaveLength(before + 1);
    expect(after[0]).toMatchObject({ number: 2, state: "draft", reference: COMMIT });
    expect(await spr(["status"])).toMatchObject({ code: 0, out: expect.stringContaining(`2 (${COMMIT}): `) });

    // Announced: not by the job's key, and not by nobody's.
    await r.drain();
    expect(await r.messages()).toEqual([]);
    expect(await spr(["announce", "2", "--on", "2027-03-01", "--yes"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("Announcing is a person's"),
    });
    const { id } = await link(r, "announce");
    const { key } = await createApiKey(r.deps, `user:${id}`, { name: "Léa's", scopes: ["announce"] });
    const own = { SPR_API_KEY: key };
    expect(await spr(["announce", "2", "--yes"], own)).toMatchObject({
      code: 64,
      err: expect.stringContaining("Say the day: --on 2026-12-22"),
    });
    const early = await spr(["announce", "2", "--on", "2026-11-25", "--yes"], own);
    expect(early).toMatchObject({ code: 1, err: expect.stringMatching(/2026-12-22/) });
    const done = await spr(["announce", "2", "--on", "2027-03-01", "--yes"], own);
    expect(done, done.err).toMatchObject({
      code: 0,
      out: expect.stringMatching(/1 followers\n(.*\n)*Announced for 2027-03-01: /),
    });
    await r.drain();
    expect(await r.messages("reader@customer.example")).toHaveLength(1);

    expect(await spr(["pull"])).toMatchObject({ code: 0, err: expect.stringContaining("was as the list is") });
    expect(read("subprocessors.yaml")).toBe(edited);
    expect(await spr(["plan"])).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
  });

  test("on a pull request from a fork gets no key, says so, and asks nobody anything", async () => {
    hub.asked.length = 0;
    for (const [head, key] of [
      ["stranger/list", "spr_"],
      ["fernweh/list", ""],
    ] as const) {
      const said = await action("pull_request", request(head), {
        SPR_API_KEY: key,
        SPR_REGISTRY: "https://nowhere.example",
      });
      expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^::notice::.*no key.*not planned/) });
    }
    expect(hub.asked).toEqual([]);
    expect(await action("pull_request_target", request("stranger/list"))).toMatchObject({
      code: 1,
      out: expect.stringContaining("::error::The action runs on push"),
    });
  });

  test("is not asked for anything where how many vendors may go is no number", async () => {
    const wrong = { SPR_ALLOW_REMOVALS: "many", SPR_REGISTRY: "https://nowhere.example" };
    hub.asked.length = 0;
    for (const [event, payload] of [
      ["pull_request", request("fernweh/list")],
      ["push", { repository: { default_branch: "main" } }],
    ] as const)
      expect(await action(event, payload, wrong), event).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^::error::allow-removals must be a number/),
      });
    expect(hub.asked).toEqual([]);
  });

  test("pushed to a fork, which has no key, is not applied, and that is said; elsewhere a key that is missing fails", async () => {
    const without = { SPR_API_KEY: "" };
    for (const GITHUB_REF of ["refs/heads/main", "refs/heads/feature"])
      expect(
        await action("push", { repository: { default_branch: "main", fork: true } }, { ...without, GITHUB_REF }),
      ).toMatchObject({ code: 0, out: expect.stringMatching(/^::notice::Nothing is applied: .* fork/) });
    const missing = { code: 1, out: expect.stringMatching(/^::error::An API key is needed/) };
    expect(await action("push", { repository: { default_branch: "main", fork: false } }, without)).toMatchObject(
      missing,
    );
    expect(await action("workflow_dispatch", { repository: { fork: true } }, without)).toMatchObject(missing);
  });

  test("on GitHub without the permission to comment is planned in the summary of its job", async () => {
    write("subprocessors.yaml", read("subprocessors.yaml").replace("Forges", "Forges iron"));
    const said = await action("pull_request", request("fernweh/list"), { GITHUB_TOKEN: "none" });
    expect(said).toMatchObject({
      code: 0,
      out: expect.stringContaining("::warning::The plan is not on the pull request: GitHub answered 401"),
    });
    expect(read("summary.md")).toContain("Forges iron");
  });

  test("elsewhere is planned and applied by a shell script that is run in the same way", async () => {
    const script = (...args: string[]) => ["sh", join(root, "ci/subprocessors.sh"), ...args];
    const here = {
      SPR: `${process.execPath} ${join(root, "src/cli/spr.ts")}`,
      CI_COMMIT_SHA: "c0ffee",
      GITHUB_SHA: "",
    };
    expect(await run(script("plan"), here)).toMatchObject({ code: 0, out: expect.stringContaining("1 to change") });
    expect(read("plan.md")).toContain("Forges iron");
    expect(await run(script("apply"), here)).toMatchObject({
      code: 0,
      out: expect.stringContaining("by the reference c0ffee"),
    });
    const count = (await sets()).length;
    expect(await run(script("apply"), here)).toMatchObject({ code: 0 });
    expect(await sets()).toHaveLength(count);
    expect(await run(script("apply"), { ...here, SPR_API_KEY: "" })).toMatchObject({
      code: 0,
      err: expect.stringContaining("no API key"),
    });
    expect(await run(script("push"), here)).toMatchObject({ code: 64 });
  });
});
