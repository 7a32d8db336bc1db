import { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { Organisation } from "../../src/model/organisation-document.ts";
import { CustomerDocument } from "../../src/model/people/customer-document.ts";
import { fieldErrors } from "../../src/model/values/field-errors.ts";
import { VendorDocument } from "../../src/model/vendor/vendor-document.ts";

const details = (schema: z.ZodType, value: unknown): string[] => {
  const { error } = schema.safeParse(value);
  return error ? fieldErrors(error.issues).map(({ detail }) => detail) : [];
};

describe("what is wrong with a field", () => {
  test.each([
    [z.string(), 7, "must be a text"],
    [z.string(), undefined, "is required"],
    [z.int(), 1.5, "must be a whole number"],
    [z.int(), "7", "must be a number"],
    [z.boolean(), "yes", "must be true or false"],
    [z.array(z.string()), "a", "must be a list"],
    [z.strictObject({}), "a", "must be an object"],
    [z.strictObject({}), null, "must be an object"],
    [z.enum(["eu", "uk"]), "us", 'must be one of "eu", "uk"'],
    [z.enum(["eu", "uk"]), undefined, 'must be one of "eu", "uk"'],
    [z.literal("eu"), "uk", 'must be "eu"'],
    [z.string().max(3), "four", "must be at most 3 characters"],
    [z.array(z.string()).max(1), ["a", "b"], "must be at most 1 entry"],
    [z.array(z.string()).min(2), [], "must be at least 2 entries"],
    [z.number().max(60), 61, "must be at most 60"],
    [z.number().positive(), 0, "must be more than 0"],
    [z.union([z.string(), z.boolean()]), 7, "is none of what may stand here"],
    [z.uuid(), "a", "must be written as uuid"],
    [z.string().regex(/^a$/), "b", "is not written as it has to be"],
  ])("is said in plain words (%#)", (schema, value, said) => {
    expect(details(schema, value)).toEqual([said]);
  });

  test("never in those of the library, whatever any field of a document is", () => {
    const said = [Organisation, VendorDocument, CustomerDocument].flatMap((schema) =>
      [7, "x", [], {}, [7], [{}], null, true, { days: "x" }].flatMap((value) => {
        const names = Object.keys((schema as unknown as z.ZodObject).shape);
        return details(schema, Object.fromEntries(names.map((name) => [name, value])));
      }),
    );
    expect(said.length).toBeGreaterThan(200);
    expect(
      said.filter((each) => /expected|received|Invalid|Too (big|small)|Unrecognized|undefined/.test(each)),
    ).toEqual([]);
  });
});
