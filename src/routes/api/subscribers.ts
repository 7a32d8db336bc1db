import { Held } from "../../model/people/held.ts";
import { NewSubscriber, SubscriberStatus, SubscriberView } from "../../model/people/subscriber.ts";
import { line } from "../../model/values/text.ts";
import {
  addSubscriber,
  eraseSubscriber,
  getSubscriber,
  listSubscribers,
  subscriberPages,
} from "../../registry/people/subscribers.ts";
import { heldOf } from "../../registry/proof/held.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page, pageQuery } from "../frame/contract.ts";
import { EXAMPLES } from "./examples.ts";

export const subscriberRoutes = createRouter();

const route = apiRoutes(subscriberRoutes, "subscribers");

route("get", "/v1/subscribers", {
  operationId: "listSubscribers",
  summary: "Subscribers",
  description: "Followers and contacts, oldest first.",
  scope: "read",
  request: {
    query: pageQuery(subscriberPages, {
      status: SubscriberStatus.optional(),
      q: line().optional().describe("Part of an address or a name."),
    }),
  },
  responses: { 200: ok(page(SubscriberView), "A page of subscribers") },
  handle: (c) => listSubscribers(c.var.deps, c.req.valid("query")),
});

route("post", "/v1/subscribers", {
  operationId: "addSubscriber",
  summary: "Add a follower",
  description: "A mail asks them to confirm, unless you vouch for it by `confirmed`. Refuses an address that is known.",
  scope: "write",
  request: { body: json(NewSubscriber, EXAMPLES.addSubscriber) },
  responses: { 201: ok(SubscriberView, "The subscriber") },
  refuses: ["email-taken"],
  handle: (c) => addSubscriber(c.var.deps, c.var.actor, c.req.valid("json")),
});

route("get", "/v1/subscribers/{id}", {
  operationId: "getSubscriber",
  summary: "A subscriber",
  description: "Whether they are told, and for whom.",
  scope: "read",
  request: { params: IdParam },
  responses: { 200: ok(SubscriberView, "The subscriber") },
  refuses: ["not-found"],
  handle: (c) => getSubscriber(c.var.deps, c.req.valid("param").id),
});

route("get", "/v1/subscribers/{id}/export", {
  operationId: "exportSubscriber",
  summary: "What is held about a person",
  description: "All of it (GDPR Art. 15).",
  scope: "admin",
  request: { params: IdParam },
  responses: { 200: ok(Held, "What is held") },
  refuses: ["not-found"],
  handle: (c) => heldOf(c.var.deps, c.req.valid("param").id),
});

route("delete", "/v1/subscribers/{id}", {
  operationId: "eraseSubscriber",
  summary: "Erase a person",
  description:
    "Their name, address and words go (GDPR Art. 17); the evidence of what they were sent keeps a keyed hash.",
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The person is erased" } },
  refuses: ["not-found"],
  handle: (c) => eraseSubscriber(c.var.deps, c.var.actor, c.req.valid("param").id),
});
