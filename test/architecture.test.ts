import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** The import table of ARCHITECTURE.md, as a test. */

const src = resolve(import.meta.dirname, "../src");

type Import = { from: string; to: string; typeOnly: boolean };

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(src, from), "utf8");
  const statements = text.matchAll(/(?:^|\n)(import|export)( type)?[^;"']*?from "([^"]+)"|import\("([^"]+)"\)/g);
  return [...statements].map(([, , type, statically, dynamically]) => {
    const named = statically ?? dynamically ?? "";
    const to = named.startsWith(".") ? relative(src, resolve(join(src, from), "..", named)) : named;
    return { from, to, typeOnly: type !== undefined };
  });
});

const within = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const show = ({ from, to }: Import) => `${from} imports ${to}`;
const offending = (rule: (each: Import) => boolean) => imports.filter(rule).map(show);

test("there are imports to judge", () => {
  expect(imports.length).toBeGreaterThan(100);
});

test("the registry owes; it never sends, renders or speaks HTTP", () => {
  const forbidden = ["notify", "page", "routes", "local", "words"].map(within);
  expect(offending(({ from, to }) => within("registry")(from) && forbidden.some((inside) => inside(to)))).toEqual([]);
  expect(offending(({ from, to }) => within("registry")(from) && to.startsWith("hono"))).toEqual([]);
});

test("the transfers know documents and dates by their types, and nothing else", () => {
  const isShape = ({ to, typeOnly }: Import) => within("registry")(to) && typeOnly;
  expect(
    offending((each) => within("transfers")(each.from) && !within("transfers")(each.to) && !isShape(each)),
  ).toEqual([]);
});

test("a pack is checked with the registry's hashes, differences, rule of approval and types, and nothing else of it", () => {
  const shared = ["registry/hash.ts", "registry/diff.ts", "registry/approval.ts"];
  const isShape = ({ to, typeOnly }: Import) => (within("registry")(to) || within("db")(to)) && typeOnly;
  const ours = ({ to }: Import) => files.some((file) => file === to);
  expect(
    offending(
      (each) =>
        within("evidence")(each.from) &&
        ours(each) &&
        !within("evidence")(each.to) &&
        !shared.includes(each.to) &&
        !isShape(each),
    ),
  ).toEqual([]);
});

test("the page and the words import no database, no mail and no HTTP", () => {
  const forbidden = ["notify", "routes", "local"].map(within);
  const pure = (path: string) => within("page")(path) || within("words")(path);
  expect(offending(({ from, to }) => pure(from) && forbidden.some((inside) => inside(to)))).toEqual([]);
  // A type is a shape, not a connection.
  expect(offending(({ from, to, typeOnly }) => pure(from) && within("db")(to) && !typeOnly)).toEqual([]);
});

test.each(["page", "evidence"])("%s: reaches the database by no detour either", (folder) => {
  const reaches = new Map<string, string>();
  const queue = files.filter(within(folder));
  for (const file of queue) {
    for (const { to } of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
      if (!reaches.has(to)) {
        reaches.set(to, file);
        queue.push(to);
      }
    }
  }
  expect(
    ["postgres", "db/client.ts", "drizzle-orm"]
      .filter((each) => reaches.has(each))
      .map((each) => `${reaches.get(each)} → ${each}`),
  ).toEqual([]);
});

test("mail shares only the description of a change with the page", () => {
  const shared = ["page/describe.ts"];
  expect(offending(({ from, to }) => within("notify")(from) && within("page")(to) && !shared.includes(to))).toEqual([]);
  expect(offending(({ from, to }) => within("notify")(from) && within("routes")(to))).toEqual([]);
});

test("the database knows nobody but the shapes it stores", () => {
  expect(
    offending(
      ({ from, to, typeOnly }) =>
        within("db")(from) && !within("db")(to) && !typeOnly && !/^(node:|drizzle-orm|postgres$)/.test(to),
    ),
  ).toEqual([]);
});

test("each outside thing is known to one file", () => {
  const importers = (name: RegExp) => [...new Set(imports.filter(({ to }) => name.test(to)).map(({ from }) => from))];
  expect(importers(/^postgres$/)).toEqual(["db/client.ts"]);
  expect(importers(/^resend$/)).toEqual(["notify/resend.ts"]);
  expect(importers(/^cloudflare:/).filter((file) => file !== "worker.ts")).toEqual([]);
  expect(importers(/^@hono\/node-server/).filter((file) => !within("local")(file))).toEqual(["server.ts"]);
});

test("nothing but the runtimes reads the environment or the time, or sleeps, on its own", () => {
  const own =
    /process\.env|new Date\(\)|Date\.now|performance\.now|set(?:Timeout|Interval)|timers\/promises|AbortSignal\.timeout/;
  const mayRead = new Set(["server.ts", "worker.ts", "clock.ts"]);
  // How long the database or the provider may take to answer is no time that a test could skip.
  const impatient = new Set(["routes/published.ts", "notify/resend.ts"]);
  const readers = files
    .filter((file) => !mayRead.has(file) && !impatient.has(file) && !within("local")(file))
    .filter((file) => own.test(readFileSync(join(src, file), "utf8")));
  expect(readers).toEqual([]);
  for (const file of impatient) {
    const found = readFileSync(join(src, file), "utf8").match(new RegExp(own, "g"));
    expect(found, file).toEqual([expect.stringMatching(/^setTimeout$|^AbortSignal\.timeout$/)]);
  }
});
