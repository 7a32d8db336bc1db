import { expect, test } from "vitest";
import { editedYaml, lineOf, newYaml, yamlOf } from "../../src/cli/list-yaml.ts";

const OURS = `# yaml-language-server: $schema=https://list.example/schemas/list-file-v1.json

# The list. Ask legal before you merge.
version: 1
vendors:
  # Where everything runs
  - slug: mill
    name: "Mill" # as in the contract
    services:
      - key: main
        purpose: Grinds
        locations: [{ country: FR }] # one place

  # Nobody knows why
  - slug: old
    name: Old
    services:
      - key: main
`;

const edited = (text: string, list: object) => editedYaml(yamlOf(text, "list.yaml"), list);

test("a change, an addition and a removal leave the comments and the form of everything else", () => {
  const after = {
    version: 1,
    vendors: [
      { slug: "anvil", name: "Anvil", services: [{ key: "main" }] },
      {
        slug: "mill",
        name: "Mill & Sons",
        services: [{ key: "main", purpose: "Grinds", locations: [{ country: "FR" }, { country: "DE" }] }],
      },
    ],
  };
  const text = edited(OURS, after);
  expect(yamlOf(text, "list.yaml").toJS()).toEqual(after);
  expect(text).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=https://list.example/schemas/list-file-v1.json

    # The list. Ask legal before you merge.
    version: 1
    vendors:
      - slug: anvil
        name: Anvil
        services:
          - key: main
      # Where everything runs
      - slug: mill
        name: "Mill & Sons" # as in the contract
        services:
          - key: main
            purpose: Grinds
            locations: [ { country: FR }, { country: DE } ] # one place
    "
  `);
});

test("a new file names its schema, and folds no line", () => {
  const text = newYaml(
    { version: 1, vendors: [{ slug: "a", note: "word ".repeat(60).trim() }] },
    "https://x.example/s.json",
  );
  expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=https://x.example/s.json");
  expect(text.split("\n")).toHaveLength(6);
});

test("a list that was empty is filled line by line", () => {
  const filled = edited("version: 1\nvendors: []\n", {
    version: 1,
    vendors: [{ slug: "a", services: [{ key: "main" }] }],
  });
  expect(filled).toBe("version: 1\nvendors:\n  - slug: a\n    services:\n      - key: main\n");
});

test("a place in the file is found by its line, and of what is not there the one above it", () => {
  const document = yamlOf(OURS, "list.yaml");
  const lines = ["/vendors/0/name", "/vendors/1/services/0/key", "/vendors/1/country", "/nothing"];
  expect(lines.map((pointer) => lineOf(document, OURS, pointer))).toEqual([8, 18, 15, null]);
});

test("what is no YAML is refused with its line, and so are aliases that would make millions of elements", () => {
  expect(() => yamlOf("vendors: [\n", "list.yaml")).toThrow(/^list\.yaml is no YAML: .*line 2/);
  expect(() => yamlOf("a: 1\na: 2\n", "list.yaml")).toThrow(
    /^list\.yaml has the key a twice in one object, at line 2\.$/,
  );
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefgh".split("").map((name, index) => {
      const before = "abcdefg"[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
    }),
  ];
  expect(() => yamlOf(bomb.join("\n"), "list.yaml")).toThrow(/^list\.yaml has aliases .*aliases/);
  // What a registry would refuse is refused before it is parsed, which would take minutes.
  const keys = Array.from({ length: 100_000 }, (_, key) => `k${key}: 1`).join("\n");
  expect(() => yamlOf(keys, "list.yaml")).toThrow(/^list\.yaml has more than \d+ (characters|keys)/);
});
