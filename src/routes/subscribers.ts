import { z } from "@hono/zod-openapi";
import { PLACE, placeOf } from "../db/paging.ts";
import { Instant } from "../model/dates.ts";
import { SubscriberStatus } from "../model/subscriber.ts";
import { Email, Key, Locale, line } from "../model/text.ts";
import {
  addSubscriber,
  eraseSubscriber,
  getSubscriber,
  listSubscribers,
  type SubscriberView,
} from "../registry/people/subscribers.ts";
import { createRouter } from "./context.ts";
import { apiRoute, decodeCursor, IdParam, json, ok, PageQuery, page, toPage } from "./contract.ts";

export const subscriberRoutes = createRouter();

const tags = ["subscribers"];

const Subscriber = z
  .object({
    id: z.uuid(),
    email: Email,
    name: z.string().nullable(),
    locale: Locale,
    products: z.array(Key),
    status: SubscriberStatus,
    follower: z.boolean().openapi({ description: "Has confirmed the address, and is told of every change." }),
    customers: z.array(z.string()).openapi({ description: "Whose contact they are: your own ids." }),
    createdAt: Instant,
    confirmedAt: Instant.nullable(),
    unsubscribedAt: Instant.nullable(),
  })
  .openapi("Subscriber");

/** As it is answered. */
const shown = (subscriber: SubscriberView) =>
  Subscriber.parse({ ...subscriber, follower: subscriber.confirmedAt !== null });

const NewSubscriber = z
  .strictObject({
    email: Email,
    name: line().optional(),
    locale: Locale.optional(),
    products: z.array(Key).max(100).default([]),
    confirmed: z
      .boolean()
      .default(false)
      .openapi({ description: "You vouch that the person asked for it; otherwise a confirmation mail asks." }),
  })
  .openapi("NewSubscriber");

const list = apiRoute({
  method: "get",
  path: "/v1/subscribers",
  operationId: "listSubscribers",
  summary: "Subscribers, oldest first",
  tags,
  scope: "read",
  request: { query: PageQuery.extend({ status: SubscriberStatus.optional() }).strict() },
  responses: { 200: ok(page(Subscriber), "A page of subscribers") },
});

subscriberRoutes.openapi(list, async (c) => {
  const { limit, cursor, status } = c.req.valid("query");
  const after = decodeCursor(cursor, PLACE);
  const subscribers = await listSubscribers(c.var.deps, { limit: limit + 1, after, status });
  const { data, next } = toPage(subscribers, limit, ({ createdAt, id }) => placeOf(createdAt, id));
  return c.json({ data: data.map(shown), next }, 200);
});

const create = apiRoute({
  method: "post",
  path: "/v1/subscribers",
  operationId: "addSubscriber",
  summary: "Add a follower",
  tags,
  scope: "write",
  request: { body: json(NewSubscriber) },
  responses: { 201: ok(Subscriber, "The subscriber") },
  refuses: ["email-taken"],
});

subscriberRoutes.openapi(create, async (c) => {
  const subscriber = await addSubscriber(c.var.deps, c.var.actor, c.req.valid("json"));
  return c.json(shown(subscriber), 201);
});

const get = apiRoute({
  method: "get",
  path: "/v1/subscribers/{id}",
  operationId: "getSubscriber",
  summary: "A subscriber",
  tags,
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(Subscriber, "The subscriber") },
  refuses: ["not-found"],
});

subscriberRoutes.openapi(get, async (c) =>
  c.json(shown(await getSubscriber(c.var.deps, c.req.valid("param").id)), 200),
);

const erase = apiRoute({
  method: "delete",
  path: "/v1/subscribers/{id}",
  operationId: "eraseSubscriber",
  summary: "Erase a person; the evidence of what they were sent keeps a keyed hash",
  tags,
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The person is erased" } },
  refuses: ["not-found"],
});

subscriberRoutes.openapi(erase, async (c) => {
  await eraseSubscriber(c.var.deps, c.var.actor, c.req.valid("param").id);
  return c.body(null, 204);
});
