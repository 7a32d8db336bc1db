import type { Locale } from "../model/values/text.ts";
import type { Ground, GroundCode } from "../model/vendor/grounds.ts";
import { wordsFor } from "./index.ts";
import { namingIn } from "./transfer-sentences.ts";

/** Why a change weighs what it does: each ground, one after the other. */
export const weightReason = (grounds: readonly Ground[], locale: Locale): string =>
  wordsFor(locale).terms.clauses(grounds.map((ground) => clause(ground, locale)));

function clause<Code extends GroundCode>(ground: Ground<Code>, locale: Locale): string {
  return wordsFor(locale).grounds[ground.code](ground, namingIn(locale));
}
