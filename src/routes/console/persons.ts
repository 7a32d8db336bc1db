import type { Context } from "hono";
import { followersPath, PATH } from "../../console/customers/paths.ts";
import { renderErase, renderFollowers, renderPerson } from "../../console/customers/persons.tsx";
import { Held } from "../../model/people/held.ts";
import { SubscriberStatus } from "../../model/people/subscriber.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { line } from "../../model/values/text.ts";
import { contactOf, onlyContactOf } from "../../registry/people/followers.ts";
import { eraseSubscriber, getSubscriber, listSubscribers, subscriberPages } from "../../registry/people/subscribers.ts";
import { heldOf } from "../../registry/proof/held.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type App, createRouter } from "../frame/context.ts";
import { UUID } from "../frame/contract.ts";
import { done } from "./form.ts";
import { consoleView, freshSignIn } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const personsScreen = createRouter();

const route = consoleRoutes(personsScreen);

const ON_A_PAGE = 50;

route("GET", followersPath, { role: "read" }, async (c) => {
  const { deps, signedIn } = c.var;
  const cursor = c.req.query("cursor");
  const filters = {
    q: line().safeParse(c.req.query("q")).data,
    status: SubscriberStatus.safeParse(c.req.query("status")).data,
  };
  const followers = await listSubscribers(deps, {
    ...filters,
    byOwnWish: true,
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: subscriberPages.cursor.safeParse(cursor).data,
  });
  const view = await consoleView(c, signedIn.user);
  return c.html(renderFollowers({ ...view, followers, filters: { ...filters, cursor } }));
});

/** The person whom an address names. Refuses: not-found. */
async function named(c: Context<App>) {
  const id = c.req.param("id") ?? "";
  if (!UUID.test(id)) throw new Refusal("not-found", "There is no such subscriber.");
  return getSubscriber(c.var.deps, id);
}

async function personView(c: Context<App>) {
  const person = await named(c);
  return {
    ...(await consoleView(c, c.var.signedIn.user)),
    person,
    contactOf: await contactOf(c.var.deps, person),
    mayErase: allows(c.var.scopes, "admin"),
  };
}

route("GET", `${PATH}/people/:id`, { role: "read" }, async (c) => c.html(renderPerson(await personView(c))));

route("GET", `${PATH}/people/:id/export`, { role: "admin" }, async (c) => {
  const { id } = await named(c);
  const held = Held.parse(await heldOf(c.var.deps, id));
  return c.body(JSON.stringify(held, null, 2), 200, {
    "content-type": "application/json",
    "content-disposition": 'attachment; filename="person.json"',
  });
});

route("GET", `${PATH}/people/:id/erase`, { role: "admin" }, async (c) => {
  const view = await personView(c);
  return c.html(renderErase({ ...view, lone: await onlyContactOf(c.var.deps, view.person) }));
});

route("POST", `${PATH}/people/:id/erase`, { role: "admin", before: [freshSignIn] }, async (c) => {
  const { id, follower } = await named(c);
  await eraseSubscriber(c.var.deps, c.var.actor, id);
  return done(c, follower ? followersPath : PATH, "erased");
});
