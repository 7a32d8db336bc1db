import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Kind } from "./kinds.ts";

/** A company that one may have the contract with. */
export type Company = { legalName?: string | undefined; country: string };

/** A vendor of the catalogue, with the company that this has for it. */
type Catalogued = Company & { id: string };

type Tool = Extract<Mechanism, "dpf" | "scc">;
export type Contract = {
  /** What most use it for, where that is one thing. */
  kind?: Kind;
  /** Transfer tools that the vendor's own terms name. */
  tools?: readonly Tool[];
  /** Who contracts beside the company of the catalogue, one of a country. */
  also?: Company;
};

const BOTH = ["dpf", "scc"] as const;
const CLAUSES = ["scc"] as const;
const company = (legalName: string, country: string): Company => ({ legalName, country });
const GOOGLE = company("Google Ireland Limited", "IE");
const GOOGLE_CLOUD = company("Google Cloud EMEA Limited", "IE");
const MICROSOFT = company("Microsoft Ireland Operations Limited", "IE");
const TWILIO = company("Twilio Ireland Limited", "IE");

/**
 * What is known of contracts with vendors of the catalogue: what they are used for, who contracts in Europe, and the transfer
 * tools that their terms name. Nobody has checked each, as of all of the catalogue.
 */
const CONTRACTS: Readonly<Record<string, Contract>> = {
  algolia: { kind: "hosting" },
  "amazon-web-services": { kind: "hosting", tools: BOTH, also: company("Amazon Web Services EMEA SARL", "LU") },
  amplitude: { kind: "analytics", tools: BOTH },
  anthropic: { kind: "ai", tools: CLAUSES, also: company("Anthropic Ireland, Limited", "IE") },
  asana: { kind: "collaboration", tools: BOTH },
  auth0: { kind: "identity", tools: BOTH },
  brevo: { kind: "mail" },
  "bunny-net": { kind: "delivery" },
  calendly: { kind: "scheduling", tools: BOTH },
  cloudflare: { kind: "delivery", tools: BOTH },
  datadog: { kind: "monitoring", tools: BOTH },
  digitalocean: { kind: "hosting", tools: BOTH },
  docusign: { kind: "signing", tools: BOTH, also: company("DocuSign International (EMEA) Limited", "IE") },
  dropbox: { kind: "collaboration", tools: BOTH, also: company("Dropbox International Unlimited Company", "IE") },
  freshdesk: { kind: "support", tools: BOTH },
  front: { kind: "support", tools: BOTH },
  github: { kind: "development", tools: BOTH },
  google: { tools: BOTH, also: GOOGLE },
  "google-analytics": { kind: "analytics", tools: BOTH, also: GOOGLE },
  "google-cloud-platform": { kind: "hosting", tools: BOTH, also: GOOGLE_CLOUD },
  "google-workspace": { kind: "collaboration", tools: BOTH, also: GOOGLE_CLOUD },
  heroku: { kind: "hosting", tools: BOTH, also: company("SFDC Ireland Limited", "IE") },
  hetzner: { kind: "hosting" },
  hotjar: { kind: "analytics" },
  hubspot: { kind: "crm", tools: BOTH, also: company("HubSpot Ireland Limited", "IE") },
  intercom: { kind: "support", tools: BOTH, also: company("Intercom R&D Unlimited Company", "IE") },
  linkedin: { also: company("LinkedIn Ireland Unlimited Company", "IE") },
  mailchimp: { kind: "mail", tools: BOTH },
  mailgun: { kind: "mail" },
  "microsoft-365": { kind: "collaboration", tools: BOTH, also: MICROSOFT },
  "microsoft-azure": { kind: "hosting", tools: BOTH, also: MICROSOFT },
  "microsoft-dynamics": { kind: "crm", tools: BOTH, also: MICROSOFT },
  microsoft: { tools: BOTH, also: MICROSOFT },
  mixpanel: { kind: "analytics", tools: BOTH },
  mongodb: { kind: "hosting", tools: BOTH, also: company("MongoDB Limited", "IE") },
  netlify: { kind: "hosting", tools: BOTH },
  "new-relic": { kind: "monitoring" },
  notion: { kind: "collaboration", tools: BOTH },
  okta: { kind: "identity", tools: BOTH },
  openai: { kind: "ai", tools: CLAUSES, also: company("OpenAI Ireland Limited", "IE") },
  ovhcloud: { kind: "hosting" },
  paypal: { kind: "payments", also: company("PayPal (Europe) S.à r.l. et Cie, S.C.A.", "LU") },
  pipedrive: { kind: "crm", also: company("Pipedrive OÜ", "EE") },
  "plausible-analytics": { kind: "analytics" },
  posthog: { kind: "analytics", tools: CLAUSES },
  postmark: { kind: "mail", tools: CLAUSES },
  resend: { kind: "mail" },
  salesforce: { kind: "crm", tools: BOTH, also: company("SFDC Ireland Limited", "IE") },
  scaleway: { kind: "hosting" },
  segment: { kind: "analytics", tools: BOTH, also: TWILIO },
  sendgrid: { kind: "mail", tools: BOTH, also: TWILIO },
  sentry: { kind: "monitoring", tools: BOTH },
  shopify: { also: company("Shopify International Limited", "IE") },
  slack: { kind: "collaboration", tools: BOTH, also: company("Slack Technologies Limited", "IE") },
  snowflake: { kind: "hosting" },
  stripe: { kind: "payments", tools: BOTH, also: company("Stripe Payments Europe, Limited", "IE") },
  supabase: { kind: "hosting", tools: CLAUSES },
  tally: { kind: "forms" },
  twilio: { kind: "messaging", tools: BOTH, also: TWILIO },
  typeform: { kind: "forms" },
  vercel: { kind: "hosting", tools: BOTH },
  zendesk: { kind: "support", tools: BOTH },
  zoom: { kind: "meetings", tools: BOTH },
};

export const contractOf = (id: string): Contract | undefined =>
  Object.hasOwn(CONTRACTS, id) ? CONTRACTS[id] : undefined;

export const CONTRACT_IDS: readonly string[] = Object.keys(CONTRACTS);

/** The companies that one may have the contract with, that of the catalogue first. */
export function companiesOf({ id, legalName, country }: Catalogued): readonly Company[] {
  const also = contractOf(id)?.also;
  return [{ legalName, country }, ...(also ? [also] : [])];
}

/** What an address calls a company that contracts for a vendor: the vendor's own, or with its country. */
export const keyOf = ({ id, country }: Catalogued, company: Company): string =>
  company.country === country ? id : `${id}.${company.country.toLowerCase()}`;
