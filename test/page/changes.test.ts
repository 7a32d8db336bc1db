import { expect, test } from "vitest";
import { renderChange } from "../../src/page/changes/change.tsx";
import { announcements, comingOf, newsOf, renderChanges } from "../../src/page/changes/changes.tsx";
import { isRecent } from "../../src/page/changes/state.tsx";
import { feedOf } from "../../src/page/formats/feed.tsx";
import { renderRegistry } from "../../src/page/register/registry.tsx";
import type { RegisterView } from "../../src/page/shell/view.ts";
import { renderVendor } from "../../src/page/vendor/vendor.tsx";
import { headings, textOf } from "./html.ts";
import { publish } from "./published.ts";

const quill = { name: "Quill", services: [{ purpose: "Drafts", locations: [{ country: "IE" }] }] };
const acme = { name: "Acme", privacyEmail: "privacy@acme.example" };

const frame = (registry: ReturnType<typeof publish>, over: Partial<RegisterView> = {}): RegisterView => ({
  register: registry.register(),
  today: "2026-11-21",
  locale: "en",
  publicUrl: "https://list.example",
  ...over,
});

function change(registry: ReturnType<typeof publish>, number: number, over: Partial<RegisterView> = {}): string {
  return renderChange({ ...frame(registry, over), number }) ?? "";
}

test("every announced change is listed, newest first: the first publication, editorial ones and withdrawn ones", () => {
  const registry = publish(acme)
    .baseline([quill], "2026-01-01")
    .put({ ...quill, website: "https://quill.example" }, "2026-02-01")
    .put({ name: "Mill", services: [{}] }, "2026-04-01", {
      announcedOn: "2026-03-01",
      state: "withdrawn",
      withdrawnAt: new Date("2026-03-05T10:00:00Z"),
    });
  const text = textOf(renderChanges(frame(registry)));
  expect(text).toMatch(
    /Added: Mill Change 2 · withdrawn on 5 March 2026 Withdrawn Material .*Changed: Quill Change 1 · since 1 February 2026 In force Editorial .*First published · 1 subprocessor Change 0/,
  );
});

test("the vendors of a change are in the order of their names, numbers by their value", () => {
  const names = ["Vendor 1", "Vendor 10", "Vendor 11", "Vendor 2"];
  const vendors = names.map((name) => ({ ...quill, name }));
  const registry = publish(acme).baseline(vendors, "2026-02-01");
  const shown = textOf(change(registry, 0)).match(/Vendor \d+/g);
  expect([...new Set(shown)]).toEqual(["Vendor 1", "Vendor 2", "Vendor 10", "Vendor 11"]);
});

test("a change that was never announced has no page", () => {
  expect(renderChange({ ...frame(publish(acme)), number: 7 })).toBeNull();
});

test("a change shows each field before and after, and marks what goes and what comes", () => {
  const registry = publish(acme)
    .put(quill, "2026-01-01")
    .put(
      { name: "Quill", services: [{ purpose: "Drafts", locations: [{ country: "IE" }, { country: "US" }] }] },
      "2026-12-24",
      {
        lastDayToObjectOn: "2026-12-20",
        reason: "A second region",
      },
    );
  const html = change(registry, 1);
  expect(headings(html)).toEqual(["h1 Changed: Quill", "h2 Quill Changed"]);
  expect(html).toContain("<ins>United States</ins>");
  expect(html).not.toContain("<ins>Ireland</ins>");
  const text = textOf(html);
  expect(text).toContain("Takes effect on 24 December 2026");
  expect(text).toContain("Last day for customers to object, unless agreed otherwise 20 December 2026");
  expect(text).toContain("Material: it matters to your data");
  expect(text).toContain("Why A second region");
  expect(text).toContain("Where Before Ireland After Ireland United States");
});

test("a withdrawn change says that it does not apply, and why", () => {
  const registry = publish(acme).put(quill, "2026-12-24", {
    state: "withdrawn",
    withdrawnAt: new Date("2026-11-21T10:00:00Z"),
    withdrawnReason: "Customers objected",
  });
  const text = textOf(change(registry, 0));
  expect(text).toContain("This change was withdrawn and does not apply.");
  expect(text).toContain("Would have taken effect on 24 December 2026");
  expect(text).toContain("Why it was withdrawn Customers objected");
  expect(text).not.toContain("To object");
});

