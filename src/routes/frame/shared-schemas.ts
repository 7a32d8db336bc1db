import { ChangeKind, DatedState, NewRectification } from "../../model/change/change-set.ts";
import { Emergency } from "../../model/change/draft.ts";
import { Authorisation, OnObjection } from "../../model/people/contract-terms.ts";
import { DeliveryState } from "../../model/people/delivery.ts";
import { NoticeKind } from "../../model/people/notice.ts";
import { ResponseChannel, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { KeyScope } from "../../model/values/api-key.ts";
import { Basis, ObjectionPeriod, Period } from "../../model/values/period.ts";
import { Locale, LocalizedText } from "../../model/values/text.ts";
import { Mechanism } from "../../model/vendor/mechanisms.ts";
import { Contact, Regime } from "../../model/vendor/vendor-document.ts";

/**
 * What several parts of the contract name, with a description of its own there. These are put into it first: else what one part
 * says would stand for all, as it does of whatever is met for the first time.
 */
export const SHARED_SCHEMAS = {
  Authorisation,
  Basis,
  ChangeKind,
  Contact,
  DatedState,
  DeliveryState,
  Emergency,
  LocalizedText,
  Locale,
  Mechanism,
  NoticeKind,
  ObjectionPeriod,
  OnObjection,
  Period,
  Rectification: NewRectification,
  Regime,
  ResponseChannel,
  ResponseKind,
  ResponseOutcome,
  Scope: KeyScope,
};
