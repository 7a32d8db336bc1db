import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { languageFor, type Organisation } from "../../model/organisation-document.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import { Email, Key, Locale, line } from "../../model/values/text.ts";
import type { TokenPurpose } from "../../model/values/token.ts";
import { renderSubscribed, renderSubscribeError } from "../../page/forms/subscribe.tsx";
import {
  renderConfirm,
  renderDeparture,
  renderPreferences,
  renderUnknownLink,
  renderUnsubscribe,
} from "../../page/forms/subscription.tsx";
import type { PageView } from "../../page/shell/view.ts";
import {
  askAgain,
  askToFollow,
  confirm,
  contactOf,
  isAsked,
  isExpired,
  onlyContactOf,
  proposedTo,
  proposeReplacement,
  setPreferences,
  subscriberOf,
  undoUnsubscribe,
  unsubscribe,
} from "../../registry/people/followers.ts";
import { successorsOf, vouchFor } from "../../registry/people/successors.ts";
import { FORM_BYTES, isForm, readForm, upTo } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { bodyRefusals, json, ok, publicRefusals } from "../frame/contract.ts";
import { problem } from "../frame/problems.ts";
import { gated, languageChosen, registerView } from "./reader.ts";

export const followRoutes = createRouter();

const Follow = z
  .strictObject({
    email: Email.describe("Where they are to be told."),
    locale: Locale.optional(),
    products: z.array(Key).max(100).optional().describe("Keys of the products they follow; none: everything."),
  })
  .describe("Who wants to be told of changes.")
  .openapi("Follow");

const subscribe = createRoute({
  method: "post",
  path: "/subscribe",
  operationId: "subscribe",
  summary: "Follow the list",
  description:
    "A mail asks to confirm the address. The answer is the same for every address, whether or not it follows already. Needs no key.",
  tags: ["public"],
  security: [],
  middleware: upTo(FORM_BYTES),
  request: { body: json(Follow, { email: "dpo@customer.example", locale: "en" }) },
  responses: {
    202: ok(
      z.object({ status: z.literal("accepted").describe("The wish was heard.") }),
      "If the address does not follow yet, a confirmation mail is on its way",
    ),
    ...publicRefusals(...bodyRefusals, "invalid-request", "too-many-requests"),
  },
});

/** The first gate, by visitor: the limits that hold are counted over mails, in the database. */
followRoutes.on("POST", ["/subscribe", "/confirm/:token"], gated);

// The form of the page comes before the JSON route, and leaves everything else to it.
followRoutes.post("/subscribe", async (c, next) => {
  if (!isForm(c)) return next();
  const view = await registerView(c);
  const form = await readForm(c);
  const products = chosenOf(form, view.register.organisation);
  const typed = (form.get("email") ?? "").trim();
  const email = Email.safeParse(typed);
  const locale = await languageChosen(c, form, view.register.organisation, view.locale);
  if (!email.success) return c.html(renderSubscribeError({ ...view, email: typed.slice(0, 254), products }), 422);
  // A field people do not see was filled in: a program, which learns nothing from the answer.
  if (!form.get("website")) {
    await askToFollow(c.var.deps, { email: email.data, locale, products }, c.var.ip);
  }
  return c.html(renderSubscribed({ ...view, locale }), 202);
});

followRoutes.openapi(subscribe, async (c) => {
  const { email, locale, products = [] } = c.req.valid("json");
  const wish = { email, locale: locale ?? (await registerView(c)).locale, products };
  await askToFollow(c.var.deps, wish, c.var.ip);
  return c.json({ status: "accepted" as const }, 202);
});

/** The person a link belongs to, and the view of their page. GET never changes anything: scanners open every link. */
async function visitor(c: Context<App>, purpose: TokenPurpose) {
  const subscriber = await subscriberOf(c.var.deps, purpose, c.req.param("token") ?? "");
  c.header("cache-control", "no-store");
  return { subscriber, view: await registerView(c, subscriber) };
}

/** The products chosen in a form, as far as the organisation has them. */
const chosenOf = (form: URLSearchParams, { products }: Organisation): string[] =>
  products.map(({ key }) => key).filter((key) => form.getAll("products").includes(key));

/** The customers somebody is told for; a follower is told by their own wish. */
const toldFor = async (c: Context<App>, subscriber: Subscriber): Promise<string[]> =>
  subscriber.confirmedAt ? [] : contactOf(c.var.deps, subscriber);

followRoutes.get("/confirm/:token", async (c) => {
  const { subscriber, view } = await visitor(c, "confirm");
  if (!subscriber) return c.html(renderConfirm({ ...view, state: "unknown" }), 404);
  const onBehalfOf = await proposedTo(c.var.deps, subscriber);
  if (subscriber.status === "active" && !isAsked(subscriber) && onBehalfOf.length === 0) {
    return c.html(renderConfirm({ ...view, state: "done", onBehalfOf: await toldFor(c, subscriber) }));
  }
  const state = isExpired(c.var.deps, c.req.param("token")) ? "expired" : "ask";
  const page = { ...view, state, onBehalfOf, isAsked: isAsked(subscriber) } as const;
  return c.html(renderConfirm(page), state === "expired" ? 410 : 200);
});

