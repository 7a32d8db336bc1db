import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { KEY_DAYS } from "../../console/people/keys.tsx";
import { renderAddress } from "../../console/people/own.tsx";
import { renderPeople } from "../../console/people/screen.tsx";
import type { PeopleView, Typed } from "../../console/people/view.ts";
import { renderMessage } from "../../console/shell.tsx";
import { NewUser, Role } from "../../model/people/user.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { Email, line } from "../../model/values/text.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { allows, createApiKey, listOpenKeys, revokeApiKey } from "../../registry/users/api-keys.ts";
import { askForAddress, confirmAddress, confirmsAddress } from "../../registry/users/own-address.ts";
import { endSession, listSessions } from "../../registry/users/sessions.ts";
import {
  changeUser,
  hearOfAnswers,
  inviteUser,
  listUsers,
  removeUser,
  renameUser,
} from "../../registry/users/users.ts";
import { wordsFor } from "../../words/index.ts";
import { readForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { UUID } from "../frame/contract.ts";
import { problem } from "../frame/problems.ts";
import { done } from "./form.ts";
import { consoleView, freshSignIn, leadTo } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const peopleRoutes = createRouter();

const route = consoleRoutes(peopleRoutes);

const isAdmin = (c: Context<App>): boolean => allows(c.var.scopes, "admin");

/** The page of people, as its reader may see it. */
async function people(c: Context<App>, more: Partial<PeopleView> = {}): Promise<string> {
  const { deps, signedIn } = c.var;
  const { user, session } = signedIn;
  const view = await consoleView(c, user);
  const users = isAdmin(c) ? await listUsers(deps) : null;
  const invited = users?.find(({ id }) => id === c.req.query("invited"));
  return renderPeople({
    ...view,
    ...(invited && { saved: wordsFor(view.locale).consoleWords.people.invited(invited.email) }),
    user,
    session,
    privacyEmail: (await getOrganisation(deps.db)).privacyEmail ?? null,
    users,
    sessions: await listSessions(deps, isAdmin(c) ? undefined : user.id),
    keys: await listOpenKeys(deps, isAdmin(c) ? undefined : user.id),
    ...more,
  });
}

const saved = (c: Context<App>) => done(c, "/console/people");

route("GET", "/console/people", { role: "read" }, async (c) => c.html(await people(c)));

route("POST", "/console/people/users", { role: "admin" }, async (c) => {
  const form = await readForm(c);
  const values = Object.fromEntries(["email", "name", "role"].map((name) => [name, form.get(name)?.trim() ?? ""]));
  const read = NewUser.safeParse(values);
  const words = wordsFor((await consoleView(c)).locale).consoleWords.wrong;
  const typed = (wrong: Typed["wrong"]): Typed => ({ values: kept(values), wrong });
  if (!read.success) {
    const fields = read.error.issues.map(({ path }) => String(path[0]) as "email" | "name" | "role");
    return c.html(
      await people(c, { invited: typed(Object.fromEntries(fields.map((each) => [each, words[each]]))) }),
      422,
    );
  }
  try {
    const { id } = await inviteUser(c.var.deps, c.var.actor, read.data, (await consoleView(c)).locale);
    return leadTo(c, `/console/people?invited=${id}`);
  } catch (error) {
    if (!(error instanceof Refusal && error.slug === "email-taken")) throw error;
    return c.html(await people(c, { invited: typed({ email: words["email-taken"] }) }), 409);
  }
});

const NewKey = z.object({
  keyName: line(),
  keyRole: Role,
  keyDays: z.enum(KEY_DAYS.map(String)).transform(Number),
});

const DAY = 24 * 3_600_000;

// The key is in this answer alone: what leads on to another page could not bring it there.
route("POST", "/console/people/keys", { role: "read", before: [freshSignIn] }, async (c) => {
  const { deps, actor, scopes } = c.var;
  const form = await readForm(c);
  const values = Object.fromEntries(Object.keys(NewKey.shape).map((name) => [name, form.get(name)?.trim() ?? ""]));
  const mine = NewKey.refine(({ keyRole }) => allows(scopes, keyRole), { path: ["keyRole"] });
  const read = mine.safeParse(values);
  if (!read.success) {
    const words = wordsFor((await consoleView(c)).locale).consoleWords.wrong;
    const fields = read.error.issues.map(({ path }) => String(path[0]) as keyof typeof NewKey.shape);
    const wrong = Object.fromEntries(fields.map((each) => [each, words[each]]));
    return c.html(await people(c, { unmade: { values: kept(values), wrong } }), 422);
  }
  const { keyName: name, keyRole, keyDays } = read.data;
  const expiresAt = keyDays === 0 ? null : new Date(deps.clock.now().getTime() + keyDays * DAY);
  const { key } = await createApiKey(deps, actor, { name, scopes: [keyRole], expiresAt });
  return c.html(await people(c, { made: { name, key } }), 201);
});

route("POST", "/console/people/keys/:id/end", { role: "read", before: [freshSignIn] }, (c) =>
  doTo(c, (id) => revokeApiKey(c.var.deps, c.var.actor, id, { mayAdminister: isAdmin(c) })),
);

/** What was typed, no longer than a field takes. */
const kept = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.slice(0, 254)]));

