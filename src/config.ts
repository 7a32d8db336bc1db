import { z } from "zod";
import { isApiKey } from "./registry/api-key-format.ts";

export type Config = {
  publicUrl: string;
  tokenSecret: string;
  mailFrom: string;
  adminApiKey: string | null;
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

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port number, 0 to 65535")
  .transform(Number)
  .refine((value) => value <= 65535, "must be a port number, 0 to 65535");

const shared = {
  TOKEN_SECRET: z.string().min(32, "must be at least 32 characters long").optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/,
      'must be an address, such as "Acme Privacy <privacy@acme.example>"',
    )
    .default("Subprocessor registry <registry@localhost.example>"),
  ADMIN_API_KEY: z
    .string()
    .refine(isApiKey, 'must be "spr_", 30 letters or digits and their 6-character checksum (make one: npm run api-key)')
    .optional(),
  RESEND_API_KEY: z.string().min(1, "must not be empty").optional(),
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
  ...shared,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, "must be a postgres:// address")
    .optional(),
  PORT: port.default(8787),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: z.string().min(1, "must not be empty").default(".data"),
  MAILBOX_PORT: port.default(8025),
  EXAMPLE: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be the name of a file in examples/, or "none"')
    .default("better-isms"),
});

const worker = z.object({ ...shared, PUBLIC_URL: httpUrl });

/** Thrown at start, with one line per variable that is missing or wrong. */
export class ConfigError extends Error {
  constructor(lines: string[]) {
    super(`The configuration is not valid:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

function parse<T extends z.ZodType>(schema: T, environment: Environment): z.output<T> {
  // An empty variable is how many tools say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const lines = parsed.success ? [] : parsed.error.issues.map((issue) => explain(issue, given));
  if (given.RESEND_API_KEY && !given.RESEND_BASE_URL) {
    if (!given.TOKEN_SECRET) lines.push("TOKEN_SECRET is missing: it is required together with RESEND_API_KEY");
    if (!given.MAIL_FROM) lines.push("MAIL_FROM is missing: it is required together with RESEND_API_KEY");
    if (given.NOW)
      lines.push("NOW is refused together with RESEND_API_KEY: real people would get mail from a moved clock");
  }
  if (!parsed.success || lines.length > 0) throw new ConfigError(lines);
  return parsed.data;
}

function explain(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
}

/** Checks the environment of the Node server. Throws ConfigError. */
export const nodeSettings = (environment: Environment) => parse(node, environment);

/** Checks the variables and secrets of the Worker. Throws ConfigError. */
export function workerSettings(environment: Environment): { config: Config; now: Date | undefined } {
  const { TOKEN_SECRET, RESEND_API_KEY, ...settings } = parse(worker, environment);
  const missing = Object.entries({ TOKEN_SECRET, RESEND_API_KEY }).filter(([, value]) => value === undefined);
  if (TOKEN_SECRET === undefined || RESEND_API_KEY === undefined) {
    throw new ConfigError(missing.map(([name]) => `${name} is missing`));
  }
  return {
    now: settings.NOW,
    config: {
      publicUrl: settings.PUBLIC_URL,
      tokenSecret: TOKEN_SECRET,
      mailFrom: settings.MAIL_FROM,
      adminApiKey: settings.ADMIN_API_KEY ?? null,
      resend: {
        apiKey: RESEND_API_KEY,
        baseUrl: settings.RESEND_BASE_URL ?? null,
        webhookSecrets: settings.RESEND_WEBHOOK_SECRET ?? [],
      },
    },
  };
}
