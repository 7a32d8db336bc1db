import { expect, test } from "vitest";
import { renderSubscribed, renderSubscribeError } from "../../src/page/forms/subscribe.tsx";
import { renderConfirm, renderPreferences, renderUnsubscribe } from "../../src/page/forms/subscription.tsx";
import { renderProblem } from "../../src/page/shell/plain-page.tsx";
import { headings, textOf } from "./html.ts";
import { publish } from "./published.ts";

const register = publish({ name: "Acme", products: [{ key: "app", name: "The App" }] }).register();
const frame = { register, locale: "en" as const };
const french = { register, locale: "fr" as const };

/** Field names and values that pressing the only button sends. */
function fields(html: string): string[] {
  const [, form = ""] = /<form method="post">(.*?)<\/form>/s.exec(html) ?? [];
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((m) => `${m[1]}=${m[2]}`);
}

test("asking to subscribe is answered the same for every address", () => {
  const html = renderSubscribed(frame);
  expect(textOf(html)).toContain("If this address is new here, we have just written to it.");
  expect(html).toContain('href="/?lang=fr"'); // nothing is to be read at /subscribe
});

test("a wrong address comes back in the form, tied to what is wrong with it", () => {
  const html = renderSubscribeError({ ...frame, email: `"><b>me`, products: ["app"] });
  expect(html).toContain('value="&quot;&gt;&lt;b&gt;me"');
  expect(html).toMatch(/aria-invalid="true" aria-describedby="email-wrong"/);
  expect(html).toContain('<input type="checkbox" name="products" value="app" checked=""/>');
});

test("confirming is a button that posts to the same address, and each outcome has its page", () => {
  const ask = renderConfirm({ ...frame, state: "ask" });
  expect(ask).toContain('<form method="post">');
  expect(fields(ask)).toEqual([]);
  expect(fields(renderConfirm({ ...frame, state: "expired" }))).toEqual(["again=1"]);
  expect(headings(renderConfirm({ ...french, state: "done" }))).toEqual(["h1 Votre adresse est confirmée"]);
  expect(headings(renderConfirm({ ...frame, state: "unknown" }))).toEqual(["h1 This link does not work"]);
});

test("unsubscribing is a button, and can be undone by another", () => {
  expect(fields(renderUnsubscribe({ ...frame, state: "ask" }))).toEqual([]);
  expect(fields(renderUnsubscribe({ ...french, state: "done" }))).toEqual(["undo=1"]);
  expect(renderUnsubscribe({ ...frame, state: "undone" })).not.toContain("<form");
});

test("a contact who left is asked whom to tell instead, with what was typed and what is wrong with it", () => {
  const onBehalfOf = ["Globex", "Initech <AG>"];
  const html = renderUnsubscribe({ ...frame, state: "done", onBehalfOf });
  expect(textOf(html)).toContain("You were told on behalf of Globex and Initech <AG>.");
  expect(headings(html)).toEqual(["h1 You will get no more messages", "h2 Who should be told instead?"]);
  expect(fields(html)).toEqual(["undo=1"]);
  expect(html).not.toContain("aria-invalid");
  const wrong = renderUnsubscribe({
    ...french,
    state: "done",
    onBehalfOf,
    wrong: { email: `"><b>`, name: "Ève" },
  });
  expect(wrong).toContain('value="&quot;&gt;&lt;b&gt;"');
  expect(wrong).toContain('value="Ève"');
  expect(wrong).toMatch(/aria-invalid="true" aria-describedby="email-wrong"/);
  expect(renderUnsubscribe({ ...frame, state: "done" })).not.toContain('name="email"');
  expect(renderUnsubscribe({ ...frame, state: "replaced" })).not.toContain("<form");
});

test("whoever is named in a contact's place is told for whom before they confirm, and after", () => {
  const onBehalfOf = ["Globex"];
  expect(textOf(renderConfirm({ ...frame, state: "ask", onBehalfOf }))).toContain("on behalf of Globex");
  expect(textOf(renderConfirm({ ...french, state: "done", onBehalfOf }))).toContain("informé, pour Globex,");
});

test("a contact who does not follow chooses a language, and no products", () => {
  const view = {
    ...frame,
    email: "a@a.example",
    preferences: { locale: "en" as const, products: [] },
    unsubscribeUrl: "/x",
  };
  expect(renderPreferences({ ...view, follower: false })).not.toContain('name="products"');
  expect(renderPreferences({ ...view, follower: true })).toContain('name="products"');
});

test("preferences show what is chosen, that it was saved, and how to leave", () => {
  const html = renderPreferences({
    ...frame,
    email: "ada@customer.example",
    preferences: { locale: "fr", products: ["app"] },
    follower: true,
    saved: true,
    unsubscribeUrl: "/unsubscribe/token",
  });
  expect(textOf(html)).toContain("What is sent to ada@customer.example when this list changes.");
  expect(textOf(html)).toContain("Saved.");
  expect(html).toContain('name="locale" value="fr" checked=""');
  expect(html).toContain('name="products" value="app" checked=""');
  expect(html).toContain('href="/unsubscribe/token"');
});

test("pages behind a link, and pages that are not there, ask search engines not to keep them", () => {
  for (const html of [renderConfirm({ ...frame, state: "ask" }), renderProblem(frame, "notFound")])
    expect(html).toContain('<meta name="robots" content="noindex"/>');
});

test("when nothing can be read, a page says so without naming anybody", () => {
  const html = renderProblem({ register: null, locale: "fr" }, "unavailable");
  expect(headings(html)).toEqual(["h1 Le registre ne peut pas être affiché pour le moment"]);
});