test("a change in force says how to object as long as one may; once withdrawn, or too late, it does not", () => {
  const terms = { lastDayToObjectOn: "2026-12-21", emergencyReason: "Insolvency" };
  const registry = publish(acme).put(quill, "2026-11-21", terms);
  const offer = "To object, write to privacy@acme.example : say which";
  const lastDay = "Last day for customers to object, unless agreed otherwise 21 December 2026";
  const open = textOf(change(registry, 0, { today: "2026-12-21" }));
  expect(open).toContain(offer);
  expect(open).toContain(lastDay);
  expect(open.split("21 December 2026")).toHaveLength(2);
  const late = textOf(change(registry, 0, { today: "2026-12-22" }));
  expect(late).toContain(lastDay);
  expect(late).not.toContain("To object");
  const withdrawn = publish(acme).put(quill, "2026-12-24", { ...terms, state: "withdrawn" });
  expect(textOf(change(withdrawn, 0))).not.toContain("To object");
});

test("a weight the operator gave is told with the operator's reason, not with what the weight usually means", () => {
  const registry = publish(acme).put(quill, "2026-11-21", { weight: "editorial" });
  const [recorded] = registry.register().history;
  if (!recorded) throw new Error("nothing recorded");
  recorded.weightOverride = { weight: "editorial", reason: "It was always on the old list" };
  const text = textOf(change(registry, 0));
  expect(text).toContain("Weight Editorial, because: It was always on the old list");
  expect(text).not.toContain("other details only");
  expect(textOf(change(registry, 0, { locale: "fr" }))).toContain("Rédactionnel, parce que : It was always");
});

test("of several changes, the page says which weight the operator gave", () => {
  const registry = publish(acme).baseline([quill, { name: "Mill", services: [{}] }], "2026-11-21");
  const { history } = registry.register();
  for (const { set } of history) set.baseline = false;
  const [, mill] = history;
  if (mill) mill.weightOverride = { weight: "informative", reason: "It is one of us" };
  expect(textOf(change(registry, 0))).toContain("Weight Material Mill: For information, because: It is one of us");
});

test("the first publication was published, not announced: nobody was told", () => {
  const text = textOf(change(publish(acme).baseline([quill], "2026-01-01"), 0));
  expect(text).toContain("Published on 1 January 2026");
  expect(text).not.toMatch(/Took effect|Applies from/);
  expect(text).not.toContain("Announced on");
});

test("the operator's words say their language where that is not the page's", () => {
  const registry = publish(acme).put(quill, "2026-12-24", { reason: "A second region" });
  expect(change(registry, 0, { locale: "fr" })).toMatch(/<span[^>]* lang="en"[^>]*>\s*A second region/);
  expect(change(registry, 0)).toMatch(/<span dir="auto">\s*A second region/);
});

