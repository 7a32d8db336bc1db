import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { circles, files, type Import, imports, importsIn, ROOMS, roomOf, src } from "../scripts/imports.ts";

/** The rooms of ARCHITECTURE.md, as a test. `npm run graph` prints them. */

const within = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const show = ({ from, to }: Import) => `${from} imports ${to}`;
const offending = (rule: (each: Import) => boolean) => imports.filter(rule).map(show);
const floor = (file: string) => (ROOMS as readonly (string | undefined)[]).indexOf(roomOf(file));

test("every file is in a room, and there are imports to judge", () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test("an import is seen whatever its form, and a word about one is none", () => {
  const text = [
    'import "./effects.ts";',
    'import type { A } from "./type.ts";',
    'import {\n  b,\n} from "./names.ts";',
    'export * from "./all.ts";',
    'const late = await import("./late.ts");',
    'export const from = "./nothing.ts";',
  ];
  expect(importsIn(text.join("\n"))).toEqual([
    { named: "./effects.ts", typeOnly: false },
    { named: "./type.ts", typeOnly: true },
    { named: "./names.ts", typeOnly: false },
    { named: "./all.ts", typeOnly: false },
    { named: "./late.ts", typeOnly: false },
  ]);
});

test("a room imports those above it in the list and never one below, types included", () => {
  expect(offending(({ from, to }) => files.includes(to) && floor(to) > floor(from))).toEqual([]);
});

test("no files import each other in a circle, types included", () => {
  expect(circles()).toEqual([]);
});

test("what is pure knows neither the database nor the server, by no detour", () => {
  const pure = ["model", "transfers", "evidence", "words", "page", "console"].map(within);
  const isPure = (file: string) => pure.some((inside) => inside(file));
  const reaches = new Map<string, string>();
  const queue = files.filter(isPure);
  for (const file of queue) {
    for (const { to } of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
      if (!reaches.has(to)) {
        reaches.set(to, file);
        queue.push(to);
      }
    }
  }
  expect(reaches.size).toBeGreaterThan(100);
  const impure = (to: string) => /^(db\/|postgres$|drizzle-orm|hono$|registry\/|notify\/|routes\/)/.test(to);
  expect([...reaches].filter(([to]) => impure(to)).map(([to, file]) => `${file} → ${to}`)).toEqual([]);
});

test.each([
  ["transfers", "model"],
  ["catalogue", "model"],
  ["evidence", "model"],
  ["imports", "model", "catalogue"],
  ["cli", "model", "imports", "evidence"],
])("%s: knows %s, and no other room", (room, ...others) => {
  const known = [room, ...others].map(within);
  expect(
    offending(({ from, to }) => within(room)(from) && files.includes(to) && !known.some((inside) => inside(to))),
  ).toEqual([]);
});

test("the registry speaks no HTTP, and mail knows nothing of the page but how it describes a change", () => {
  expect(offending(({ from, to }) => within("registry")(from) && to.startsWith("hono"))).toEqual([]);
  expect(
    offending(({ from, to }) => within("notify")(from) && within("page")(to) && !within("page/describe")(to)),
  ).toEqual([]);
});

test("routes know nothing of the quickstart", () => {
  expect(offending(({ from, to }) => within("local")(to) && !within("local")(from) && from !== "server.ts")).toEqual(
    [],
  );
});

test("each outside thing is known to one file", () => {
  const importers = (name: RegExp) => [...new Set(imports.filter(({ to }) => name.test(to)).map(({ from }) => from))];
  expect(importers(/^postgres$/)).toEqual(["db/client.ts"]);
  expect(importers(/^resend$/)).toEqual(["notify/resend.ts"]);
  expect(importers(/^oauth4webapi$/)).toEqual(["sso/oidc.ts"]);
  expect(importers(/^jose$/)).toEqual(["sso/access.ts"]);
  const starters = imports.filter(({ to, typeOnly }) => to === "node:child_process" && !typeOnly);
  expect(starters.map(({ from }) => from)).toEqual(["local/child-process.ts"]);
  expect(importers(/^cloudflare:/).filter((file) => file !== "worker.ts")).toEqual([]);
  expect(importers(/^@hono\/node-server/).filter((file) => !within("local")(file))).toEqual(["node-http.ts"]);
});

test("scripts start other programs as the quickstart does: with an environment made for them", () => {
  const scripts = join(src, "../scripts");
  const starting = /^import (?!type\b).*"(?:node:)?child_process"|\bimport\("(?:node:)?child_process"\)/m;
  const offenders = readdirSync(scripts).filter((file) => starting.test(readFileSync(join(scripts, file), "utf8")));
  expect(offenders).toEqual([]);
});

test("nothing but the runtimes reads the environment or the time, or sleeps, on its own", () => {
  const own =
    /process\.env|new Date\(\)|Date\.now|performance\.now|set(?:Timeout|Interval)|timers\/promises|AbortSignal\.timeout/;
  const mayRead = new Set(["server.ts", "worker.ts", "clock.ts", "cli/spr.ts", "cli/github.ts"]);
  // How long the database, a provider or a registry may take to answer is no time that a test could skip.
  const impatient = new Set(["routes/frame/published.ts", "notify/resend.ts", "sso/oidc.ts", "cli/patience.ts"]);
  // The text of a script that browsers run.
  mayRead.add("console/kit/script.ts");
  const readers = files
    .filter((file) => !mayRead.has(file) && !impatient.has(file) && !within("local")(file))
    .filter((file) => own.test(readFileSync(join(src, file), "utf8")));
  expect(readers).toEqual([]);
  for (const file of impatient) {
    const found = readFileSync(join(src, file), "utf8").match(new RegExp(own, "g"));
    expect(found, file).toEqual([expect.stringMatching(/^setTimeout$|^AbortSignal\.timeout$/)]);
  }
});

test("only the frames turn what reads into what writes, make the registry's lock, and write the log", () => {
  const saying = (words: RegExp) => files.filter((file) => words.test(readFileSync(join(src, file), "utf8")));
  expect(saying(/\bwritable\(/)).toEqual(["db/reading.ts", "registry/log/frame.ts"]);
  expect(saying(/\bas (unknown as )?(WriteDb|Sending|SendingDeps)\b/)).toEqual(["db/client.ts"]);
  expect(saying(/\bas (Locked|Mutation)\b|\bnew Lock\b|\bawait audit\(/)).toEqual(["registry/log/frame.ts"]);
});

test("but for sending, only the runtimes and what the frames are made of know a database that writes", () => {
  const naming = /^import \{?[^;]*\b(WriteDb|Sending|SendingDeps)\b[^;]*;/m;
  const takers = files.filter((file) => naming.test(readFileSync(join(src, file), "utf8")));
  expect(takers.filter((file) => !within("notify")(file)).sort()).toEqual([
    "db/app-role.ts",
    "deps.ts",
    "registry/log/audit.ts",
    "registry/log/frame.ts",
    "registry/owed/deliveries.ts",
    "worker.ts",
  ]);
});

test("ARCHITECTURE.md draws the rooms in their order", () => {
  const [, picture = ""] = /```\nsrc\/\n(.*?)```/s.exec(readFileSync(join(src, "../ARCHITECTURE.md"), "utf8")) ?? [];
  let house = "";
  const drawn = [...picture.matchAll(/^( +)([\w.-]+\/?) /gm)].map(([, indent = "", name = ""]) => {
    if (indent.length === 4) return `${house}${name}`;
    house = name;
    return name;
  });
  const divided = ["registry/", "routes/"];
  const small = ["clock.ts", "log.ts", "config.ts", "deps.ts", "listening.ts", "unused.ts"];
  expect(drawn.filter((each) => !divided.includes(each))).toEqual(ROOMS.filter((room) => !small.includes(room)));
});
