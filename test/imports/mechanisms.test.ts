import { describe, expect, test } from "vitest";
import { dateIn, orderOf } from "../../src/imports/meaning/dates.ts";
import { toolsIn } from "../../src/imports/meaning/mechanisms.ts";
import {
  relationshipMeant,
  roleMeant,
  saysNothing,
  trainingMeant,
  yesOrNoMeant,
} from "../../src/imports/meaning/words-for.ts";

/** Tools with their module and the laws they are named for; "?" where unsure, what was not understood behind "~". */
const reading = (text: string): string => {
  const { tools, isNone, sure, rest } = toolsIn(text);
  const named = tools.map(
    ({ mechanism, module, regimes }) => `${mechanism}${module ?? ""}${regimes.length > 0 ? `(${regimes.join()})` : ""}`,
  );
  return [isNone ? "none" : `${named.join("+")}${sure ? "" : "?"}`, ...rest.map((each) => `~${each}`)].join(" ");
};

const table = (lines: string): [string, string][] =>
  lines
    .trim()
    .split("\n")
    .map((line) => line.split(" => "))
    .map(([text = "", expected = ""]) => [text.trim(), expected.trim()]);

const TOOLS = table(`
SCC => scc
SCCs => scc
EU SCCs => scc
Standard Contractual Clauses => scc
Standard Contractual Clauses (SCCs) => scc
EU Standard Contractual Clauses (2021/914) => scc
Art. 46(2)(c) GDPR: SCC => scc
clauses contractuelles types => scc
Clauses contractuelles types (CCT) => scc
Standardvertragsklauseln => scc
Standardvertragsklauseln (SVK) => scc
EU-Standardvertragsklauseln gemäß Art. 46 DSGVO => scc
Cláusulas Contractuales Tipo => scc
Clausole contrattuali tipo => scc
Clausole contrattuali standard => scc
Modelcontractbepalingen => scc
Standaardcontractbepalingen => scc
Standardavtalsklausuler => scc
SCC (Module 2) => scc2
SCCs, Module Two => scc2
SCCs (Modules 2 and 3) => scc2+scc3
SCCs (Module 2 & 3) => scc2+scc3
Standardvertragsklauseln (Modul 2) => scc2
CCT, module 3 => scc3
SCC (controller to processor) => scc2
SCC C2P => scc2
DPF => dpf
EU-U.S. DPF => dpf
EU-US Data Privacy Framework => dpf
EU-U.S. Data Privacy Framework certified => dpf
Data Privacy Framework (DPF) => dpf
Cadre de protection des données UE-États-Unis => dpf
Datenschutzrahmen EU-USA => dpf
Marco de Privacidad de Datos UE-EE. UU. => dpf
EU-VS-gegevensprivacykader => dpf
Swiss-US DPF => dpf(ch)
EU-US and Swiss-US Data Privacy Framework => dpf(eu,ch)
EU-U.S. DPF, UK Extension, Swiss-U.S. DPF => dpf(eu,uk,ch)
DPF and its UK Extension => dpf(eu,uk)? ~its
DPF and UK Extension => dpf(eu,uk)
DPF (EU-US, Swiss-US) => dpf(eu,ch)
UK-US Data Bridge => dpf(uk)
EU-US DPF + SCCs => dpf+scc
EU SCCs; EU-US Data Privacy Framework => scc+dpf
SCCs, UK Addendum => scc+uk-addendum
SCCs with UK Addendum => scc+uk-addendum
UK Addendum to the EU Standard Contractual Clauses => uk-addendum
Addendum britannique aux clauses contractuelles types => uk-addendum
SCCs and UK IDTA => scc+uk-idta
International Data Transfer Addendum => uk-addendum
Swiss Addendum => swiss-addendum
BCR => bcr
Binding Corporate Rules (BCRs) => bcr
Verbindliche interne Datenschutzvorschriften => bcr
Règles d'entreprise contraignantes => bcr
Adequacy => adequacy
Adequacy decision (Art. 45 GDPR) => adequacy
Décision d'adéquation => adequacy
Angemessenheitsbeschluss => adequacy
Decisión de adecuación => adequacy
Decisione di adeguatezza => adequacy
Adequaatheidsbesluit => adequacy
Beslut om adekvat skyddsnivå => adequacy
EU Cloud Code of Conduct => code-of-conduct
Art. 49 GDPR => derogation
SCC / DPF => scc+dpf
- SCC => scc
Standard Contractual Clause(s) => scc
SCCs (EU) 2021/914 of the European Commission => scc
`);

