import { expect, test } from "vitest";
import { registry } from "./setup/registry.ts";

type Operation = {
  method: string;
  path: string;
  security: object[];
  requestBody?: object;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { description: string; headers?: object; content?: object }>;
};

/** The operations of the document as it is served. */
async function operations(): Promise<Operation[]> {
  const r = await registry();
  const { paths } = await r.json("GET", "/openapi.json", 200, { key: null });
  return Object.entries(paths as Record<string, Record<string, Omit<Operation, "method" | "path">>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, rest]) => ({ ...rest, method, path })),
  );
}

const named = ({ method, path }: Operation) => `${method} ${path}`;
const of = (all: Operation[], name: string) => {
  const found = all.find((each) => named(each) === name);
  if (!found) throw new Error(`The document has no ${name}`);
  return found;
};

// A key is shown once, everything is not kept a second time, and an import is done again without harm.
const KEEPS_NO_ANSWER = ["/v1/api-keys", "/v1/customers/import", "/v1/export"];

test("every POST of the API whose answer is kept declares the Idempotency-Key, and what comes of reusing one", async () => {
  for (const operation of await operations()) {
    const header = operation.parameters?.find((each) => each.name === "Idempotency-Key" && each.in === "header");
    const { method, path } = operation;
    const takesOne = method === "post" && path.startsWith("/v1/") && !KEEPS_NO_ANSWER.includes(path);
    expect(header !== undefined, named(operation)).toBe(takesOne);
    if (takesOne) expect(operation.responses[422]?.description, named(operation)).toContain("idempotency-key-reused");
    expect(header?.required ?? false, named(operation)).toBe(false);
  }
});

test("every operation says what may go wrong here, and with a body", async () => {
  for (const operation of await operations()) {
    const statuses = Object.keys(operation.responses);
    expect(statuses, named(operation)).toEqual(expect.arrayContaining(["500", "503"]));
    if (operation.requestBody && operation.path !== "/hooks/resend") {
      expect(statuses, named(operation)).toEqual(expect.arrayContaining(["400", "413", "415", "422"]));
    }
    for (const [status, { content }] of Object.entries(operation.responses)) {
      if (Number(status) >= 400)
        expect(Object.keys(content ?? {}), named(operation)).toEqual(["application/problem+json"]);
    }
  }
});

test("a vendor's version is declared where it is answered, and where it is asked for", async () => {
  const all = await operations();
  for (const [name, status] of [
    ["post /v1/vendors", 201],
    ["get /v1/vendors/{slug}", 200],
    ["patch /v1/vendors/{slug}", 200],
    ["get /subprocessors.json", 304],
    ["get /.well-known/subprocessors.json", 304],
  ] as const) {
    expect(Object.keys(of(all, name).responses[status]?.headers ?? {}), name).toEqual(["ETag"]);
  }
  for (const name of ["patch /v1/vendors/{slug}", "delete /v1/vendors/{slug}"]) {
    expect(of(all, name).parameters?.map((each) => each.name)).toContain("If-Match");
  }
});

test("an edit that may announce names what announcing refuses", async () => {
  const all = await operations();
  for (const name of ["post /v1/vendors", "patch /v1/vendors/{slug}", "delete /v1/vendors/{slug}"]) {
    const { responses } = of(all, name);
    for (const slug of ["no-effective-date", "effective-date-in-the-past", "effective-date-too-early"]) {
      expect(responses[422]?.description, name).toContain(slug);
    }
    for (const slug of ["vendor-changed-since", "earlier-than-pending-change", "not-a-draft", "empty-change-set"]) {
      expect(responses[409]?.description, name).toContain(slug);
    }
  }
});

test("what needs no key says so, the provider's webhook included", async () => {
  const all = await operations();
  const open = all.filter(({ security }) => security.length === 0).map(named);
  expect(open.sort()).toEqual([
    "get /.well-known/subprocessors.json",
    "get /calendar.ics",
    "get /feed.atom",
    "get /feed.json",
    "get /subprocessors.cdx.json",
    "get /subprocessors.csv",
    "get /subprocessors.docx",
    "get /subprocessors.json",
    "get /subprocessors.md",
    "post /hooks/resend",
    "post /subscribe",
  ]);
  expect(Object.keys(of(all, "post /hooks/resend").responses)).toEqual(["200", "400", "401", "413", "500", "503"]);
});
