import { describe, expect, test } from "vitest";
import { type Place, placesIn } from "../../src/imports/places/places.ts";
import { CountryOrArea } from "../../src/model/vendor/countries.ts";

const said = ({ country, detail, kind, rule, sure, instead }: Place): string =>
  [
    rule === "excluded" ? "not:" : "",
    country,
    detail ? `[${detail}]` : "",
    kind === "processing" ? "" : `+${kind}`,
    sure ? "" : "?",
    instead.length > 0 ? `|${instead.join(",")}` : "",
  ].join("");

/** Places with what is known of where in brackets, "?" where unsure, other meanings behind "|", "not:" before what is ruled out; what was not understood behind "~". */
const reading = (text: string): string => {
  const { places, rest } = placesIn(text);
  return [places.map(said).join(" "), ...rest.map((each) => `~${each}`)].filter((each) => each !== "").join(" ");
};

const table = (lines: string): [string, string][] =>
  lines
    .trim()
    .split("\n")
    .map((line) => line.split(" => "))
    .map(([text = "", expected = ""]) => [text.trim().replaceAll("\\n", "\n"), expected.trim()]);

const PLAIN = table(`
Germany => DE
Deutschland => DE
Allemagne => DE
Alemania => DE
Germania => DE
Duitsland => DE
Tyskland => DE
Pays-Bas => NL
The Netherlands => NL
Niederlande => NL
Paesi Bassi => NL
Países Bajos => NL
Nederländerna => NL
Holland => NL
United States => US
United States of America => US
USA => US
U.S.A. => US
U.S. => US
US => US
États-Unis => US
ETATS-UNIS => US
Vereinigte Staaten => US
EE. UU. => US
EE.UU. => US
Stati Uniti => US
Verenigde Staten => US
VS => US
Förenta staterna => US
UK => GB
United Kingdom => GB
Royaume-Uni => GB
Großbritannien => GB
Verenigd Koninkrijk => GB
Storbritannien => GB
England => GB[England]
Ireland => IE
Irlande => IE
Republic of Ireland => IE
Ireland (Republic) => IE
Northern Ireland => GB[Northern Ireland]
Czech Republic => CZ
Tchéquie => CZ
Turkey => TR
Türkiye => TR
South Korea => KR
Republic of Korea => KR
Côte d'Ivoire => CI
Ivory Coast => CI
Hong Kong => HK
Macau => MO
Taiwan => TW
UAE => AE
Russian Federation => RU
Viet Nam => VN
Schweiz => CH
Suisse => CH
Svizzera => CH
Danmark => DK
미국 => US
대한민국 => KR
日本 => JP
Niger => NE
Nigeria => NG
Guinea => GN
Guinea-Bissau => GW
Equatorial Guinea => GQ
Papua New Guinea => PG
Jersey => JE
New Jersey => US[New Jersey]
Mexico => MX
New Mexico => US[New Mexico]
Dominica => DM
Dominican Republic => DO
India => IN
Indiana => US[Indiana]
Bosnia and Herzegovina => BA
Bosnia & Herzegovina => BA
Bosnien und Herzegowina => BA
Bosnie-Herzégovine => BA
Bosnia y Herzegovina => BA
Trinidad and Tobago => TT
Antigua & Barbuda => AG
Bosnia and Herzegovina and Serbia => BA RS
Democratic Republic of the Congo => CD
Republic of the Congo => CG
EU => EU
European Union => EU
Union européenne => EU
Europäische Union => EU
UE => EU
EU member states => EU
EEA => EEA
European Economic Area => EEA
EWR => EEA
EER => EEA
EEE => EEA
EU/EEA => EEA
EU and EEA => EEA
Europe => 150
South America => 005
Latin America => 419
Within the EU => EU
EU only => EU
in the EU region => EU
Hosted in Germany => DE
Singapore => SG
Luxembourg => LU
L-1855 Luxemburg => LU
🇩🇪 Germany => DE
🇩🇪 => DE
🇺🇸 🇮🇪 => US IE
🇪🇺, 🇬🇧 => EU GB
🇨🇦🇺🇸 => CA US
🇪🇺 Germany => DE
PR China => CN
PR of China => CN
Dublin:\\n- Germany\\n- France => IE[Dublin] DE FR
`);