const NONE = table(`
None => none
N/A => none
Not applicable => none
Not applicable (EEA only) => none
No third-country transfer => none
EU => none
EEA => none
Germany (EU) => none
Sans objet => none
Nicht erforderlich => none
Entfällt => none
No aplica => none
Nessuno => none
N.v.t. => none
Niet van toepassing => none
Geen doorgifte => none
Ej tillämpligt => none
`);

const ASKED = table(`
Not under the DPF => dpf? ~Not
SCC under UK GDPR => scc? ~UK
SCCs apply via the vendor's DPA => scc? ~apply via the vendor
Provider terms with SCCs (part of the service terms) => scc? ~Provider terms ~part of the service terms
SCC or none => scc? ~or
Adequacy decision for Japan => adequacy? ~Japan
EU-US Privacy Shield => ? ~EU-US Privacy Shield
Swiss-US Privacy Shield, EU-US DPF => dpf? ~Swiss ~Privacy Shield
Yes => ? ~Yes
United States => ? ~United States
DPF ❌ => dpf?
DPF: ❌ SCC: ✓ => dpf+scc?
DPF = N => dpf?
DPF: N; SCC: Y => dpf+scc?
DPF: 0 => dpf?
DPF: – => dpf?
DPF – x => dpf?
DPF :x: => dpf?
☐ DPF ☑ SCC => dpf+scc?
DPF [ ] SCC => dpf+scc?
DPF [ ] SCC [x] => dpf+scc?
SCC (N) => scc?
Adequacy: N => adequacy?
~~SCC~~ => scc?
DPF? => dpf?
SCC 2010 => scc?
SCC 2010/87 => scc?
SCC Modules 1-3 => scc1+scc3?
SCC Module 1 to 4 => scc1+scc4?
SCC Module 5 => scc?
None? => ? ~None?
`);

