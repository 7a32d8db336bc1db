import { describe, expect, test } from "vitest";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { read } from "./reading.ts";

/** Each vendor as "name: purpose, places", with "?" behind what is asked. */
async function listed(text: string, fileName = "list.md"): Promise<string[]> {
  const { vendors } = readVendors(await read(text, { fileName }));
  return vendors.map(({ document: { name, country, services }, guesses }) => {
    const isAsked = (pointer: string) =>
      guesses.some((each) => each.pointer === pointer && !each.sure && !each.offered);
    const mark = (value: string, pointer: string) => `${value}${isAsked(pointer) ? "?" : ""}`;
    const places = services.flatMap(({ locations }) =>
      locations.map((each, at) => mark(each.country, `/services/0/locations/${at}/country`)),
    );
    const said = [services[0]?.purpose, country && `of ${mark(country, "/country")}`, ...places];
    return `${mark(name, "/name")}: ${said.filter(Boolean).join(", ")}`;
  });
}

describe("plain lists", () => {
  const forms: [string, string][] = [
    ["bullets", "- Pebble Works — sends mail — Ireland\n- Tern Labs — hosting — US"],
    ["numbers and brackets", "1. Pebble Works: sends mail (Ireland)\n2. Tern Labs: hosting (US)"],
    ["bold names", "* **Pebble Works** – sends mail, Ireland\n* **Tern Labs** – hosting, US"],
    ["details below", "- Pebble Works\n  - sends mail\n  - Ireland\n- Tern Labs\n  - hosting\n  - US"],
    ["lines", "Pebble Works - sends mail - Ireland\nTern Labs - hosting - US"],
  ];
  test.each(forms)("without a heading are read, and asked about: %s", async (_, text) => {
    expect(await listed(text)).toEqual(["Pebble Works?: sends mail, IE?", "Tern Labs?: hosting, US?"]);
  });

  test("names that are links are sure, and places behind what they are for still asked", async () => {
    const text =
      "- [Pebble](https://pebble.example) – sends mail – Ireland\n- [Tern](https://tern.example) – hosting in Germany";
    expect(await listed(text)).toEqual(["Pebble: sends mail, IE?", "Tern: hosting in Germany, DE?"]);
  });

  test("names alone are read, as lines of a text that is pasted as well", async () => {
    const names = ["Pebble Works?: ", "Tern Labs?: "];
    expect(await listed("- Pebble Works\n- Tern Labs\n")).toEqual(names);
    expect(await listed("Pebble Works\r\nTern Labs\r\n", "list.txt")).toEqual(names);
    expect(await listed("- Pebble Works (US)\n- Tern Labs (Ireland)\n")).toEqual([
      "Pebble Works?: of US?",
      "Tern Labs?: of IE?",
    ]);
  });

  test("lines that are pasted are read behind a line that introduces them, and of companies with forms and places as well", async () => {
    const lines = "Pebble, Inc. (USA) - payments\nTern Labs Inc. (USA, EU) - mail\nGull GmbH (Germany) - hosting";
    const companies = ["Pebble: payments, of US", "Tern Labs: mail", "Gull: hosting, of DE"];
    for (const before of ["", "Our sub-processors:\n\n", "Our sub-processors:\n"])
      expect(await listed(before + lines, "list.txt")).toEqual(companies);
    expect(await listed("We use these:\nPebble Works - mail.\nNobody else.", "list.txt")).toEqual([]);
  });

  test("a list is of vendors by its heading, and others of the file are left; what is ruled out is no place", async () => {
    const text =
      "# Security\n\n- Encryption\n- Access control\n\n# Subprocessors\n\n- Pebble Works – mail – not US\n- Tern Labs – mail – Malta\n- Gull – Malta";
    expect(await listed(text)).toEqual(["Pebble Works?: mail – not US", "Tern Labs?: mail, MT?", "Gull?: MT?"]);
  });

  test("sentences, and lists under a heading of something else, name nobody", async () => {
    expect(await listed("# Data we process\n\n- Email addresses\n- Addresses of computers\n")).toEqual([]);
    expect(await listed("We take care of data.\nNobody else gets them.\n", "list.txt")).toEqual([]);
    expect(await listed("- Encryption\n- Access control\n\nMore:\n\n1. Backups\n2. Audits\n")).toEqual([]);
  });
});
