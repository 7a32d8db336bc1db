import { z } from "zod";
import { groupRoles, type SignInConfig } from "./model/people/identity.ts";
import { isApiKey } from "./model/values/api-key.ts";
import { asciiEmail } from "./model/values/email.ts";

export type Config = {
  publicUrl: string;
  tokenSecret: string;
  mailFrom: string;
  adminApiKey: string | null;
  signIn: SignInConfig;
  resend: {
    apiKey: string;
    baseUrl: string | null;
    /** Each may sign webhooks: two while one replaces the other, none when the provider sends none. */
    webhookSecrets: string[];
  };
};

export type Environment = Record<string, string | undefined>;

const httpUrl = z
  .string()
  .refine((value) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value), "must be an http or https address")
  .transform((value) => value.replace(/\/+$/, ""));

/** Every link in a mail is this, followed by a path. */
const publicUrl = httpUrl.refine((value) => {
  if (!URL.canParse(value)) return true; // said already
  const { username, password } = new URL(value);
  return username + password === "" && !/[?#]/.test(value);
}, "must have no user, query or fragment: every link in a mail starts with it");

/** This machine alone. */
export const LOOPBACK = "127.0.0.1";

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port number, 0 to 65535")
  .transform(Number)
  .refine((value) => value <= 65535, "must be a port number, 0 to 65535");

/** Over https, or without it to this machine alone. */
const isSecureUrl = (text: string): boolean =>
  URL.canParse(text) && (/^https:/.test(text) || (/^http:/.test(text) && isThisMachine(text)));

const tokenSecret = z.string().min(32, "must be at least 32 characters long");
const resendApiKey = z.string().min(1, "must not be empty");

const shared = {
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address, such as "Acme Privacy <privacy@acme.example>"',
    )
    .transform((value) => value.replace(/[^\s<>]+@[^\s<>]+/, asciiEmail))
    .default("registry@localhost.example"),
  ADMIN_API_KEY: z
    .string()
    .refine(isApiKey, 'must be "spr_", 30 letters or digits and their 6-character checksum (make one: npm run api-key)')
    .optional(),
  SIGN_IN_BY_MAIL: z.enum(["on", "off"], { error: 'must be "on" or "off"' }).default("on"),
  OIDC_ISSUER: z.string().refine(isSecureUrl, "must be the https address that the provider names itself by").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES: z
    .string()
    .refine((text) => groupRoles(text) !== null, 'must be "group=role, …", with roles read, write, announce or admin')
    .transform((text) => groupRoles(text) ?? [])
    .optional(),
  ACCESS_TEAM_DOMAIN: z
    .string()
    .transform((text) => (text.includes("://") ? text : `https://${text}`).replace(/\/+$/, ""))
    .refine(isSecureUrl, "must be the team's domain, such as acme.cloudflareaccess.com")
    .optional(),
  ACCESS_AUDIENCE: z.string().optional(),
  RESEND_BASE_URL: httpUrl.optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]+(,whsec_[A-Za-z0-9+/=]+)*$/, 'must be one or more "whsec_…", separated by commas')
    .transform((value) => value.split(","))
    .optional(),
  NOW: z.iso
    .datetime({ offset: true, error: "must be an ISO 8601 instant, such as 2027-01-01T09:00:00Z" })
    .transform((value) => new Date(value))
    .optional(),
};

const node = z.object({
  TOKEN_SECRET: tokenSecret.optional(),
  ...shared,
  RESEND_API_KEY: resendApiKey.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, "must be a postgres:// address")
    .optional(),
  PORT: port.default(8787),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, "must be an address of this machine, such as 127.0.0.1 or ::")
    .optional(),
  PUBLIC_URL: publicUrl.optional(),
  DATA_DIR: z.string().min(1, "must not be empty").default(".data"),
  MAILBOX_PORT: port.default(8025),
  EXAMPLE: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be the name of a file in examples/, or "none"')
    .default("better-isms"),
});

const worker = z.object({
  TOKEN_SECRET: tokenSecret,
  ...shared,
  RESEND_API_KEY: resendApiKey,
  PUBLIC_URL: publicUrl,
});