const PARTS = table(`
Frankfurt, DE => DE[Frankfurt]
Frankfurt, Germany => DE[Frankfurt]
Frankfurt am Main => DE[Frankfurt am Main]
Francfort (Allemagne) => DE[Francfort]
60311 Frankfurt => DE[Frankfurt]
Germany (Frankfurt) => DE[Frankfurt]
Germany - Frankfurt => DE[Frankfurt]
Germany, Frankfurt => DE[Frankfurt]
Germany (EU) => DE
EU (Germany) => DE
EU (France/Germany) => FR DE
EU - Ireland => IE
Frankfurt / Falkenstein, Germany (EU) => DE[Frankfurt] DE[Falkenstein]
Dublin, Ireland, EU => IE[Dublin]
Dublin, Ireland; Frankfurt, Germany => IE[Dublin] DE[Frankfurt]
Paris, France and London => FR[Paris] GB[London]
Paris, London, Dublin => FR[Paris] GB[London] IE[Dublin]
Milano, Italia => IT[Milano]
Zürich, Schweiz => CH[Zürich]
Göteborg => SE[Göteborg]
Den Haag => NL[Den Haag]
Sevilla, España => ES[Sevilla]
San Francisco, CA => US[San Francisco, CA]
San Francisco, California, USA => US[San Francisco, California]
New York, NY 10001, USA => US[New York, NY]
New York => US[New York]
Virginia (US), Frankfurt (DE) => US[Virginia] DE[Frankfurt]
USA (Virginia, Oregon) => US[Virginia] US[Oregon]
California, Oregon => US[California] US[Oregon]
California => US[California]
British Columbia, Canada => CA[British Columbia]
Ontario, Canada => CA[Ontario]
Toronto, Ontario, CA => CA[Toronto, Ontario]
Victoria, BC, CA => CA[Victoria, BC]
Ontario CA, USA => US[Ontario, CA]
Ontario, CA, US => US[Ontario, CA]
Ontario, CA 91761, United States => US[Ontario, CA]
Victoria, CA, USA => US[Victoria, CA]
Sydney, NSW, Australia => AU[Sydney, NSW]
Toronto, CA => CA[Toronto]
Georgia, USA => US[Georgia]
Georgia (USA) => US[Georgia]
Atlanta, Georgia => US[Atlanta, Georgia]
Tbilisi, Georgia => GE[Tbilisi]
Cambridge, MA => US[Cambridge, MA]
Cambridge, UK => GB[Cambridge]
USA and EU => US EU
UK & EU => GB EU
USA, Germany, Ireland => US DE IE
US, EU => US EU
European Union / Malta => EU MT
Germany, EU, US => DE EU US
United States; Ireland => US IE
Germany\\nFrance => DE FR
Stati Uniti, Germania e Irlanda => US DE IE
Duitsland en Nederland => DE NL
Sverige och Finland => SE FI
eu-central-1 => DE[eu-central-1]
AWS eu-central-1 (Frankfurt, Germany) => DE[eu-central-1, Frankfurt]
us-east-1 => US[us-east-1]
US-East (us-east-1) => US[US-East, us-east-1]
us-west-2, eu-west-1 => US[us-west-2] IE[eu-west-1]
eu-west-2 => GB[eu-west-2]
eu-central-2 => CH[eu-central-2]
europe-west3 => DE[europe-west3]
europe-west1 => BE[europe-west1]
West US (California, United States) => US[West US, California]
Germany West Central => DE[Germany West Central]
UK South => GB[UK South]
EU (fra1 region) => DE[fra1]
ap-southeast-2 => AU[ap-southeast-2]
Germany (storage), India (remote access) => DE+storage IN+access
Storage: Germany; Backup: France => DE+storage FR+backup
Ireland (backup) => IE+backup
`);

