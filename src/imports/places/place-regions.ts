/** Parts of countries that lists name, and the regions of cloud providers. Each list is parted by "|". */

/** The states of the United States with the codes of their post. Some are countries' names or codes as well. */
export const US_STATES =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia";

/** Codes of the post for parts of other countries, which are read behind a place of these alone, and are no country's. */
export const POST_CODES: Readonly<Record<string, ReadonlySet<string>>> = {
  AU: new Set(["NSW", "QLD", "TAS", "VIC", "WA"]),
  CA: new Set(["AB", "BC", "MB", "NB", "NS", "ON", "QC"]),
};

/** The names of states in other languages, and other names of them. */
export const US_STATES_TOO =
  "Californie|Kalifornien|Californië|Virginie|Géorgie|Texas|Oregón|Orégon|Floride|Pennsylvanie|Washington State|State of Washington|Washington D.C.|Washington DC|Northern Virginia|N. Virginia|Northern California|N. California|Nouvelle-York|New York State|Bay Area|Silicon Valley";

export const STATES: Readonly<Record<string, string>> = {
  GB: "England|Scotland|Wales|Northern Ireland|Angleterre|Écosse|Pays de Galles|Irlande du Nord|Schottland|Nordirland|Inglaterra|Escocia|Irlanda del Norte|Inghilterra|Scozia|Irlanda del Nord|Engeland|Schotland|Noord-Ierland|Skottland",
  CA: "British Columbia|Colombie-Britannique|Ontario|Quebec|Québec|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland",
  AU: "New South Wales|NSW|Victoria|Queensland|South Australia|Western Australia|Tasmania|Australian Capital Territory",
  DE: "Bayern|Bavaria|Hessen|Hesse|Nordrhein-Westfalen|North Rhine-Westphalia|Baden-Württemberg|Sachsen|Saxony|Niedersachsen|Brandenburg|Thüringen|Rheinland-Pfalz|Saarland|Schleswig-Holstein",
  FR: "Île-de-France|Hauts-de-France|Bretagne|Brittany|Alsace|Normandie",
  ES: "Cataluña|Catalonia|Catalunya|Andalucía|Aragón|Aragon",
  IT: "Lombardia|Lombardy|Toscana|Tuscany|Lazio|Piemonte",
  NL: "North Holland|Noord-Holland|Zuid-Holland|South Holland|Noord-Brabant",
  BE: "Flanders|Vlaanderen|Wallonia|Wallonie",
  IN: "Maharashtra|Karnataka|Tamil Nadu|Telangana|Haryana|Uttar Pradesh|Gujarat",
  CH: "Kanton Zürich|Canton de Vaud|Canton of Zug",
};

/** Regions of cloud providers, by the country they lie in. Of a group without a number ("us-east"), all lie there. */
export const CLOUD_REGIONS: Readonly<Record<string, string>> = {
  US: "us-east|us-west|us-central|us-south|us-east-1|us-east-2|us-west-1|us-west-2|us-gov-west-1|us-gov-east-1|us-central1|us-east1|us-east4|us-east5|us-west1|us-west2|us-west3|us-west4|us-south1|East US|East US 2|West US|West US 2|West US 3|Central US|North Central US|South Central US|West Central US|eastus|eastus2|westus|westus2|westus3|centralus|southcentralus|northcentralus|nyc1|nyc2|nyc3|sfo1|sfo2|sfo3|iad1",
  DE: "eu-central-1|europe-west3|europe-west10|Germany West Central|Germany North|germanywestcentral|fra1|fsn1|nbg1|eu-de|eu-de-1",
  IE: "eu-west-1|northeurope|dub1",
  GB: "eu-west-2|europe-west2|UK South|UK West|uksouth|ukwest|lon1|eu-gb",
  FR: "eu-west-3|europe-west9|France Central|France South|francecentral|fr-par|fr-par-1|fr-par-2|cdg1",
  SE: "eu-north-1|Sweden Central|swedencentral|europe-north2|arn1",
  FI: "europe-north1|hel1",
  NL: "europe-west4|westeurope|ams2|ams3|nl-ams|nl-ams-1",
  BE: "europe-west1|Belgium Central",
  IT: "eu-south-1|europe-west8|europe-west12|Italy North|italynorth",
  ES: "eu-south-2|europe-southwest1|Spain Central|spaincentral",
  CH: "eu-central-2|europe-west6|Switzerland North|Switzerland West|switzerlandnorth",
  PL: "europe-central2|Poland Central|polandcentral|pl-waw",
  NO: "Norway East|Norway West|norwayeast",
  AT: "Austria East",
  CA: "ca-central-1|ca-west-1|northamerica-northeast1|northamerica-northeast2|Canada Central|Canada East|canadacentral|tor1",
  BR: "sa-east-1|southamerica-east1|Brazil South|brazilsouth",
  AU: "ap-southeast-2|ap-southeast-4|australia-southeast1|australia-southeast2|Australia East|Australia Southeast|Australia Central|australiaeast|syd1",
  SG: "ap-southeast-1|asia-southeast1|southeastasia|sgp1|sin1",
  ID: "ap-southeast-3|asia-southeast2|Indonesia Central",
  JP: "ap-northeast-1|ap-northeast-3|asia-northeast1|asia-northeast2|Japan East|Japan West|japaneast|hnd1",
  KR: "ap-northeast-2|asia-northeast3|Korea Central|Korea South|koreacentral|icn1",
  IN: "ap-south-1|ap-south-2|asia-south1|asia-south2|Central India|South India|West India|centralindia|blr1|bom1",
  HK: "ap-east-1|asia-east2|hkg1",
  TW: "asia-east1",
  AE: "me-central-1|UAE North|UAE Central|uaenorth",
  BH: "me-south-1",
  IL: "il-central-1|me-west1|Israel Central",
  QA: "me-central1|Qatar Central",
  SA: "me-central2",
  ZA: "af-south-1|africa-south1|South Africa North|southafricanorth|cpt1",
};

const codes = (written: string) => written.split(" ");

/**
 * Countries of ISO 3166-1 that are parts of, or claimed by, another one, which lists name behind them; and those whose name a part of
 * it has: Armenia in Colombia, (New) Jersey, the Macedonia of Greece, the Niger State of Nigeria.
 */
export const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  AU: codes("NF CX CC HM"),
  CN: codes("HK MO TW"),
  CO: codes("AM"),
  DK: codes("GL FO"),
  FI: codes("AX"),
  FR: codes("RE GP MQ GF YT NC PF PM WF BL MF TF"),
  GB: codes("GI IM JE GG BM KY VG FK TC MS AI SH GS IO PN"),
  GR: codes("MK"),
  NG: codes("NE"),
  NL: codes("AW CW SX BQ"),
  NO: codes("SJ BV"),
  NZ: codes("CK NU TK"),
  US: codes("PR GU VI AS MP UM JE"),
};