describe("transfer tools in a cell", () => {
  test.each([...TOOLS, ...NONE])("by their names in each language: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
  test.each(ASKED)("with words that may say otherwise, none is sure: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
});

describe("whom the framework certifies", () => {
  const certified = (text: string) =>
    toolsIn(text).tools.flatMap(({ mechanism, certified: company }) => (mechanism === "dpf" ? [company] : []));

  test.each([
    ["DPF (Pebble, Inc.), SCC", "Pebble, Inc."],
    ["SCC module 3; EU-US DPF and UK Extension (Pebble LLC)", "Pebble LLC"],
    ["Data Privacy Framework (DPF) (Pebble, Inc.)", "Pebble, Inc."],
    ["DPF (Pebble, Inc.), Swiss-US DPF (Pebble, Inc.)", "Pebble, Inc."],
    ["DPF, certified: Pebble, Inc.", "Pebble, Inc."],
    ["DPF (UK Extension)", undefined],
    ["SCC", undefined],
  ])("is the company in brackets behind it: %s", (text, company) => {
    expect([toolsIn(text).sure, toolsIn(text).rest]).toEqual([true, []]);
    expect(certified(text)).toEqual(text === "SCC" ? [] : [company]);
  });

  test.each([
    "DPF (Pebble)",
    "DPF (not Pebble, Inc.)",
    "DPF (Formerly Pebble, Inc.)",
    "DPF (expired, Pebble, Inc.)",
    "DPF (Pebble, Inc. and Tern LLC)",
    "DPF (Pebble, Inc.), Swiss-US DPF (Tern LLC)",
    "SCC (Pebble, Inc.), DPF",
    "DPF (Pebble, Inc.; not Tern LLC)",
  ])("is nobody where brackets say more or another thing, and asked about: %s", (text) => {
    expect([certified(text), toolsIn(text).sure]).toEqual([[undefined], false]);
    expect(toolsIn(text).rest).not.toEqual([]);
  });
});

describe("words for one of a few values", () => {
  test("a module is quoted with its tool as it stands there", () => {
    expect(toolsIn("DPF; SCC (Module 3)").tools.map(({ from }) => from)).toEqual(["DPF", "SCC (Module 3)"]);
  });

  test("a role in each language; whoever a list of subprocessors calls a processor may be either", () => {
    const roles = ["Unterauftragsverarbeiter", "independent controller", "Empfänger", "titolare autonomo"];
    expect(roles.map((word) => roleMeant(word)?.value)).toEqual([
      "subprocessor",
      "independent-controller",
      "recipient",
      "independent-controller",
    ]);
    expect(roleMeant("Processor")).toEqual({ value: "processor", sure: false, instead: ["subprocessor"] });
    expect(roleMeant("Payment processor and fraud prevention")).toBeUndefined();
  });

  test("yes and no, training, affiliates, and nothing", () => {
    expect(["Oui", "nein", "sì", "✓", "perhaps"].map((word) => yesOrNoMeant(word)?.value)).toEqual([
      true,
      false,
      true,
      true,
      undefined,
    ]);
    expect(["never", "opt-in", "ja"].map((word) => trainingMeant(word)?.value)).toEqual([
      "never",
      "with-consent",
      "yes",
    ]);
    expect(["Konzerngesellschaft", "third party"].map((word) => relationshipMeant(word)?.value)).toEqual([
      "affiliate",
      "third-party",
    ]);
    expect(["", " – ", "n/a", "k.A.", "None", "Sentry"].map(saysNothing)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("dates in a cell", () => {
  test.each(
    table(`
    2025-03-04 => 2025-03-04
    2025.03.04 => 2025-03-04
    2025-03-04T10:00:00Z => 2025-03-04
    4.3.2025 => 2025-03-04
    04.03.2025 => 2025-03-04
    25/12/2025 => 2025-12-25
    12/25/2025 => 2025-12-25
    03/03/2025 => 2025-03-03
    4 March 2025 => 2025-03-04
    March 4, 2025 => 2025-03-04
    4th of March 2025 => 2025-03-04
    1er mars 2025 => 2025-03-01
    4. März 2025 => 2025-03-04
    4 de marzo de 2025 => 2025-03-04
    4 marzo 2025 => 2025-03-04
    4 maart 2025 => 2025-03-04
    4 mars 2025 => 2025-03-04
    Mar 4 2025 => 2025-03-04
    31/02/2025 => nothing
    March 2025 => nothing
    2nd quarter 2025 => nothing
    04/03/25 => nothing
    `),
  )("%s", (text, expected) => {
    expect(dateIn(text)?.date ?? "nothing").toBe(expected);
    expect(dateIn(text)?.sure ?? true).toBe(true);
  });

  test("day or month first is unsure, unless the column tells", () => {
    expect(dateIn("03/04/2025")).toEqual({ date: "2025-04-03", sure: false, instead: ["2025-03-04"] });
    const order = orderOf(["03/04/2025", "03/25/2025"]);
    expect(dateIn("03/04/2025", order)).toEqual({ date: "2025-03-04", sure: true, instead: [] });
    expect(orderOf(["01-07-2019", "18-11-2020"])).toBe("day-first");
    expect(orderOf(["13/01/2020", "01/13/2020"])).toBeUndefined();
  });
});
