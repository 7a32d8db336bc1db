import type { Kind } from "./kinds.ts";

/** A company that one may have the contract with. */
export type Company = { legalName?: string | undefined; country: string };

/** A vendor of the catalogue, with the company that this has for it. */
type Catalogued = Company & { id: string };

export type Contract = {
  /** What most use it for, where that is one thing. */
  kind?: Kind;
  /** Who contracts beside the company of the catalogue, one of a country. */
  also?: Company;
};

const company = (legalName: string, country: string): Company => ({ legalName, country });
const GOOGLE = company("Google Ireland Limited", "IE");
const GOOGLE_CLOUD = company("Google Cloud EMEA Limited", "IE");
const MICROSOFT = company("Microsoft Ireland Operations Limited", "IE");
const TWILIO = company("Twilio Ireland Limited", "IE");

/**
 * What is known of contracts with vendors of the catalogue: what they are used for, and who contracts in Europe. Nobody has
 * checked each, as of all of the catalogue.
 */
const CONTRACTS: Readonly<Record<string, Contract>> = {
  algolia: { kind: "hosting" },
  "amazon-web-services": { kind: "hosting", also: company("Amazon Web Services EMEA SARL", "LU") },
  amplitude: { kind: "analytics" },
  anthropic: { kind: "ai", also: company("Anthropic Ireland, Limited", "IE") },
  asana: { kind: "collaboration" },
  auth0: { kind: "identity" },
  brevo: { kind: "mail" },
  "bunny-net": { kind: "delivery" },
  calendly: { kind: "scheduling" },
  cloudflare: { kind: "delivery" },
  datadog: { kind: "monitoring" },
  digitalocean: { kind: "hosting" },
  docusign: { kind: "signing", also: company("DocuSign International (EMEA) Limited", "IE") },
  dropbox: { kind: "collaboration", also: company("Dropbox International Unlimited Company", "IE") },
  freshdesk: { kind: "support" },
  front: { kind: "support" },
  github: { kind: "development" },
  google: { also: GOOGLE },
  "google-analytics": { kind: "analytics", also: GOOGLE },
  "google-cloud-platform": { kind: "hosting", also: GOOGLE_CLOUD },
  "google-workspace": { kind: "collaboration", also: GOOGLE_CLOUD },
  heroku: { kind: "hosting", also: company("SFDC Ireland Limited", "IE") },
  hetzner: { kind: "hosting" },
  hotjar: { kind: "analytics" },
  hubspot: { kind: "crm", also: company("HubSpot Ireland Limited", "IE") },
  intercom: { kind: "support", also: company("Intercom R&D Unlimited Company", "IE") },
  linkedin: { also: company("LinkedIn Ireland Unlimited Company", "IE") },
  mailchimp: { kind: "mail" },
  mailgun: { kind: "mail" },
  "microsoft-365": { kind: "collaboration", also: MICROSOFT },
  "microsoft-azure": { kind: "hosting", also: MICROSOFT },
  "microsoft-dynamics": { kind: "crm", also: MICROSOFT },
  microsoft: { also: MICROSOFT },
  mixpanel: { kind: "analytics" },
  mongodb: { kind: "hosting", also: company("MongoDB Limited", "IE") },
  netlify: { kind: "hosting" },
  "new-relic": { kind: "monitoring" },
  notion: { kind: "collaboration" },
  okta: { kind: "identity" },
  openai: { kind: "ai", also: company("OpenAI Ireland Limited", "IE") },
  ovhcloud: { kind: "hosting" },
  paypal: { kind: "payments", also: company("PayPal (Europe) S.à r.l. et Cie, S.C.A.", "LU") },
  pipedrive: { kind: "crm", also: company("Pipedrive OÜ", "EE") },
  "plausible-analytics": { kind: "analytics" },
  posthog: { kind: "analytics" },
  postmark: { kind: "mail" },
  resend: { kind: "mail" },
  salesforce: { kind: "crm", also: company("SFDC Ireland Limited", "IE") },
  scaleway: { kind: "hosting" },
  segment: { kind: "analytics", also: TWILIO },
  sendgrid: { kind: "mail", also: TWILIO },
  sentry: { kind: "monitoring" },
  shopify: { also: company("Shopify International Limited", "IE") },
  slack: { kind: "collaboration", also: company("Slack Technologies Limited", "IE") },
  snowflake: { kind: "hosting" },
  stripe: { kind: "payments", also: company("Stripe Payments Europe, Limited", "IE") },
  supabase: { kind: "hosting" },
  tally: { kind: "forms" },
  twilio: { kind: "messaging", also: TWILIO },
  typeform: { kind: "forms" },
  vercel: { kind: "hosting" },
  zendesk: { kind: "support" },
  zoom: { kind: "meetings" },
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
