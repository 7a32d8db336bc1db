import { NewUser, User, UserChange } from "../../model/people/user.ts";
import { changeUser, inviteUser, listUsers, removeUser } from "../../registry/users/users.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page } from "../frame/contract.ts";
import { EXAMPLES } from "./examples.ts";

export const userRoutes = createRouter();

const route = apiRoutes(userRoutes, "users");

route("get", "/v1/users", {
  operationId: "listUsers",
  summary: "Users",
  description: "Everybody who operates the registry, or has.",
  scope: "admin",
  responses: { 200: ok(page(User), "The users") },
  handle: async (c) => ({ data: await listUsers(c.var.deps), next: null }),
});

route("post", "/v1/users", {
  operationId: "inviteUser",
  summary: "Invite a user",
  description:
    "They get a link that signs them in. Somebody who was removed and is invited again is the same user. Refuses an address that a user has.",
  scope: "admin",
  request: { body: json(NewUser, EXAMPLES.inviteUser) },
  responses: { 201: ok(User, "The user") },
  refuses: ["email-taken"],
  handle: (c) => inviteUser(c.var.deps, c.var.actor, c.req.valid("json")),
});

route("patch", "/v1/users/{id}", {
  operationId: "changeUser",
  summary: "Change a user",
  description: "At once. Refuses to take the right to administer from yourself.",
  scope: "admin",
  request: { params: IdParam, body: json(UserChange, EXAMPLES.changeUser) },
  responses: { 200: ok(User, "The user") },
  refuses: ["not-found", "email-taken", "own-role"],
  handle: (c) => changeUser(c.var.deps, c.var.actor, c.req.valid("param").id, c.req.valid("json")),
});

route("delete", "/v1/users/{id}", {
  operationId: "removeUser",
  summary: "Remove a user",
  description: "At once. What they did stays theirs; their API keys open nothing from then on. Refuses yourself.",
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The user is removed" } },
  refuses: ["not-found", "own-role"],
  handle: (c) => removeUser(c.var.deps, c.var.actor, c.req.valid("param").id),
});