test("what is told of a change in another language says which: what is coming, the vendor's page, the difference and the feed", async () => {
  const text = (purpose: string) => ({
    name: "Quill",
    services: [{ purpose: { en: purpose }, category: "Writing", locations: [{ country: "IE" }] }],
  });
  const registry = publish({ name: "Acme", defaultLocale: "en", locales: ["en", "fr"] })
    .baseline([text("Drafts answers")], "2026-01-01")
    .put(text("Sends answers"), "2026-12-24", { announcedOn: "2026-11-01" })
    .put({ ...text("Stores drafts"), name: "Chest" }, "2026-12-24", { announcedOn: "2026-11-02" });
  const french = frame(registry, { locale: "fr" });
  const list = renderRegistry({ ...french, at: null, filters: {} });
  const page = renderVendor({ ...french, slug: "quill", at: null }) ?? "";
  const difference = change(registry, 1, { locale: "fr" });
  for (const html of [list, page])
    expect(html).toContain('<span lang="en">Drafts answers</span> → <span lang="en">Sends answers</span>');
  expect(list).toMatch(/<p class="gist" dir="auto"><span lang="en">Stores drafts<\/span> · Irlande/);
  expect(list).toMatch(/<h3 id="category-1" dir="auto" lang="en">Writing/);
  for (const html of [difference, await feedOf(french, "json")]) {
    expect(html.replaceAll('\\"', '"')).toMatch(/<li dir="auto" lang="en"><del>Drafts answers/);
    expect(html.replaceAll('\\"', '"')).toMatch(/<li dir="auto" lang="en"><ins>Sends answers/);
  }
  const atom = await feedOf(french, "atom");
  expect(atom).toMatch(/<feed xml:lang="fr" xmlns=/);
  expect(atom).toContain('<div lang="fr">');
  for (const html of [renderVendor({ ...frame(registry), slug: "quill", at: null }) ?? "", change(registry, 1)])
    expect(html).not.toMatch(/<(?:li|span|h3|p)\b[^>]* lang="/);
});

test("an emergency states its reason", () => {
  const text = textOf(change(publish(acme).put(quill, "2026-11-21", { emergencyReason: "Insolvency" }), 0));
  expect(text).toContain("Why it was sooner than usual Insolvency");
  expect(text).toContain("Took effect on 21 November 2026");
});

test("a change is told in French, and its dates too", () => {
  const text = textOf(change(publish(acme).put(quill, "2026-12-24"), 0, { locale: "fr" }));
  expect(text).toContain("Ajout : Quill");
  expect(text).toContain("Prend effet le 24 décembre 2026");
  expect(text).toContain("Irlande");
});

test("hostile text in a change is text", () => {
  const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
  const registry = publish(acme).put({ ...quill, name: hostile, slug: "evil" }, "2026-12-24", { reason: hostile });
  for (const html of [change(registry, 0), renderChanges(frame(registry))]) expect(html).not.toMatch(/<script|<img/);
});

test("a set of many is summarised by its first names", () => {
  const vendors = ["A", "B", "C", "D", "E"].map((name) => ({ name, services: [{}] }));
  const registry = publish(acme).baseline(vendors, "2026-01-01");
  registry.register().history.forEach(({ set }) => {
    set.baseline = false;
  });
  expect(headings(change(registry, 0))[0]).toBe("h1 Added: A, B, C and 2 others");
});

test("an editorial change is said to be one of details", () => {
  const registry = publish(acme)
    .baseline([quill], "2026-01-01")
    .put({ ...quill, website: "https://quill.example/new" }, "2026-11-21");
  const page = change(registry, 1);
  expect(textOf(page)).toContain("Weight Editorial: wording, links, contacts or other details only");
  expect(page).toContain('<ins><a href="https://quill.example/new">https://quill.example/new</a></ins>');
});

test("the page of the list tells of the announcements what is to come, what may be objected to, and the newest; no others", () => {
  const registry = publish(acme);
  const put = (index: number, on: string, terms = {}) =>
    registry.put({ ...quill, name: `Vendor ${index}` }, on, { announcedOn: `2026-0${1 + (index % 9)}-05`, ...terms });
  for (let index = 0; index < 30; index += 1) put(index, "2026-10-01");
  put(30, "2026-10-01", { emergencyReason: "Insolvency" });
  put(31, "2026-11-20", { emergencyReason: "Insolvency" });
  put(32, "2026-10-01", { lastDayToObjectOn: "2026-11-21" });
  put(33, "2026-10-01", { lastDayToObjectOn: "2026-11-20" });
  put(34, "2026-12-24");
  put(35, "2026-12-24", { state: "withdrawn", announcedOn: "2026-01-01" });
  const view = frame(registry);
  const [all, news] = [announcements(view), newsOf(view)];
  const recentOf = (sets: typeof all) => sets.filter((set) => isRecent(set, view.register.organisation, view.today));
  expect(comingOf(news)).toEqual(comingOf(all));
  expect(comingOf(news).map(({ number }) => number)).toEqual([34]);
  expect(recentOf(news)).toEqual(recentOf(all));
  expect(recentOf(news).map(({ number }) => number)).toEqual([32, 31]);
  expect(news.slice(0, 5)).toEqual(all.slice(0, 5));
  expect(news.length).toBeLessThan(10);
});
