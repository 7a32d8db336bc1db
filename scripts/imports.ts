import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const src = resolve(import.meta.dirname, "../src");

/** The source files, by their paths within `src`. */
export const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

/** One import or re-export: `to` is a file of `src`, or the name of a package. */
export type Import = { from: string; to: string; typeOnly: boolean };

export const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(src, from), "utf8");
  return importsIn(text).map(({ named, typeOnly }) => {
    const to = named.startsWith(".") ? relative(src, resolve(join(src, from), "..", named)) : named;
    return { from, to, typeOnly };
  });
});

/** What a text imports or re-exports, for its names, for its effects alone, or only when it runs. */
export function importsIn(text: string): { named: string; typeOnly: boolean }[] {
  const statement = /^(?:import|export)(?:( type)?\b[^;"']*?\bfrom)? ?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...text.matchAll(statement)].map(([, type, statically, dynamically]) => ({
    named: statically ?? dynamically ?? "",
    typeOnly: type !== undefined,
  }));
}

/**
 * The rooms of the house from the ground up: a room may import those above it in this list, types included, and never
 * those below. A file of `src` belongs to the first room whose path it begins with.
 */
export const ROOMS = [
  "model/",
  "clock.ts",
  "log.ts",
  "config.ts",
  "db/",
  "deps.ts",
  "transfers/",
  "catalogue/",
  "imports/",
  "evidence/",
  "cli/",
  "sso/",
  "registry/log/",
  "registry/owed/",
  "registry/users/",
  "registry/changes/",
  "registry/people/",
  "registry/customers/",
  "registry/imports/",
  "registry/answers/",
  "registry/proof/",
  "registry/move/",
  "words/",
  "page/",
  "console/",
  "notify/",
  "routes/frame/",
  "routes/api/",
  "routes/public/",
  "routes/console/",
  "app.ts",
  "listening.ts",
  "local/",
  "renderer.ts",
  "node-http.ts",
  "server.ts",
  "worker.ts",
  "unused.ts",
] as const;
export type Room = (typeof ROOMS)[number];

export const roomOf = (file: string): Room | undefined => ROOMS.find((room) => file.startsWith(room));

/** Groups of files that import each other in a loop, types included (Tarjan's strongly connected components). */
export function circles(): string[][] {
  const targets = Map.groupBy(
    imports.filter(({ to }) => files.includes(to)),
    ({ from }) => from,
  );
  const found: string[][] = [];
  const seen = new Map<string, { index: number; low: number; open: boolean }>();
  const open: string[] = [];
  const visit = (file: string) => {
    const mine = { index: seen.size, low: seen.size, open: true };
    seen.set(file, mine);
    open.push(file);
    for (const { to } of targets.get(file) ?? []) {
      const theirs = seen.get(to) ?? visit(to);
      if (theirs.open) mine.low = Math.min(mine.low, theirs.low);
    }
    if (mine.low === mine.index) {
      const circle = open.splice(open.indexOf(file));
      for (const each of circle) {
        const closed = seen.get(each);
        if (closed) closed.open = false;
      }
      if (circle.length > 1) found.push(circle.sort());
    }
    return mine;
  };
  for (const file of files) if (!seen.has(file)) visit(file);
  return found;
}
