import { NewUser, User, UserChange } from "../../model/people/user.ts";
import { changeUser, inviteUser, listUsers, removeUser } from "../../registry/users/users.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page } from "../frame/contract.ts";

export const userRoutes = createRouter();

const route = apiRoutes(userRoutes, "users");

route("get", "/v1/users", {
  operationId: "listUsers",
  summary: "Everybody who operates the registry, or has",
  scope: "admin",
  responses: { 200: ok(page(User), "The users") },
  handle: async (c) => ({ data: await listUsers(c.var.deps), next: null }),
});

route("post", "/v1/users", {
  operationId: "inviteUser",
  summary: "Invite a person",
  description: "Somebody who was removed and is invited again is the same user.",
  scope: "admin",
  request: { body: json(NewUser) },
  responses: { 201: ok(User, "The user") },
  refuses: ["email-taken"],
  handle: (c) => inviteUser(c.var.deps, c.var.actor, c.req.valid("json")),
});

route("patch", "/v1/users/{id}", {
  operationId: "changeUser",
  summary: "Change a user's name, address, role, or what they are mailed, at once",
  scope: "admin",
  request: { params: IdParam, body: json(UserChange) },
  responses: { 200: ok(User, "The user") },
  refuses: ["not-found", "email-taken", "own-role"],
  handle: (c) => changeUser(c.var.deps, c.var.actor, c.req.valid("param").id, c.req.valid("json")),
});

route("delete", "/v1/users/{id}", {
  operationId: "removeUser",
  summary: "Remove a user, at once",
  description: "What they did stays theirs; their API keys open nothing from then on.",
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The user is removed" } },
  refuses: ["not-found", "own-role"],
  handle: (c) => removeUser(c.var.deps, c.var.actor, c.req.valid("param").id),
});
