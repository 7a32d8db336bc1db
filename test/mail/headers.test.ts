import { describe, expect, test } from "vitest";
import { noticeHeaders, senderOf } from "../../src/notify/mail/headers.ts";
import { TOKEN } from "../../src/notify/mail/mail.ts";
import { organisation, publicUrl } from "./fixtures.ts";

const headers = (given: Partial<Parameters<typeof noticeHeaders>[0]> = {}) =>
  noticeHeaders({ kind: "announcement", organisation, locale: "fr", publicUrl, changeSet: 3, ...given });
const listId = (name: string) => headers({ organisation: { ...organisation, name } })["List-Id"] ?? "";

describe("the headers of a mail", () => {
  test("let a notice be left with one click and sorted by list", () => {
    for (const kind of ["announcement", "withdrawal", "correction", "reminder"] as const) {
      expect(headers({ kind })).toEqual({
        References: "<change-set-3@subprocessors.better-isms.example>",
        "List-Unsubscribe": `<https://subprocessors.better-isms.example/unsubscribe/${TOKEN}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": '"Better ISMS" <subprocessors.subprocessors.better-isms.example>',
        "Auto-Submitted": "auto-generated",
        "Content-Language": "fr",
      });
    }
  });

  test("say of the answers to the form only that a machine wrote them", () => {
    for (const kind of ["confirmation", "already-following"] as const) {
      expect(headers({ kind, changeSet: null })).toEqual({
        "Auto-Submitted": "auto-generated",
        "Content-Language": "fr",
      });
    }
  });

  test("have no room for another header, whatever the organisation is called", () => {
    const hostile = 'Evil"\r\nBcc: everyone@victim.example\n\u2028\0 <x@y.example> \\';
    const all = headers({ organisation: { ...organisation, name: hostile } });
    for (const value of Object.values(all)) expect(value.replace(TOKEN, "")).toMatch(/^[\x20-\x7e]+$/);
    expect(all["List-Id"]).toBe(
      '"Evil\\" Bcc: everyone@victim.example <x@y.example> \\\\" <subprocessors.subprocessors.better-isms.example>',
    );
  });

  test("carry names beyond ASCII as encoded words that fit their limit and decode to the same name", () => {
    const name = "Société Générale – 日本支社 – Ærø & Straße GmbH, 北京";
    const value = listId(name);
    expect(value).toMatch(/^[\x20-\x7e]+$/);
    const words = value.split(" ").filter((word) => word.startsWith("=?"));
    for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
    const decoded = words.map((word) => Buffer.from(word.slice("=?utf-8?B?".length, -2), "base64").toString()).join("");
    expect(decoded).toBe(name);
  });

  test("name the list by a domain even where the registry has only an address", () => {
    expect(headers({ publicUrl: "http://[::1]:8787" })["List-Id"]).toBe('"Better ISMS" <subprocessors.1>');
    expect(headers({ publicUrl: "http://localhost:8787" })["List-Id"]).toBe('"Better ISMS" <subprocessors.localhost>');
  });

  test("say that the organisation writes, by its name, unless the sender is set with one", () => {
    const from = (name: string, mailFrom = "privacy@acme.example") => senderOf(mailFrom, { name });
    expect(from("Acme", "Acme Privacy <privacy@acme.example>")).toBe("Acme Privacy <privacy@acme.example>");
    expect(from("Köln & Söhne")).toBe("Köln & Söhne <privacy@acme.example>");
    expect(from("Acme, Inc.")).toBe("Acme Inc <privacy@acme.example>");
    expect(from('"Evil" <x@evil.example>\r\nBcc: a@evil.example')).toBe(
      "Evil x evil example Bcc a evil example <privacy@acme.example>",
    );
    expect(from("(@)")).toBe("privacy@acme.example");
  });
});