/** Does something to what the address names by its id; says in words why it could not be done. */
async function doTo(c: Context<App>, act: (id: string) => Promise<unknown>): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const { locale } = await consoleView(c);
  const { refused, wrong, people: words } = wordsFor(locale).consoleWords;
  const { keys } = words;
  const view = await consoleView(c, c.var.signedIn.user);
  const gone = () => c.html(renderMessage(view, refused.wrong.notFound, []), 404);
  if (!UUID.test(id)) return gone();
  try {
    await act(id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.slug === "not-found") return gone();
    if (error.slug === "last-admin-key") return c.html(await people(c, { refused: keys.last }), 409);
    if (error.slug === "own-role") return c.html(await people(c, { refused: wrong["own-role"] }), 409);
    throw error;
  }
  return saved(c);
}

route("POST", "/console/people/users/:id/role", { role: "admin" }, async (c) => {
  const role = Role.safeParse((await readForm(c)).get("role"));
  if (!role.success) {
    const { wrong } = wordsFor((await consoleView(c)).locale).consoleWords;
    return c.html(await people(c, { refused: wrong.role }), 422);
  }
  return doTo(c, (id) => changeUser(c.var.deps, c.var.actor, id, { role: role.data }));
});

const hearsIn = async (c: Context<App>) => (await readForm(c)).get("hears") !== null;

route("POST", "/console/people/name", { role: "read" }, async (c) => {
  const { deps, actor, signedIn } = c.var;
  const name = line().safeParse((await readForm(c)).get("ownName")?.trim() ?? "");
  if (!name.success) {
    const { wrong } = wordsFor((await consoleView(c)).locale).consoleWords;
    return c.html(await people(c, { refused: wrong.name }), 422);
  }
  await renameUser(deps, actor, signedIn.user.id, name.data);
  return saved(c);
});

/** The same answer whoever has the address: what it leads to is in the mail. */
route("POST", "/console/people/address", { role: "read", before: [freshSignIn] }, async (c) => {
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  const { locale } = await consoleView(c);
  const { wrong } = wordsFor(locale).consoleWords;
  const typed = (await readForm(c)).get("ownEmail")?.trim() ?? "";
  const email = Email.safeParse(typed);
  if (!email.success) {
    const unasked = { values: kept({ ownEmail: typed }), wrong: { ownEmail: wrong.email } };
    return c.html(await people(c, { unasked }), 422);
  }
  const isAsked = await askForAddress(c.var.deps, c.var.signedIn.user, { email: email.data, locale });
  return isAsked ? done(c, "/console/people", "addressAsked") : problem(c, "too-many-requests");
});

route("GET", "/console/address/:token", { role: "read" }, async (c) => {
  const { deps, signedIn } = c.var;
  const email = await confirmsAddress(deps, signedIn.user.id, c.req.param("token") ?? "");
  return c.html(renderAddress(await consoleView(c, signedIn.user), email), email === null ? 410 : 200);
});

// By whoever has asked for it alone: an address that was mistyped is another's, who could sign in with it.
route("POST", "/console/address/:token", { role: "read" }, async (c) => {
  const { deps, signedIn } = c.var;
  const isDone = await confirmAddress(deps, signedIn, c.req.param("token") ?? "");
  return isDone ? saved(c) : c.html(renderAddress(await consoleView(c, signedIn.user), null), 410);
});

route("POST", "/console/people/mail", { role: "read" }, async (c) => {
  const { deps, actor, signedIn } = c.var;
  await hearOfAnswers(deps, actor, signedIn.user.id, await hearsIn(c));
  return saved(c);
});

route("POST", "/console/people/users/:id/mail", { role: "admin" }, async (c) => {
  const hears = await hearsIn(c);
  return doTo(c, (id) => hearOfAnswers(c.var.deps, c.var.actor, id, hears));
});

route("POST", "/console/people/users/:id/remove", { role: "admin" }, (c) =>
  doTo(c, (id) => removeUser(c.var.deps, c.var.actor, id)),
);

route("POST", "/console/people/sessions/:id/end", { role: "read" }, (c) =>
  doTo(c, (id) => endSession(c.var.deps, c.var.actor, id, { isAdmin: isAdmin(c) })),
);
