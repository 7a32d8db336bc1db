import { expect, test, vi } from "vitest";
import { clockFrom } from "../../src/clock.ts";
import { identityByAccess } from "../../src/sso/access.ts";
import { beginFlow, finishFlow } from "../../src/sso/oidc.ts";
import { provider } from "../setup/provider.ts";

const URL_OF = "https://id.acme.example";
const LEA = { sub: "lea", email: "lea@acme.example", email_verified: true, groups: ["legal"] };
const clock = clockFrom();

/** A provider that answers whatever is asked in this isolate. */
async function answering() {
  const made = await provider(URL_OF, clock.now);
  vi.stubGlobal("fetch", (input: RequestInfo, init?: RequestInit) => made.answer(new Request(input, init)));
  return made;
}

test("OpenID Connect and the tokens of Cloudflare Access are checked in workerd as on Node", async () => {
  const { settings, signIn, accessToken } = await answering();
  try {
    const site = { publicUrl: "https://registry.example", clock };
    const come = async (faults = {}) => {
      const { url, flow } = await beginFlow(settings, { ...site, again: false });
      const { searchParams } = new URL(signIn(url.href, LEA, faults), site.publicUrl);
      return finishFlow(settings, flow, searchParams, site);
    };
    expect(await come()).toMatchObject({ issuer: URL_OF, subject: "lea", emailIsVerified: true, groups: ["legal"] });
    await expect(come({ forged: true })).rejects.toMatchObject({ code: "untrusted" });
    await expect(come({ claims: { nonce: "other" } })).rejects.toMatchObject({ code: "untrusted" });

    const access = { teamUrl: URL_OF, audience: "ours" };
    const person = { sub: "lea", email: LEA.email };
    const token = await accessToken({ ...person, aud: ["ours"] });
    expect(await identityByAccess(access, token, clock)).toMatchObject({ subject: "lea", email: LEA.email });
    const other = await accessToken({ ...person, aud: ["another"] });
    await expect(identityByAccess(access, other, clock)).rejects.toMatchObject({ code: "untrusted" });
  } finally {
    vi.unstubAllGlobals();
  }
});
