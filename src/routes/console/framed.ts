import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Context } from "hono";
import { z } from "zod";
import type { Values } from "../../console/kit/values.ts";
import type { App } from "../frame/context.ts";
import { POLICY } from "./frame.ts";

/** A page of the console that shows another address of it in a frame. */
export const FRAMING = `${POLICY}; frame-src 'self'`;

/** What is shown in a frame of the console: it runs nothing, sends nothing, and asks nobody but for our own style. */
export function framed(c: Context<App>, { style, sandbox }: { style: string; sandbox: string }): void {
  c.header(
    "content-security-policy",
    `sandbox ${sandbox}; default-src 'none'; style-src ${style}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  );
  c.header("x-frame-options", "SAMEORIGIN");
}

/** As long as addresses may be everywhere between a browser and us. */
const LONGEST = 6_000;
const MOST_TYPED = 100_000;

const Typed = z.record(z.string(), z.array(z.string()));

/** What is typed, as an address can have it, for a frame to show what follows from it; null where that is too much. */
export function packed(values: Values): string | null {
  const text = deflateRawSync(JSON.stringify(values)).toString("base64url");
  return text.length > LONGEST ? null : text;
}

/** The same, read again; nothing where it cannot be read. */
export function unpacked(text = ""): Values {
  try {
    const read = inflateRawSync(Buffer.from(text.slice(0, LONGEST), "base64url"), { maxOutputLength: MOST_TYPED });
    return Typed.parse(JSON.parse(read.toString()));
  } catch {
    return {};
  }
}
