import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

test("every test that docs/conformance.md names exists", () => {
  const document = readFileSync(resolve(root, "docs/conformance.md"), "utf8");
  const rows = document.split("\n").filter((line) => line.startsWith("|") && line.includes("`test/"));
  const missing = rows.flatMap((row) => {
    // `test/file.ts` "name", "another"; `test/other.ts` "name"
    const mentions = row.split(/(?=`test\/[^`]+`)/).slice(1);
    return mentions.flatMap((mention) => {
      const file = /`(test\/[^`]+)`/.exec(mention)?.[1] ?? "";
      if (!existsSync(resolve(root, file))) return [file];
      const source = readFileSync(resolve(root, file), "utf8");
      const names = [...mention.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? "");
      return names.filter((name) => !source.includes(name)).map((name) => `${file}: ${name}`);
    });
  });
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

test.each([
  "README.md",
  "ARCHITECTURE.md",
  "docs/people.md",
  "docs/delivery.md",
  "docs/evidence.md",
  "docs/transfers.md",
  "docs/security.md",
  "CONTRIBUTING.md",
])("%s: what it links to, and every file it names, is there", (name) => {
  const document = readFileSync(resolve(root, name), "utf8");
  const links = [...document.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = ""]) =>
    resolve(root, name, "..", to),
  );
  const rooms = /`((?:model|db|transfers|evidence|registry|words|page|notify|routes|local)\/[\w./-]+\.(?:tsx?|json))`/g;
  const paths = /`((?:src|test|schemas|scripts|migrations|docs)\/[\w./-]+)`/g;
  const named = [
    ...[...document.matchAll(rooms)].map(([, file = ""]) => resolve(root, "src", file)),
    ...[...document.matchAll(paths)].map(([, path = ""]) => resolve(root, path)),
  ];
  expect([...links, ...named].filter((file) => !existsSync(file))).toEqual([]);
});
