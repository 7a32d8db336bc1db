import type { z } from "@hono/zod-openapi";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { VendorFinding } from "../../registry/changes/findings-of-changes.ts";
import type { FallOfCustomers } from "../../registry/changes/transfers.ts";
import type { Assessed, Assessment, VerdictChange as ChangedVerdict } from "../../transfers/index.ts";
import { findingSentence, verdictSentence } from "../../words/transfer-sentences.ts";
import type { Fall, Reading, Transfer, VerdictChange } from "./transfer-schema.ts";

/** The API says what its codes mean in English, as it does what is wrong with a request. */
const ENGLISH = "en";

/** A finding with what it means. */
export const findingAnswer = <Found extends VendorFinding>(finding: Found): Found & { message: string } => ({
  ...finding,
  message: findingSentence(finding, ENGLISH),
});

/** A service under a regime, with what its verdict means. */
export const transferAnswer = ({ vendor, service, regime, ...assessment }: Assessed): z.input<typeof Transfer> => ({
  vendor,
  service,
  regime,
  ...reading(assessment, regime),
});

export const fallAnswer = ({ before, after, ...fall }: FallOfCustomers): z.input<typeof Fall> => ({
  ...fall,
  before: reading(before, fall.regime),
  after: reading(after, fall.regime),
});

export const verdictChangeAnswer = (change: ChangedVerdict): z.input<typeof VerdictChange> => ({
  ...change,
  before: change.before && reading(change.before, change.regime),
  after: change.after && reading(change.after, change.regime),
});

function reading(assessment: Assessment, regime: Regime): z.input<typeof Reading> {
  const { verdict, reason, source, until, rules } = assessment;
  return { verdict, reason: verdictSentence(assessment, regime, ENGLISH), code: reason.code, source, until, rules };
}
