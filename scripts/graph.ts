import { readFileSync } from "node:fs";
import { join } from "node:path";
import { circles, files, imports, ROOMS, roomOf, src } from "./imports.ts";

/** Prints the rooms of the house with their sizes, whom each imports, and the circles there are: none. */

const linesOf = (file: string) => readFileSync(join(src, file), "utf8").split("\n").length - 1;

for (const room of ROOMS) {
  const inside = files.filter((file) => roomOf(file) === room);
  const lines = inside.reduce((sum, file) => sum + linesOf(file), 0);
  const used = new Set(imports.filter(({ from }) => inside.includes(from)).map(({ to }) => roomOf(to)));
  used.delete(room);
  const names = ROOMS.filter((each) => used.has(each)).map((each) => each.replace(/\/$/, ""));
  console.log(
    `${room.padEnd(22)} ${inside.length} files, ${lines} lines${names.length ? ` → ${names.join(", ")}` : ""}`,
  );
}

const found = circles();
console.log(found.length === 0 ? "\nNo circles." : "\nCircles:");
for (const circle of found) console.log(`  ${circle.join(" ↔ ")}`);
