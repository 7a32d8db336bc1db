import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { announced, customer, organised, respondLink } from "./setup/answering.ts";
import { type Operation, type Place, placesOf } from "./setup/operations.ts";
import { expectProblem, type Registry } from "./setup/registry.ts";
import { signed } from "./setup/webhook.ts";

/** What PostgreSQL would refuse, and what costs more than it weighs, through every text of the contract. */

const DPO = "dpo@globex.example";

let r: Registry;
let end: () => Promise<void>;
let places: Place[];
let patches: Place[];
let link: string;

beforeAll(async () => {
  r = await organised({ products: [{ key: "app", name: "App" }] }, { atEnd: (ending) => (end = ending) });
  await customer(r, "globex", [DPO]);
  link = await respondLink(r, DPO, await announced(r));
  places = await placesOf(r);
  patches = places.filter(isInVendor).map(asPatch);
});

const isInVendor = ({ operation, pointer }: Place) =>
  operation.method === "POST" && operation.path === "/v1/vendors" && !pointer.startsWith("/query/");

/** The contract says nothing of a patch's members: they are those of a vendor. */
const asPatch = (place: Place): Place => {
  const path = "/v1/vendors/hubspot";
  return {
    ...place,
    operation: { ...place.operation, method: "PATCH", path },
    with: (text) => ({ ...place.with(text), path }),
  };
};

afterAll(() => end());

const named = ({ operation, pointer }: Place) => `${operation.method} ${operation.path} ${pointer}`;

async function send(place: Place, text: unknown): Promise<Response> {
  const { path, body } = place.with(text);
  return r.call(place.operation.method, path, body === undefined ? {} : { body });
}

/** What a file with a list holds is read by readers of its own, which have tests of their own. */
const isOfRegistry = ({ operation, pointer }: Place) =>
  operation.path !== "/hooks/resend" && !(operation.path === "/v1/imports" && pointer === "/file");

/** Of a text that may be one or one for each language the whole is named. */
async function expectNamed(place: Place, response: Response): Promise<void> {
  const { errors } = await expectProblem(response, 422, "invalid-request");
  const pointers = (errors as { pointer: string }[]).map(({ pointer }) => pointer);
  expect(
    pointers.some((pointer) => place.pointer === pointer || place.pointer.startsWith(`${pointer}/`)),
    `${named(place)}: ${pointers}`,
  ).toBe(true);
}

test("a NUL is refused wherever a text may stand, and the pointer names it", async () => {
  expect(places.length).toBeGreaterThan(200);
  for (const place of [...places.filter(isOfRegistry), ...patches]) await expectNamed(place, await send(place, "a\0b"));
  expect(r.logged.filter(({ event }) => event === "error")).toEqual([]);
});

