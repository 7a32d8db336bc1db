import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCustomers } from "../src/registry/customers/customers-csv.ts";
import { contractOf, type Operation } from "./setup/operations.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** Work that a request asks for is bounded before it is done, and none is done before the right to it is known. */

let r: Registry;
let end: () => Promise<void>;
let operations: Operation[];
let readKey: string;

beforeAll(async () => {
  r = await registry({ atEnd: (ending) => (end = ending) });
  await r.organisation();
  readKey = await r.key("read");
  ({ operations } = await contractOf(r));
});

afterAll(() => end());

const KIB = 1024;
const MIB = 1024 * KIB;

/** A body that never ends, of pieces that are all the same, and how much of it was taken. */
function endless(piece: Uint8Array) {
  let taken = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        taken += piece.length;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

const blank = new Uint8Array(16 * KIB).fill(0x0a);

async function sent(method: string, path: string, type: string, key: string | null, more: Record<string, string> = {}) {
  const { body, taken } = endless(blank);
  const response = await r.app.request(path.replace(/\{\w+\}/g, "1"), {
    method,
    headers: { "content-type": type, ...more, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body,
    duplex: "half",
  } as RequestInit);
  return { response, taken: taken() };
}

/** What only the whole of a report could prove wrong. */
const SIGNED = { "svix-id": "msg_1", "svix-timestamp": "1", "svix-signature": "v1,AAAA" };

const named = ({ method, path }: Operation) => `${method} ${path}`;
const typeOf = ({ requestBody }: Operation) => Object.keys(requestBody?.content ?? {})[0] ?? "application/json";
const withBody = () => operations.filter(({ method }) => ["POST", "PUT", "PATCH"].includes(method));
const ofApi = () => withBody().filter(({ path }) => path.startsWith("/v1/"));
const LIMITS: Record<string, number> = {
  "/v1/customers/import": 20 * MIB,
  "/v1/imports": 7 * MIB,
  "/subscribe": 64 * KIB,
};
const limitOf = ({ path }: Operation) => LIMITS[path] ?? MIB;

test("nothing of a body is read before a key is known, and known to be enough", async () => {
  for (const operation of ofApi()) {
    const { method, path } = operation;
    const key = { "idempotency-key": "once" };
    const unknown = await sent(method, path, typeOf(operation), null, key);
    expect({ status: unknown.response.status, taken: unknown.taken }, named(operation)).toEqual({
      status: 401,
      taken: 0,
    });
    const tooNarrow = await sent(method, path, typeOf(operation), readKey, key);
    expect({ status: tooNarrow.response.status, taken: tooNarrow.taken }, named(operation)).toEqual({
      status: 403,
      taken: 0,
    });
  }
});

test("nothing of a report is read that nobody signed", async () => {
  const path = "/hooks/resend";
  const unsigned = await sent("POST", path, "application/json", null);
  expect({ status: unsigned.response.status, taken: unsigned.taken }).toEqual({ status: 401, taken: 0 });
});

test("a body of no declared length is read no further than its limit", async () => {
  for (const operation of withBody()) {
    const { response, taken } = await sent(operation.method, operation.path, typeOf(operation), r.adminKey, SIGNED);
    await expectProblem(response, 413, "body-too-large");
    expect(taken, named(operation)).toBeLessThanOrEqual(limitOf(operation) + blank.length);
  }
});

test("a declared length beyond the limit is refused before anything is read", async () => {
  for (const operation of withBody()) {
    const { body, taken } = endless(blank);
    const response = await r.app.request(operation.path.replace(/\{\w+\}/g, "1"), {
      method: operation.method,
      headers: {
        authorization: `Bearer ${r.adminKey}`,
        "content-type": typeOf(operation),
        "content-length": String(limitOf(operation) + 1),
        ...SIGNED,
      },
      body,
      duplex: "half",
    } as RequestInit);
    await expectProblem(response, 413, "body-too-large");
    expect(taken(), named(operation)).toBe(0);
  }
});

describe("a form", () => {
  const form = "application/x-www-form-urlencoded";
  const post = (path: string, body: string) => r.post(path, body, { key: null, headers: { "content-type": form } });

  test.each(["/respond/AAAA", "/confirm/AAAA", "/unsubscribe/AAAA", "/preferences/AAAA"])(
    "under a link that is none is not read: %s",
    async (path) => {
      const { response, taken } = await sent("POST", path, form, null);
      expect({ status: response.status, taken }).toEqual({ status: 404, taken: 0 });
    },
  );

  test("is read up to 64 KiB and 250 fields, and refused whole beyond", async () => {
    await expectProblem(
      await post("/subscribe", `email=a@b.example&website=${"x".repeat(64 * KIB)}`),
      413,
      "body-too-large",
    );
    await expectProblem(await post("/subscribe", "a&".repeat(250)), 413, "body-too-large");
    expect((await sent("POST", "/subscribe", form, null)).taken).toBeLessThanOrEqual(64 * KIB + blank.length);
    expect((await post("/subscribe", `email=dpo@bound.example&${"products=app&".repeat(200)}`)).status).toBe(202);
    const parts = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(251);
    const multipart = { "content-type": "multipart/form-data; boundary=b" };
    const response = await r.post("/subscribe", `${parts}--b--\r\n`, { key: null, headers: multipart });
    await expectProblem(response, 413, "body-too-large");
  });
});

describe("a file", () => {
  const post = (file: string) => r.post("/v1/customers/import", file, { headers: { "content-type": "text/csv" } });

  test("with millions of doubled quotes, or a record without an end, is refused with its line", async () => {
    const quotes = `externalId,name,email\na,"${'""'.repeat(9_000_000)}",`;
    for (const file of [quotes, `externalId,name,email\na,"${"x".repeat(200_000)}`, "x,".repeat(100_000)]) {
      const { errors } = await expectProblem(await post(file), 400, "malformed-csv");
      expect(errors).toHaveLength(1);
    }
  });

  test("is read while it comes: no further than its first hundred bad lines", async () => {
    let taken = 0;
    async function* pieces() {
      yield "externalId,name,email\n";
      for (; taken < 10_000; taken++) yield `id-${taken},,not an address\n`;
    }
    await expect(readCustomers(pieces())).rejects.toMatchObject({ slug: "invalid-request" });
    expect(taken).toBeLessThan(100);
  });
});

test("no more than a hundred errors are told of a request, nor more of a name than can be read", async () => {
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
  const { errors } = await expectProblem(await r.post("/v1/vendors", vendor(fields)), 422, "invalid-request");
  expect(errors).toHaveLength(100);
  const long = await r.post("/v1/vendors", vendor({ ["x".repeat(100_000)]: 1 }));
  expect((await long.text()).length).toBeLessThan(1000);
});