const ASKED = table(`
Georgia => GE?|US
CA => CA?|US
DE => DE?|US
IN => IN?|US
USA, Georgia => US GE?|US
Armenia, Georgia, USA => AM GE?|US US
Ontario, CA => CA[Ontario, CA]?|US
Ontario (CA) => CA[Ontario, CA]?|US
Ontario, CA 91761 => CA[Ontario, CA]?|US
Victoria, CA => CA[Victoria, CA]?|US
Frankfurt, DE; Ontario, CA => DE[Frankfurt] CA[Ontario, CA]?|US
London, Ontario, Canada => GB[London]?|CA CA[Ontario]?|GB
Dublin, Ohio => IE[Dublin]?|US US[Ohio]?|IE
Paris, Texas => FR[Paris]?|US US[Texas]?|FR
London, Canada => GB[London]?|CA CA?|GB
Cambridge => GB[Cambridge]?|US
Vancouver => CA[Vancouver]?|US
Athens => GR[Athens]?|US
Valencia => ES[Valencia]?|VE
Korea => KR?|KP
Congo => CD?|CG
America => US?|019
Virgin Islands => VI?|VG
EU-West => EU?|IE,GB
EU Central => EU?|DE,CH
West Europe => NL?|155
Worldwide => 001?
global => 001?
Weltweit => 001?
Global (United States) => 001? US?
United States / Global => US 001?
CA, US => CA?|US US
IN, US => IN?|US US
Lebanon, NH => LB?|US US[NH]?|LB
Lebanon, PA => LB?|PA,US PA?|US,LB
Hong Kong, China => HK?|CN CN?|HK
Puerto Rico, USA => PR?|US US?|PR
Gibraltar (UK) => GI?|GB GB?|GI
Benelux => BE[Benelux]? NL[Benelux]? LU[Benelux]?
United States (multiple regions) => US? ~multiple
US, EU, multi-region => US? EU? ~multi
not in the EU => not:EU? ~not
Outside the EEA => not:EEA? ~Outside
EU, except Germany => EU? not:DE? ~except
USA (Americas customers only) => US? ~customers
EU (Frankfurt or Amsterdam region preferred) => DE[Frankfurt]? NL[Amsterdam]? ~preferred
Global edge network => 001? ~edge network
Germany (storage), India => DE+storage? IN?
EU-regio, of de VS => EU US
us or them => ~us or them
Varies => ~Varies
Distributed => ~Distributed
EU ✅ US ❌ => EU? US?
☑ EU ☐ US => EU? US?
~~US~~ EU => US? EU?
≠ US => US?
Germany? => DE?
🇺🇸 Ireland => IE? ~🇺🇸
🇽🇽 => ~XX
US: – => US?
US 2023 => US?
CN / PR => CN PR?
NA, EU => NA? EU
SA => SA?
AS => AS?
`);

const CODES = table(`
IT-MI => IT[IT-MI]
AU-WA => AU[AU-WA]
ES-CT => ES[ES-CT]
CH-FR => CH[CH-FR]
CH-GE => CH[CH-GE]
US-CA => US[US-CA]
CA-ON => CA[CA-ON]
GB-ENG => GB[GB-ENG]
DE-BY => DE[DE-BY]
IN-MH => IN[IN-MH]
US-IN => US[US-IN]
Milan (IT-MI) => IT[Milan, IT-MI]
Perth, AU-WA => AU[Perth, AU-WA]
US-VA, DE-HE => US[US-VA] DE[DE-HE]
UK-EU => GB EU
DE-AT-CH => DE?|US AT CH
RO-BG => RO BG?
GB-XYZ => GB? ~XYZ
Vancouver, BC => CA[Vancouver, BC]
Perth, WA => AU[Perth, WA]
Vancouver, WA => US[Vancouver, WA]
London, ON => GB[London]? ~ON
SEE => EEA?
RU => RU?|GB
Royaume-Uni (RU) => GB
Royaume-Uni, RU => GB
Reino Unido / RU => GB RU?|GB
Ireland (IR) => IE
Georgia (GE) => GE
DE (US) => DE?|US US?|DE
USA (CA) => US?|CA CA?|US
USA - CA => US CA?|US
Texas, CA => US[Texas] CA?|US
California, CA => US[California, CA]
`);

const CONTRADICTIONS = table(`
Washington, UK => US[Washington]?|GB GB?|US
Washington, England => US[Washington]?|GB GB[England]?|US
Florida, Uruguay => US[Florida]?|UY UY?|US
Uruguay, Florida => UY?|US US[Florida]?|UY
Texas, Australia => US[Texas]?|AU AU?|US
Virginia, Ireland => US[Virginia]?|IE IE?|US
NY, UK => US[NY]?|GB GB?|US
Bavaria, US => DE[Bavaria]?|US US?|DE
US, Bavaria => US?|DE DE[Bavaria]?|US
Ontario, California => CA[Ontario]?|US US[California]?|CA
Ireland - Frankfurt => IE?|DE DE[Frankfurt]?|IE
Germany, Paris => DE?|FR FR[Paris]?|DE
Northern Ireland, Ireland => GB[Northern Ireland]?|IE IE?|GB
Jersey, US => JE?|US US?|JE
Macedonia, Greece => MK?|GR GR?|MK
Niger, Nigeria => NE?|NG NG?|NE
Armenia, Colombia => AM?|CO CO?|AM
Dominica Republic => DO?|DM
Guiana => GY?|GF
US → Ireland => US? IE?
Washington / UK => US[Washington] GB
California, Oregon, Virginia => US[California] US[Oregon] US[Virginia]
Armenia, Georgia => AM GE?|US
IN, PH => IN?|US PH
Santiago, Chile => CL[Santiago]
San José, Costa Rica => CR[San José]
Melbourne, Victoria, Australia => AU[Melbourne, Victoria]
`);

