import { expect, test } from "vitest";
import { contractOf } from "./setup/operations.ts";
import { expectProblem, registry, vendor } from "./setup/registry.ts";

/** What is so of every answer, whichever route gives it. */

test("what the API answers is kept by nobody's cache, refusals included", async () => {
  const r = await registry();
  for (const response of [
    await r.get("/v1/vendors"),
    await r.get("/v1/vendors", { key: null }),
    await r.get("/v1/vendors?limit=x"),
    await r.get("/v1/nowhere"),
    await r.post("/v1/vendors", "{"),
    await r.get("/v1/customers", { headers: { accept: "text/csv" } }),
  ]) {
    expect(response.headers.get("cache-control"), String(response.status)).toBe("no-store");
    await response.text();
  }
  expect((await r.get("/", { key: null })).headers.get("cache-control")).toContain("max-age=30");
});

test("a method that an address does not take is refused with those it takes", async () => {
  const r = await registry();
  const { operations } = await contractOf(r);
  for (const template of new Set(operations.map(({ path }) => path))) {
    const path = template.replace(/\{\w+\}/g, "1");
    const isHere = (other: string) => new RegExp(`^${other.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
    const methods = [...new Set(operations.filter((each) => isHere(each.path)).map(({ method }) => method))];
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      if (methods.includes(method)) continue;
      const response = await r.call(method, path);
      await expectProblem(response, 405, "method-not-allowed");
      const allowed = (response.headers.get("allow") ?? "").split(", ").filter((each) => each !== "HEAD");
      expect(allowed.sort(), `${method} ${path}`).toEqual(methods.sort());
    }
  }
  const page = await r.get("/subscribe", { key: null, headers: { accept: "text/html" } });
  expect({ status: page.status, allow: page.headers.get("allow") }).toEqual({ status: 405, allow: "POST" });
  expect(page.headers.get("content-type")).toContain("text/html");
  expect((await r.call("PUT", "/v1/vendors", { key: null })).status).toBe(401);
  expect((await r.get("/nowhere")).headers.get("allow")).toBeNull();
});

test("an address that is no text, or that others may take for another, is refused", async () => {
  const r = await registry();
  for (const path of [
    "/v1/vendors/%",
    "/v1/vendors/%zz",
    "/v1/vendors/%E0%A4%A",
    "/v1/vendors/%ff",
    "/respond/%c0%ae",
    "/?q=%",
    "/?q=%e9",
    "/?q=a\\b",
    "/healthz%",
  ]) {
    const response = await r.get(path);
    await expectProblem(response, 400, "malformed-url");
    expect(response.headers.get("content-security-policy"), path).toContain("default-src 'none'");
  }
  expect((await r.get("/?q=100%25%20%C3%A9")).status).toBe(200);
});

test("a client that goes in the middle of its body is no failure of ours, and none of the database's", async () => {
  const r = await registry();
  await r.listed(vendor({ name: "Listed" }));
  const json = { "content-type": "application/json" };
  const places: [path: string, headers: Record<string, string>][] = [
    ["/subscribe", json],
    ["/subscribe", { "content-type": "application/x-www-form-urlencoded" }],
    ["/subscribe", { "content-type": "multipart/form-data; boundary=b" }],
    ["/v1/vendors", json],
    ["/v1/vendors", { ...json, "idempotency-key": "one" }],
    ["/v1/change-sets/1/changes/listed/rebase", { "idempotency-key": "two" }],
    ["/v1/customers/import", { "content-type": "text/csv" }],
    ["/hooks/resend", { ...json, "svix-id": "i", "svix-timestamp": "1", "svix-signature": "v1,x" }],
  ];
  for (const [path, headers] of places) {
    for (const length of [{ "content-length": "2000" }, {}]) {
      const gone = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(Buffer.from("externalId")),
        pull: (controller) => controller.error(gone),
      });
      const init = { method: "POST", body, duplex: "half" } as const;
      const all = { ...headers, ...length, authorization: `Bearer ${r.adminKey}` };
      const response = await r.app.request(path, { ...init, headers: all });
      await expectProblem(response, 400, "malformed-json");
    }
  }
  expect(r.logged).toEqual([]);
});
