import { expect, test } from "vitest";
import { contractOf } from "./setup/operations.ts";
import { expectProblem, registry } from "./setup/registry.ts";

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
