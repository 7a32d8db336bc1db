/// <reference types="@cloudflare/vitest-plugin/types" />

declare module "cloudflare:workers" {
  /** The bindings and variables of the Worker under test. */
  // biome-ignore lint/suspicious/noExplicitAny: each test names the bindings it uses
  export const env: any;
  /** The Worker under test, in the same isolate as the test. */
  export const exports: { default: { fetch(input: Request | string, init?: RequestInit): Promise<Response> } };
}