const OFFICIAL = table(`
Korea, Republic of => KR
Korea (the Republic of) => KR
Korea, North => KP
Congo, Democratic Republic of the => CD
Congo (DRC) => CD
Guinea, Equatorial => GQ
Ireland, Northern => GB
Virgin Islands, U.S. => VI
Virgin Islands (British) => VG
Iran (Islamic Republic of) => IR
Taiwan, Province of China => TW
Tanzania, United Republic of => TZ
Micronesia (Federated States of) => FM
Macedonia, the former Yugoslav Republic of => MK
Saint Martin (French part) => MF
`);

const DENIED = table(`
EU (excluding Ireland) => EU? not:IE? ~excluding
EU excl. Ireland => EU? not:IE? ~excl
worldwide except EU, UK => 001? not:EU? not:GB? ~except
non-US => not:US? ~non
EU, no US; Norway => EU? not:US? NO? ~no
Germany (not US), Ireland => DE? not:US? IE? ~not
moved from US to Ireland => not:US? IE? ~moved from ~to
hors UE => not:EU? ~hors
nicht in den USA => not:US? ~nicht
fuera de la UE => not:EU? ~fuera de
fuori dall'UE => not:EU? ~fuori dall
buiten de EU => not:EU? ~buiten
utanför EU => not:EU? ~utanför
US: No, EU: Yes => US? EU? ~No ~Yes
Norge, NO, SE => NO SE
`);

describe("places in a cell", () => {
  test.each(PLAIN)("a country or area by its name: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
  test.each(PARTS)("several places, and cities, states and regions of clouds in them: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
  test.each(CODES)(
    "a code says the country before its hyphen, and one that may be another place's is asked: %s",
    (text, expected) => {
      expect(reading(text)).toBe(expected);
    },
  );
  test.each(CONTRADICTIONS)(
    "of places that contradict each other none is sure, but where they are listed: %s",
    (text, expected) => {
      expect(reading(text)).toBe(expected);
    },
  );
  test.each(OFFICIAL)("a country as ISO 3166-1 writes it: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
  test.each(DENIED)("what is ruled out narrows nothing, and is answered by itself: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
  test.each(ASKED)("what may be another place is unsure, and what is not understood is said: %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test("in a column of countries' codes, a code is a country", () => {
    const { places } = placesIn("CA, DE", { codesAreCountries: true });
    expect(places.map(said)).toEqual(["CA", "DE"]);
    const beside = (text: string) => placesIn(text, { codesAreCountries: true }).places.map(said).join(" ");
    expect(beside("San Francisco, CA"), "no Canada").toBe("US[San Francisco, CA]");
    expect(beside("San Francisco (CA)")).toBe("US[San Francisco, CA]");
    expect(beside("Dublin, CA")).toBe("IE[Dublin]?|CA,US CA?|US,IE");
    expect(beside("Poland, ME"), "Poland in Maine, or with Montenegro").toBe("PL?|ME,US ME?|US,PL");
    expect(["CA, USA", "DE, USA", "GA, USA"].map(beside)).toEqual(["CA?|US US", "DE?|US US", "GA?|US US"]);
    expect(["AR, US", "US, CO", "US - IN", "CA, NY"].map(beside)).toEqual([
      "AR?|US US",
      "US CO?|US",
      "US IN?|US",
      "CA?|US US[NY]",
    ]);
    expect(beside("CA, US, DE"), "a list of countries").toBe("CA US DE");
  });

  test("a long text takes as long as it has words, and what lies behind the limit is not understood", () => {
    const { places, rest } = placesIn("Germany, ".repeat(100_000));
    expect(places.map(said)).toEqual(["DE?"]);
    expect(rest).toHaveLength(1);
    expect(rest.join("").length).toBeGreaterThan(890_000);
    expect(placesIn("(".repeat(100_000)).places).toEqual([]);
  });

  test("every place is one that a document may name", () => {
    for (const [text] of [...PLAIN, ...PARTS, ...ASKED, ...CODES, ...CONTRADICTIONS, ...OFFICIAL, ...DENIED]) {
      for (const { country, instead } of placesIn(text).places) {
        for (const code of [country, ...instead]) expect(CountryOrArea.safeParse(code).success, code).toBe(true);
      }
    }
  });
});
