import { expect, test } from "vitest";
import { plain, read } from "./reading.ts";

const markdown = (text: string) => read(text, { format: "markdown" });

test("lines under labels tell of the vendor above them, whatever ends a line", async () => {
  for (const end of ["\n", "  \n", "\\\n"]) {
    const lines = (purpose: string, place: string) => `**Purpose:** ${purpose}${end}**Location:** ${place}\n\n`;
    const text = `# List\n\n## Larkspur\n${lines("Servers", "Ireland")}## Nimbus\n${lines("Mail", "Malta")}`;

    expect(plain(await markdown(text))).toEqual([
      ["List", ["", "Purpose", "Location"], ["Larkspur", "Servers", "Ireland"], ["Nimbus", "Mail", "Malta"]],
    ]);
  }
  const items =
    "- **Larkspur**\n  Purpose: Servers\n  Location: Ireland\n- **Nimbus**\n  Purpose: Mail\n  Location: Malta\n";
  expect(plain(await markdown(items))).toEqual([
    ["", ["", "Purpose", "Location"], ["Larkspur", "Servers", "Ireland"], ["Nimbus", "Mail", "Malta"]],
  ]);
});

test("a label is a field that one vendor alone has, and no part of its purpose", async () => {
  const text = `- **Larkspur**
  - Purpose: Servers
  - Location: Ireland
- **Nimbus**
  - Purpose: Mail
  - Location: Malta
  - Garanzie: SCC
  - Moon: full
- Crane - Support. Remember: it is a bird.
`;
  expect(plain(await markdown(text))).toEqual([
    [
      "",
      ["", "", "Purpose", "Location", "Garanzie", "Moon"],
      ["Larkspur", "", "Servers", "Ireland", "", ""],
      ["Nimbus", "", "Mail", "Malta", "SCC", "full"],
      ["Crane", "Support\nRemember: it is a bird.", "", "", "", ""],
    ],
  ]);
});

test("a vendor that stands alone under its heading is read by the labels of others", async () => {
  const vendor = (name: string) => `### ${name}\n\n- Purpose: Mail\n- Location: Malta\n\n`;
  const text = `## Servers\n\n${vendor("Larkspur")}${vendor("Nimbus")}## Mail\n\n${vendor("Fjord")}## Contact\n\n### Us\n\nMoon: full\n`;

  expect(plain(await markdown(text))).toEqual([
    ["Servers", ["", "Purpose", "Location"], ["Larkspur", "Mail", "Malta"], ["Nimbus", "Mail", "Malta"]],
    ["Mail", ["", "Purpose", "Location"], ["Fjord", "Mail", "Malta"]],
  ]);
});
