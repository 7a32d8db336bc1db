import { expect, expectTypeOf, test } from "vitest";
import {
  ABOUT_RESPONSES,
  ANNOUNCING,
  type KindTo,
  kindsWhere,
  type NewNotice,
  NOTICE_KINDS,
} from "../src/model/notice.ts";
import { MAILS } from "../src/notify/write.ts";

test("every kind of notice has a mail: one without does not compile", () => {
  const { reminder: _, ...others } = MAILS;
  // @ts-expect-error: the mail of a reminder is missing
  const mails: typeof MAILS = others;
  expect(Object.keys(mails)).toHaveLength(Object.keys(NOTICE_KINDS).length - 1);
  expect(Object.keys(MAILS).sort()).toEqual(Object.keys(NOTICE_KINDS).sort());
});

test("a notice is about what its kind says: about anything else, or to somebody else, it does not compile", () => {
  expectTypeOf({ kind: "receipt", changeSet: 3, about: { response: "id" } } as const).toExtend<NewNotice>();
  expectTypeOf({ kind: "receipt", changeSet: 3 } as const).not.toExtend<NewNotice>();
  expectTypeOf({ kind: "receipt", changeSet: 3, about: { customers: ["acme"] } } as const).not.toExtend<NewNotice>();
  expectTypeOf({ kind: "reminder" } as const).not.toExtend<NewNotice>();
  expectTypeOf<KindTo<"person">>().toEqualTypeOf<"confirmation" | "already-following" | "receipt" | "resolution">();
  expectTypeOf<"objection">().toExtend<KindTo<"organisation">>();
  expectTypeOf<"reminder">().not.toExtend<KindTo<"organisation">>();
});

test("what the kinds have in common is read from their table", () => {
  const toReaders = ["announcement", "late-announcement", "correction", "reminder", "withdrawal"];
  expect(kindsWhere(({ to }) => to === "readers")).toEqual(toReaders);
  expect(kindsWhere(({ urgent }) => !urgent)).toEqual(toReaders);
  expect(kindsWhere(({ step }) => step !== null)).toEqual(toReaders);
  expect(ANNOUNCING).toEqual(["announcement", "late-announcement"]);
  expect(ABOUT_RESPONSES).toEqual(["receipt", "resolution", "objection"]);
  expect(kindsWhere(({ perSet }) => perSet === "one")).toEqual(["announcement", "withdrawal"]);
  expect(kindsWhere(({ perSet }) => perSet === "many")).toEqual(["late-announcement", ...ABOUT_RESPONSES]);
  expect(kindsWhere(({ to }) => to === "organisation")).toEqual([
    "objection",
    "unreachable",
    "contact-left",
    "contact-replaced",
    "findings",
  ]);
});