/** Thrown at start, with one line per variable that is missing or wrong. It names them, and repeats no value. */
export class ConfigError extends Error {
  constructor(lines: string[]) {
    super(`The configuration is not valid:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

function parse<T extends z.ZodType>(schema: T, environment: Environment): z.output<T> {
  // An empty variable is how many tools say "not set".
  const variables = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(variables);
  const lines = new Map((parsed.error?.issues ?? []).map((issue) => explain(issue, variables)));
  const hasProvider = (schema as z.ZodType) === worker || variables.RESEND_API_KEY !== undefined;
  if (hasProvider && !isThisMachine(variables.RESEND_BASE_URL)) {
    if (!variables.TOKEN_SECRET) lines.set("TOKEN_SECRET", "is missing: links in real mail are signed with it");
    if (!variables.PUBLIC_URL) lines.set("PUBLIC_URL", "is missing: every link in real mail starts with it");
    else if (!/^https:/.test(variables.PUBLIC_URL) && !lines.has("PUBLIC_URL"))
      lines.set("PUBLIC_URL", "must be an https address: its links hold the keys to what people may do");
    if (!variables.MAIL_FROM) lines.set("MAIL_FROM", "is missing: real mail needs a sender");
    if (variables.NOW) lines.set("NOW", "is refused: real people would get mail from a moved clock");
  }
  for (const [name, what] of incomplete(variables)) if (!lines.has(name)) lines.set(name, what);
  if (!parsed.success || lines.size > 0) throw new ConfigError([...lines].map(([name, what]) => `${name} ${what}`));
  return parsed.data;
}

/** What belongs together, and is given in part. */
function* incomplete(variables: Environment): Generator<[name: string, what: string]> {
  for (const names of [
    ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
    ["ACCESS_TEAM_DOMAIN", "ACCESS_AUDIENCE"],
  ]) {
    const given = names.filter((name) => variables[name] !== undefined);
    if (given.length === 0) continue;
    for (const name of names) if (!given.includes(name)) yield [name, `is missing: ${given[0]} is nothing without it`];
  }
  if (variables.SIGN_IN_BY_MAIL === "off" && !variables.OIDC_ISSUER && !variables.ACCESS_TEAM_DOMAIN)
    yield ["SIGN_IN_BY_MAIL", "is off: nobody could sign in without OIDC_ISSUER or ACCESS_TEAM_DOMAIN"];
}

/** How users show who they are, by checked settings. */
export function signInConfig(settings: z.output<z.ZodObject<typeof shared>>): SignInConfig {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const { ACCESS_TEAM_DOMAIN: teamUrl, ACCESS_AUDIENCE: audience } = settings;
  return {
    byMail: settings.SIGN_IN_BY_MAIL === "on",
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    access: teamUrl && audience ? { teamUrl, audience } : null,
    roles: settings.OIDC_ROLES ?? [],
  };
}

/** Whether mail goes no further than a stand-in for the provider beside us. */
function isThisMachine(address: string | undefined): boolean {
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : "";
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}

function explain(issue: z.core.$ZodIssue, variables: Environment): [name: string, what: string] {
  const name = String(issue.path[0]);
  return [name, variables[name] === undefined ? "is missing" : issue.message];
}

/** Checks the environment of the Node server. Throws ConfigError. */
export const nodeSettings = (environment: Environment) => parse(node, environment);

/** Checks the variables and secrets of the Worker. Throws ConfigError. */
export function workerSettings(environment: Environment): { config: Config; now: Date | undefined } {
  const settings = parse(worker, environment);
  return {
    now: settings.NOW,
    config: {
      publicUrl: settings.PUBLIC_URL,
      tokenSecret: settings.TOKEN_SECRET,
      mailFrom: settings.MAIL_FROM,
      adminApiKey: settings.ADMIN_API_KEY ?? null,
      signIn: signInConfig(settings),
      resend: {
        apiKey: settings.RESEND_API_KEY,
        baseUrl: settings.RESEND_BASE_URL ?? null,
        webhookSecrets: settings.RESEND_WEBHOOK_SECRET ?? [],
      },
    },
  };
}
