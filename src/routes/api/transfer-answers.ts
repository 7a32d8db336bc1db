import type { z } from "@hono/zod-openapi";
import type { Locale } from "../../model/values/text.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { FallOfCustomers } from "../../registry/changes/transfers.ts";
import type { Assessed, Assessment, VerdictChange as ChangedVerdict } from "../../transfers/index.ts";
import { verdictSentence } from "../../words/transfer-sentences.ts";
import type { Fall, Reading, Transfer, VerdictChange } from "./transfer-schema.ts";

/** What the API answers about transfers, each with what it means in a language. */

/** A service under a regime. */
export const transferAnswer =
  (locale: Locale) =>
  ({ vendor, service, regime, ...assessment }: Assessed): z.input<typeof Transfer> => ({
    vendor,
    service,
    regime,
    ...reading(assessment, regime, locale),
  });

export const fallAnswer =
  (locale: Locale) =>
  ({ before, after, customers, ...fall }: FallOfCustomers): z.input<typeof Fall> => ({
    ...fall,
    customers: customers.map(({ externalId }) => externalId),
    before: reading(before, fall.regime, locale),
    after: reading(after, fall.regime, locale),
  });

export const verdictChangeAnswer =
  (locale: Locale) =>
  (change: ChangedVerdict): z.input<typeof VerdictChange> => ({
    ...change,
    before: change.before && reading(change.before, change.regime, locale),
    after: change.after && reading(change.after, change.regime, locale),
  });

function reading(assessment: Assessment, regime: Regime, locale: Locale): z.input<typeof Reading> {
  const { verdict, reason, source, until, rules } = assessment;
  return { verdict, reason: verdictSentence(assessment, regime, locale), code: reason.code, source, until, rules };
}
