import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect as connectTo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../src/node-http.ts";
import { expectProblem, registry } from "./setup/registry.ts";

/** The registry over HTTP, as Node speaks it. */
async function served() {
  const r = await registry();
  const server = await listen(r.deps, { port: 0, hostname: "127.0.0.1" });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { r, server, port, base: `http://127.0.0.1:${port}` };
}

/** A connection by hand: what came so far, and waiting for more of it. */
async function dialled(port: number) {
  const socket = connectTo(port, "127.0.0.1");
  let text = "";
  let more = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  let closed = false;
  const wake = () => {
    more.resolve();
    more = Promise.withResolvers<void>();
  };
  socket.on("data", (data) => {
    text += data;
    wake();
  });
  socket.on("error", failed.reject);
  socket.on("close", () => {
    closed = true;
    wake();
  });
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, "connect");
  return {
    write: (data: string | Uint8Array) => new Promise((resolve) => socket.write(data, resolve)),
    text: () => text,
    until: async (pattern: RegExp) => {
      while (!pattern.test(text) && !closed) await Promise.race([more.promise, failed.promise]);
      expect(text).toMatch(pattern);
      return text;
    },
    closed: async () => {
      while (!closed) await more.promise;
    },
  };
}

const head = (path: string, headers: Record<string, string | number>) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;
const health = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
const json = "application/json";

test("the request after one that was refused before its body was read is answered, on a connection kept or anew", async () => {
  const { r, base } = await served();
  const admin = { authorization: `Bearer ${r.adminKey}` };
  const read = { authorization: `Bearer ${await r.key("read")}` };
  const refused: [number, string, Record<string, string>][] = [
    [401, "/v1/vendors", { "content-type": json }],
    [403, "/v1/vendors", { "content-type": json, ...read }],
    [404, "/v1/nowhere", { "content-type": json, ...admin }],
    [404, "/respond/AAAA", { "content-type": "application/x-www-form-urlencoded" }],
    [405, "/v1/audit", { "content-type": json, ...admin }],
    [415, "/v1/vendors", { "content-type": "text/plain", ...admin }],
    [422, "/v1/vendors?changeSet=x", { "content-type": json, ...admin }],
  ];
  for (const [status, path, headers] of refused) {
    for (const size of [1000, 60 << 10, 200 << 10, 900 << 10]) {
      const response = await fetch(base + path, { method: "POST", headers, body: Buffer.alloc(size, 0x20) });
      expect(response.status, path).toBe(status);
      await response.text();
      expect((await fetch(`${base}/healthz`)).status, `${path} of ${size}`).toBe(200);
    }
  }
  for (const size of [2 << 20, 30 << 20]) {
    const body = Buffer.alloc(size, 0x20);
    const response = await fetch(`${base}/v1/vendors`, {
      method: "POST",
      headers: { ...admin, "content-type": json },
      body,
    });
    await expectProblem(response, 413, "body-too-large");
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  }
});

test("a client that keeps its connection, as most programs do, never loses a request to an answer given early", async () => {
  const { base } = await served();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ask = (method: string, path: string, body?: Buffer) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(base + path, { agent, method, headers: { "content-type": json } }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      asked.on("error", reject).end(body);
    });
  for (const size of [100, 64 << 10, 300 << 10, 5 << 20]) {
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await ask("POST", "/v1/vendors", Buffer.alloc(size, 0x20)), String(size)).toBe(401);
      expect(await ask("GET", "/healthz")).toBe(200);
    }
  }
});

test("a short body that comes after its answer is read to its end, and the connection kept", async () => {
  const { port } = await served();
  const line = await dialled(port);
  await line.write(head("/v1/vendors", { "content-type": json, "content-length": 20_000 }));
  expect(await line.until(/\/problems\/unauthenticated/)).not.toMatch(/^connection: close/im);
  for (let sent = 0; sent < 20; sent += 1) await line.write(Buffer.alloc(1000, 0x20));
  await line.write(health);
  await line.until(/ok\n$/);
});

test.each([
  ["a long one", { "content-length": 8 << 20 }, Buffer.alloc(64 << 10, 0x20)],
  ["one of no declared length", { "transfer-encoding": "chunked" }, `10000\r\n${" ".repeat(0x10000)}\r\n`],
])(
  "a body that may be long, %s, is not waited for: the whole answer comes, and says that the connection ends",
  async (_, headers, piece) => {
    const { port } = await served();
    const line = await dialled(port);
    await line.write(head("/v1/vendors", { "content-type": json, ...headers }));
    for (let sent = 0; sent < 10; sent += 1) await line.write(piece);
    const answer = await line.until(/\/problems\/unauthenticated[^}]*\}$/);
    expect(answer).toMatch(/^connection: close/im);
    // It is still read while the client has not noticed.
    for (let sent = 0; sent < 10; sent += 1) await line.write(piece);
    await line.closed();
  },
);

test("a file has the headers of a page", async () => {
  const { base } = await served();
  const page = await fetch(`${base}/`);
  const response = await fetch(`${base}/docs/scalar.js`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("createApiReference");
  for (const name of [
    "content-security-policy",
    "strict-transport-security",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-resource-policy",
  ]) {
    expect(response.headers.get(name), name).toBe(page.headers.get(name));
    expect(response.headers.get(name), name).not.toBeNull();
  }
});

test("what is no request, or none of ours, is refused in few words, and costs nobody else anything", async () => {
  const { port, base } = await served();
  const said = async (text: string) => {
    const line = await dialled(port);
    await line.write(text);
    return line.until(/^HTTP\/1\.1 \d+ [\s\S]*\r\n\r\n/);
  };
  for (const path of ["/\\evil.example", "/v1\\vendors", "/?q=a\\b", "/%", "http://[/"]) {
    const answer = await said(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(answer, path).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer, path).toContain("/problems/malformed-url");
    expect(answer, path).toMatch(/^content-security-policy: default-src 'none'/im);
  }
  expect(await said(`GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await said("GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await said("GET / SMTP\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await said("TRACE /v1/vendors HTTP/1.1\r\nhost: x\r\n\r\n")).toMatch(/^HTTP\/1\.1 401 /);
  expect(await said("TRACE / HTTP/1.1\r\nhost: x\r\n\r\n")).toMatch(/^HTTP\/1\.1 405 /);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

test("how much, how long and how many is decided", async () => {
  const { server } = await served();
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections } = server;
  expect({ headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections }).toEqual({
    headersTimeout: 20_000,
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    timeout: 300_000,
    maxConnections: 10_000,
  });
});
