import { NewSubscriber, SubscriberStatus, SubscriberView } from "../../model/people/subscriber.ts";
import {
  addSubscriber,
  eraseSubscriber,
  getSubscriber,
  listSubscribers,
  subscriberPages,
} from "../../registry/people/subscribers.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page, pageQuery } from "../frame/contract.ts";

export const subscriberRoutes = createRouter();

const apiRoute = apiRoutes("subscribers");

const list = apiRoute("get", "/v1/subscribers", {
  operationId: "listSubscribers",
  summary: "Subscribers, oldest first",
  scope: "read",
  request: { query: pageQuery(subscriberPages, { status: SubscriberStatus.optional() }) },
  responses: { 200: ok(page(SubscriberView), "A page of subscribers") },
});

subscriberRoutes.openapi(list, async (c) =>
  c.json(page(SubscriberView).parse(await listSubscribers(c.var.deps, c.req.valid("query"))), 200),
);

const create = apiRoute("post", "/v1/subscribers", {
  operationId: "addSubscriber",
  summary: "Add a follower",
  scope: "write",
  request: { body: json(NewSubscriber) },
  responses: { 201: ok(SubscriberView, "The subscriber") },
  refuses: ["email-taken"],
});

subscriberRoutes.openapi(create, async (c) => {
  const subscriber = await addSubscriber(c.var.deps, c.var.actor, c.req.valid("json"));
  return c.json(SubscriberView.parse(subscriber), 201);
});

const get = apiRoute("get", "/v1/subscribers/{id}", {
  operationId: "getSubscriber",
  summary: "A subscriber",
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(SubscriberView, "The subscriber") },
  refuses: ["not-found"],
});

subscriberRoutes.openapi(get, async (c) =>
  c.json(SubscriberView.parse(await getSubscriber(c.var.deps, c.req.valid("param").id)), 200),
);

const erase = apiRoute("delete", "/v1/subscribers/{id}", {
  operationId: "eraseSubscriber",
  summary: "Erase a person; the evidence of what they were sent keeps a keyed hash",
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The person is erased" } },
  refuses: ["not-found"],
});

subscriberRoutes.openapi(erase, async (c) => {
  await eraseSubscriber(c.var.deps, c.var.actor, c.req.valid("param").id);
  return c.body(null, 204);
});
