import { z } from "@hono/zod-openapi";
import { Key, type Locale } from "../../model/values/text.ts";
import { Regime } from "../../model/vendor/vendor-document.ts";
import type { VendorFinding } from "../../registry/changes/findings/of-changes.ts";
import { FINDINGS, FindingCode, Severity } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { wordsFor } from "../../words/index.ts";

/** What was found in a vendor's document: as the API lists it, and as a refusal to announce has it. */
export const Finding = z
  .object({
    vendor: Key.describe("The vendor's slug."),
    code: FindingCode,
    severity: Severity,
    pointer: z.string().openapi({ description: "RFC 6901, into the vendor's document." }),
    message: z.string().describe("What is found, in a sentence."),
    source: z.string().openapi({ description: "The rule behind it, as it is cited." }),
    regimes: z.array(Regime).optional().openapi({ description: "Which regimes it is about, where not all." }),
  })
  .describe("What is wrong or missing in a vendor's document.")
  .openapi("Finding");

/** A finding with what it means in a language. */
export const findingAnswer =
  (locale: Locale) =>
  <Found extends VendorFinding>(finding: Found) => ({
    ...finding,
    message: findingSentence(finding, locale),
    source: wordsFor(locale).sources[FINDINGS[finding.code].basis],
  });
