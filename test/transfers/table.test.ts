import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Regime, type Safeguard, VendorDocument } from "../../src/model/vendor/vendor-document.ts";
import { subjectOf } from "../../src/transfers/index.ts";
import { assess, findingsOf } from "./by-this-edition.ts";

type Row = {
  regime: Regime;
  on: string;
  places: string;
  stated: string;
  verdict: string;
  finds: string;
  why: string;
};

const [, ...ROWS] = readFileSync(new URL("table.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line): Row => {
    const [regime, on = "", places = "", stated = "", verdict = "", finds = "", why = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    return { regime: regime as Regime, on, places, stated, verdict, finds, why };
  });

const words = (text: string) => text.split(" ").filter((word) => word !== "");

/** As the table writes it: `scc3/eu,uk(US,PH)`. */
function safeguard(text: string): unknown {
  const [, mechanism, module, regimes, countries] = /^([a-z-]+)(\d)?(?:\/([a-z,]+))?(?:\((.+)\))?$/.exec(text) ?? [];
  const stated: Partial<Record<keyof Safeguard, unknown>> = { mechanism };
  if (module) stated.module = Number(module);
  if (regimes) stated.regimes = regimes.split(",");
  if (countries) stated.countries = countries.split(",");
  if (mechanism === "dpf") stated.checkedOn = "2026-01-15";
  return stated;
}

function vendor({ places, stated }: Row): VendorDocument {
  const [at = "", seat] = places.split(": ").reverse();
  const [role] = words(stated).filter((word) => ["processor", "controller"].includes(word));
  const safeguards = words(stated).filter((word) => word !== role);
  return VendorDocument.parse({
    name: "Tool",
    ...(seat && { country: seat }),
    services: [
      {
        key: "main",
        ...(role && { role: role === "controller" ? "independent-controller" : role }),
        locations: words(at)
          .filter((place) => place !== "nowhere")
          .map((place) => {
            const [country, kind] = place.split(":");
            return { country, ...(kind && { kind }) };
          }),
        safeguards: safeguards.map(safeguard),
      },
    ],
  });
}

describe("a transfer is judged as the law's text has it", () => {
  test.each(ROWS)("$regime $on $places $stated: $why", (row) => {
    const document = vendor(row);
    const [service] = document.services;
    if (!service) throw new Error("no service");

    expect(assess(subjectOf(document, service), row.regime, row.on).verdict).toBe(row.verdict);

    const found = findingsOf(document, { regimes: [row.regime], on: row.on }).map(({ code }) => code);
    for (const code of words(row.finds)) {
      if (code.startsWith("!")) expect(found).not.toContain(code.slice(1));
      else expect(found).toContain(code);
    }
  });
});
