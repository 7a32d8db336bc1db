import { expect, expectTypeOf, test } from "vitest";
import {
  ABOUT_RESPONSES,
  ANNOUNCING,
  type KindTo,
  kindsWhere,
  type NewNotice,
  NOTICE_KINDS,
} from "../src/model/people/notice.ts";
import { MAILS } from "../src/notify/prepare/mails-by-kind.ts";

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
  expectTypeOf<"receipt">().toExtend<KindTo<"person">>();
  expectTypeOf<"objection">().not.toExtend<KindTo<"person">>();
  expectTypeOf<"objection">().toExtend<KindTo<"organisation">>();
  expectTypeOf<"reminder">().not.toExtend<KindTo<"organisation">>();
});

test("what the kinds have in common is read from their table", () => {
  const toReaders = kindsWhere(({ to }) => to === "readers");
  expect(toReaders).toEqual(expect.arrayContaining(["announcement", "correction", "reminder", "withdrawal"]));
  expect(toReaders).not.toContain("receipt");
  expect(kindsWhere(({ urgent }) => !urgent)).toEqual(toReaders);
  expect(kindsWhere(({ about, step }) => step !== null || about === "publisher")).toEqual(toReaders);
  expect(ANNOUNCING).toEqual(["announcement", "late-announcement"]);
  expect(ABOUT_RESPONSES).toEqual(expect.arrayContaining(["receipt", "resolution", "objection"]));
  expect(ABOUT_RESPONSES).not.toContain("reminder");
  const manyPerSet = kindsWhere(({ perSet }) => perSet === "many");
  expect(manyPerSet).toEqual(expect.arrayContaining(["late-announcement", ...ABOUT_RESPONSES]));
  expect(manyPerSet).not.toContain("announcement");
});