test("so are bytes that are no UTF-8, such as Latin-1: none is published with a hole in it", async () => {
  const headers = { authorization: `Bearer ${r.adminKey}`, "content-type": "application/json" };
  const inBody = ({ pointer }: Place) => !/^\/(path|query)\//.test(pointer);
  for (const place of [...places.filter(isOfRegistry), ...patches].filter(inBody)) {
    const { path, body } = place.with("Montr\u00e9al");
    const latin1 = Buffer.from(JSON.stringify(body), "latin1");
    const { method } = place.operation;
    await expectNamed(place, await r.app.request(path, { method, headers, body: latin1 }));
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await r.post(link, "kind=asked&customer=globex&text=Montr%E9al", { key: null, headers: form });
  expect(answer.status).toBe(422);
});

const IMPOSSIBLE = [
  "2026-02-30",
  "0000-01-01",
  "9999-12-31",
  "9999-12-31T23:59:59-23:59",
  "+275760-09-13T00:00:00.000Z",
  "infinity",
  "9223372036854775808",
  "1e400",
  "\ud800",
];
const NUMBERS = [2 ** 31, 1e308, -(2 ** 63)];

test("no date, number or text that PostgreSQL cannot read is a failure here", async () => {
  for (const place of places.filter(isOfRegistry)) {
    for (const text of [...IMPOSSIBLE, ...NUMBERS].filter(
      (each) => each !== "\ud800" || !/query|path/.test(place.pointer),
    )) {
      const response = await send(place, text);
      expect(
        response.status,
        `${named(place)}: ${text} ${response.status >= 500 ? await response.text() : ""}`,
      ).toBeLessThan(500);
    }
  }
  expect(r.logged.filter(({ event }) => event === "error")).toEqual([]);
});

test("nor in a cursor of any list", async () => {
  const cursors = places.filter(({ pointer }) => pointer === "/query/cursor");
  expect(cursors.length).toBeGreaterThan(5);
  const id = "00000000-0000-4000-8000-000000000000";
  const members = ["at", "createdAt", "answeredAt", "since", "stateAt", "sequence", "number", "slug", "externalId"];
  for (const place of cursors) {
    for (const text of [...IMPOSSIBLE, "a\0b", 2 ** 31, 1e308]) {
      const places = [text, ...members.flatMap((name) => [{ [name]: text }, { [name]: text, id }])];
      for (const cursor of places.map((each) => Buffer.from(JSON.stringify(each)).toString("base64url"))) {
        expect((await send(place, cursor)).status, `${named(place)}: ${JSON.stringify(text)}`).toBeLessThan(500);
      }
    }
  }
});

describe("through what is no part of the contract", () => {
  const values = ["a\0b", "\ud800", ...IMPOSSIBLE, "x".repeat(30_000), "\u0315\u0300".repeat(10_000)];

  test("the forms", async () => {
    const token = link.split("/").at(-1);
    const fields = ["kind", "text", "customer", "onBehalfOf", "email", "name", "products", "locale", "again", "undo"];
    const paths = ["/subscribe", "/preferences/x", "/unsubscribe/x", "/confirm/x", link, `/preferences/${token}`];
    for (const path of paths) {
      for (const field of fields) {
        for (const value of values) {
          const given = { kind: "objected", customer: "globex", email: "a@b.example", [field]: value };
          const body = new URLSearchParams(given).toString();
          const form = { "content-type": "application/x-www-form-urlencoded" };
          const response = await r.post(path, body, { key: null, headers: form });
          expect(response.status, `${path} ${field}: ${value.slice(0, 20)}`).toBeLessThan(500);
        }
      }
    }
  });

  test("the provider's reports, signed", async () => {
    const report = (value: unknown) => ({
      type: "email.bounced",
      created_at: "2026-11-21T09:00:00Z",
      data: {
        email_id: value,
        to: [value],
        subject: value,
        tags: { notice: value, batch: value },
        bounce: { type: value, subType: value, message: value },
      },
    });
    let sent = 0;
    for (const value of [...values, "a".repeat(300_000), "a@".repeat(150_000), null, 1, [], {}]) {
      for (const event of [
        report(value),
        { ...report("x"), created_at: value },
        { ...report("x"), data: value },
        value,
      ]) {
        const body = JSON.stringify(event);
        sent += 1;
        const headers = signed(body, { id: `msg_${sent}` });
        const response = await r.post("/hooks/resend", body, { key: null, headers });
        expect(response.status, body.slice(0, 200)).toBeLessThan(500);
      }
    }
    const body = JSON.stringify(report("x"));
    const long = await r.post("/hooks/resend", body, { key: null, headers: signed(body, { id: "m".repeat(3000) }) });
    await expectProblem(long, 401, "unauthenticated");
  });

  test("the addresses and headers of pages", async () => {
    for (const value of ["a\0b", ...IMPOSSIBLE, "x".repeat(15_000)].filter((each) => each !== "\ud800")) {
      const text = encodeURIComponent(value);
      for (const path of [
        ...["at", "q", "category", "country", "product", "region", "sort", "print", "lang"].map(
          (name) => `/?${name}=${text}`,
        ),
        ...["", "/calendar.ics"].flatMap((end) => [`/changes/${text}${end}`, `/respond/${text}${end}`]),
        ...["confirm", "unsubscribe", "preferences"].map((page) => `/${page}/${text}`),
        `/subprocessors.json?at=${text}`,
        `/v1/customers/${text}`,
      ]) {
        expect((await r.get(path)).status, path.slice(0, 100)).toBeLessThan(500);
      }
    }
    for (const accepted of [",".repeat(15_000), "a;q=".repeat(4000), '"'.repeat(15_000), "fr;q=0.1,".repeat(1600)]) {
      expect((await r.get("/", { headers: { "accept-language": accepted } })).status).toBe(200);
    }
  });
});

describe("a mebibyte of what costs most", () => {
  const WORST = {
    "marks in disorder": "\u0315\u0300",
    letters: "a",
    blanks: " ",
    "half an address": "a@",
    hyphens: "a-",
  };
  /** No text of the contract is longer. */
  const LONGEST = 10_000;

  /** Fails whatever would take time with the square of a long text, and some of what would not. */
  function fuseNormalising(): void {
    const { normalize } = String.prototype;
    onTestFinished(() => {
      String.prototype.normalize = normalize;
    });
    String.prototype.normalize = function (form?: string) {
      if (this.length > LONGEST) throw new Error(`${this.length} characters are normalised`);
      return normalize.call(this, form);
    };
  }

  function fuseSearching(): void {
    const { exec } = RegExp.prototype;
    onTestFinished(() => {
      RegExp.prototype.exec = exec;
    });
    RegExp.prototype.exec = function (text: string) {
      // One character of a class takes as long as the text is, and what repeats nothing as long as the pattern.
      const isLinear = /^\[[^\]]+\]$|^\^[^*+]*\$$/;
      if (text.length > LONGEST && !isLinear.test(this.source))
        throw new Error(`${text.length} characters are searched for ${this}`);
      return exec.call(this, text);
    };
  }

  test.each(Object.entries(WORST))(
    "%s is refused by its length, before it is normalised or searched, and others are answered meanwhile",
    async (_, piece) => {
      const mebibyte = piece.repeat(Math.floor((1000 * 1024) / Buffer.byteLength(piece)));
      const tooLong = piece.repeat((2 * LONGEST) / piece.length); // blows the fuses as a mebibyte does, and is sent sooner
      fuseNormalising();
      fuseSearching();
      const tried = new Set<Operation>();
      for (const place of places.filter(({ pointer }) => !/^\/(path|query)\//.test(pointer)).filter(isOfRegistry)) {
        const isFirst = !tried.has(place.operation);
        tried.add(place.operation);
        const [response, health] = await Promise.all([send(place, isFirst ? mebibyte : tooLong), r.get("/healthz")]);
        const status = isFirst && place.operation.path === "/subscribe" ? 413 : 422;
        expect({ status: response.status, health: health.status }, named(place)).toEqual({ status, health: 200 });
      }
      expect(r.logged.filter(({ event }) => event === "error")).toEqual([]);
    },
  );

  test.each(["externalId", "name", "products", "email", "contactName"])(
    "of marks in the cells of a file, in %s, is not normalised",
    async (column) => {
      fuseNormalising();
      const columns = ["externalId", "name", "products", "email", "contactName"];
      const marks = "\u0315\u0300".repeat(30_000);
      const row = columns.map((each) => (each === column ? marks : each === "email" ? "a@b.example" : "a")).join(",");
      const file = `${columns.join(",")}\n${`${row}\n`.repeat(8)}`;
      const response = await r.post("/v1/customers/import", file, { headers: { "content-type": "text/csv" } });
      await expectProblem(response, 422, "invalid-request", `/lines/2/${column}`);
    },
  );

  test("of marks in a text that is not too long is refused before it is normalised", async () => {
    let most = 0;
    const { normalize } = String.prototype;
    onTestFinished(() => {
      String.prototype.normalize = normalize;
    });
    String.prototype.normalize = function (form?: string) {
      most = Math.max(most, ...(this.match(/\p{M}+/gu) ?? []).map((marks) => marks.length));
      return normalize.call(this, form);
    };
    const service = { retention: "\u0315\u0300".repeat(2000), note: `e${"\u0301".repeat(30)}` };
    const response = await r.post("/v1/vendors", { name: "Marks", services: [service] });
    await expectProblem(response, 422, "invalid-request", "/services/0/retention");
    expect(most).toBeLessThanOrEqual(30);
  });
});