followRoutes.post("/confirm/:token", async (c) => {
  const { subscriber, view } = await visitor(c, "confirm");
  if (!subscriber) return c.html(renderConfirm({ ...view, state: "unknown" }), 404);
  if (await confirm(c.var.deps, subscriber, c.req.param("token"))) {
    return c.html(renderConfirm({ ...view, state: "done", onBehalfOf: await toldFor(c, subscriber) }));
  }
  if (!(await readForm(c)).get("again")) return c.html(renderConfirm({ ...view, state: "expired" }), 410);
  await askAgain(c.var.deps, subscriber, c.var.ip);
  return c.html(renderConfirm({ ...view, state: "sent" }));
});

followRoutes.get("/unsubscribe/:token", async (c) => {
  const { subscriber, view } = await visitor(c, "subscription");
  if (!subscriber) return c.html(renderUnsubscribe({ ...view, state: "unknown" }), 404);
  const state = subscriber.status === "unsubscribed" ? "done" : "ask";
  return c.html(renderUnsubscribe({ ...view, ...(await placeOf(c, subscriber)), state }));
});

/** For whom a contact is told, and for whom nobody else is. */
const placeOf = async (c: Context<App>, subscriber: Subscriber) => ({
  onBehalfOf: await contactOf(c.var.deps, subscriber),
  onlyFor: await onlyContactOf(c.var.deps, subscriber),
});

/**
 * One click (RFC 8058, 3.2): no cookie, no origin, no redirect; the button of the page posts the same way. A contact is
 * asked whom to tell instead, before by the page and after by its answer.
 */
followRoutes.post("/unsubscribe/:token", async (c) => {
  const { subscriber, view } = await visitor(c, "subscription");
  if (!subscriber) return c.html(renderUnsubscribe({ ...view, state: "unknown" }), 404);
  const form = await readForm(c);
  const place = await placeOf(c, subscriber);
  const { onBehalfOf } = place;
  if (form.has("email") && onBehalfOf.length > 0) return replace(c, subscriber, { ...view, ...place }, form);
  if (form.get("undo")) {
    await undoUnsubscribe(c.var.deps, subscriber);
    return c.html(renderUnsubscribe({ ...view, state: "undone" }));
  }
  await unsubscribe(c.var.deps, subscriber);
  return c.html(renderUnsubscribe({ ...view, state: "done", onBehalfOf }));
});

/** Whom a contact names in their place, and leaves. The answer is the same whether or not that person is known. */
async function replace(
  c: Context<App>,
  contact: Subscriber,
  view: PageView & { onBehalfOf: string[]; onlyFor: string[] },
  form: URLSearchParams,
) {
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  const typed = { email: (form.get("email") ?? "").trim(), name: (form.get("name") ?? "").trim() };
  const email = Email.safeParse(typed.email);
  if (!email.success) {
    const wrong = { email: typed.email.slice(0, 254), name: typed.name.slice(0, 200) };
    const state = contact.status === "unsubscribed" ? "done" : "ask";
    return c.html(renderUnsubscribe({ ...view, state, wrong }), 422);
  }
  // A name nobody could have meant is left out: it is the address that counts.
  const name = line().safeParse(typed.name).data ?? null;
  await unsubscribe(c.var.deps, contact);
  await proposeReplacement(c.var.deps, contact, { email: email.data, name, ip: c.var.ip });
  return c.html(renderUnsubscribe({ ...view, state: "replaced" }));
}

/** The link of the mail to a contact who has left: it is in no notice, so nobody has it to whom one was forwarded. */
followRoutes.on(["GET", "POST"], "/departure/:token", async (c) => {
  const { deps } = c.var;
  const { subscriber, view } = await visitor(c, "departure");
  if (!subscriber) return c.html(renderUnknownLink(view, "follow"), 404);
  if (c.req.method === "POST") {
    const form = await readForm(c);
    if (form.get("undo")) await undoUnsubscribe(deps, subscriber, { dismisses: true });
    else await vouchFor(deps, subscriber, form.get("vouch") ?? "");
  }
  const now = (await subscriberOf(deps, "departure", c.req.param("token"))) ?? subscriber;
  const page = { onBehalfOf: await contactOf(deps, now), hasLeft: now.status === "unsubscribed" };
  return c.html(renderDeparture({ ...view, ...page, successors: await successorsOf(deps.db, now.id) }));
});

followRoutes.on(["GET", "POST"], "/preferences/:token", async (c) => {
  const { subscriber, view } = await visitor(c, "subscription");
  if (!subscriber) return c.html(renderUnknownLink(view, "follow"), 404);
  const { organisation } = view.register;
  const preferred = { ...subscriber, locale: languageFor(subscriber.locale, organisation) };
  const unsubscribeUrl = `/unsubscribe/${c.req.param("token")}`;
  const who = { email: subscriber.email, follower: subscriber.confirmedAt !== null };
  const page = { ...view, ...who, hasLeft: subscriber.status === "unsubscribed", unsubscribeUrl };
  if (c.req.method !== "POST") return c.html(renderPreferences({ ...page, preferences: preferred }));
  const form = await readForm(c);
  // Without a product chosen a form says "all of them"; a body that is no form at all says nothing.
  if (!form.has("locale") && !form.has("products")) {
    return c.html(renderPreferences({ ...page, preferences: preferred }), 422);
  }
  const preferences = {
    locale: await languageChosen(c, form, organisation, preferred.locale),
    products: chosenOf(form, organisation),
  };
  await setPreferences(c.var.deps, subscriber, preferences);
  return c.html(renderPreferences({ ...page, locale: preferences.locale, preferences, saved: true }));
});
