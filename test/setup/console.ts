import { expect } from "vitest";
import { linkForOperator } from "../../src/registry/users/sign-in-links.ts";
import type { Registry } from "./registry.ts";

export type Role = "read" | "write" | "announce" | "admin";

let made = 0;

/** Somebody of a role who has signed in to the console, as a browser without script: it asks for pages and sends forms. */
export async function consoleOf(r: Registry, role: Role = "admin") {
  made += 1;
  const email = `console-${made}@acme.example`;
  const token = await linkForOperator(r.deps, { email, name: `Operator ${made}`, role });
  const own = {
    "sec-fetch-site": "same-origin",
    accept: "text/html",
    "content-type": "application/x-www-form-urlencoded",
  };
  const signedIn = await r.call("POST", `/console/sign-in/${token}`, { key: null, headers: own });
  expect(signedIn.status).toBe(303);
  const cookie = /^[^;]+/.exec(signedIn.headers.get("set-cookie") ?? "")?.[0] ?? "";
  const headers = { ...own, cookie };

  const open = async (path: string, status = 200): Promise<string> => {
    const response = await r.call("GET", path, { key: null, headers });
    const page = await response.text();
    expect([response.status, path, response.status === status ? "" : page]).toEqual([status, path, ""]);
    return page;
  };
  /** Sends fields as they are: those of `page`'s form that are not among them stay as they are. */
  const send = (path: string, fields: Fields, page?: string): Promise<Response> => {
    const form = new URLSearchParams(page === undefined ? [] : fieldsOf(page));
    for (const [name, value] of Object.entries(fields)) {
      const [first, ...more] = [value].flat();
      // A field stays where the form has it.
      if (first === undefined) form.delete(name);
      else form.set(name, first);
      for (const each of more) form.append(name, each);
    }
    return r.call("POST", path, { key: null, headers, body: form.toString() });
  };
  return { email, cookie, open, send };
}

type Fields = Record<string, string | readonly string[]>;

/** What a browser would send of a page's form, its buttons left aside. */
export function fieldsOf(page: string): [string, string][] {
  const form = /<form class="console-form".*?<\/form>/s.exec(page)?.[0] ?? "";
  const attribute = (tag: string, name: string) => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
  const fields: [string, string][] = [];
  const controls = /<input[^>]*>|<select[^>]*>.*?<\/select>|<textarea[^>]*>.*?<\/textarea>/gs;
  for (const [control] of form.matchAll(controls)) {
    const tag = /^<[^>]*>/.exec(control)?.[0] ?? "";
    const name = attribute(tag, "name");
    if (/^<input/.test(tag)) {
      if (/ type="(checkbox|radio)"/.test(tag)) {
        if (/ checked/.test(tag)) fields.push([name, attribute(tag, "value") || "on"]);
      } else fields.push([name, attribute(tag, "value")]);
    } else if (/^<select/.test(tag)) {
      const options = [...control.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => / selected/.test(option)) ?? options[0];
      if (chosen) fields.push([name, attribute(chosen, "value")]);
    } else fields.push([name, decoded(/^<[^>]*>(.*)<\/textarea>$/s.exec(control)?.[1] ?? "")]);
  }
  return fields;
}

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
