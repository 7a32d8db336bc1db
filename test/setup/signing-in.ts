import { expect } from "vitest";
import type { Role } from "../../src/model/people/user.ts";
import { linkForOperator } from "../../src/registry/users/sign-in-links.ts";
import type { Registry } from "./registry.ts";

/** As a browser sends a form of our own page. */
export const OWN = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };

let made = 0;

/** A link for a new user of a role. */
export async function link(r: Registry, role: Role = "admin") {
  made += 1;
  const email = `signs-in-${made}@acme.example`;
  const token = await linkForOperator(r.deps, { email, name: `Person ${made}`, role });
  const { data } = await r.json("GET", "/v1/users", 200);
  const { id } = data.find((user: { email: string }) => user.email === email);
  return { id: id as string, email, token, path: `/console/sign-in/${token}` };
}

export const send = (r: Registry, method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  r.call(method, path, { key: null, headers, ...(body === undefined ? {} : { body }) });

/** Sends a form of the console, as the browser with that cookie. */
export const post = (r: Registry, path: string, cookie: string | null, body = "") =>
  send(r, "POST", path, { ...OWN, ...(cookie === null ? {} : { cookie }) }, body);

export const cookieOf = (response: Response): string =>
  /^[^;]+/.exec(response.headers.get("set-cookie") ?? "")?.[0] ?? "";

/** Somebody with a role who has signed in, and the cookie of their browser. */
export async function signedIn(r: Registry, role: Role = "admin") {
  const { id, email, path } = await link(r, role);
  const response = await post(r, path, null);
  expect(response.status).toBe(303);
  return { id, email, cookie: cookieOf(response) };
}

export const open = (r: Registry, cookie: string, path = "/console") => send(r, "GET", path, { cookie });
