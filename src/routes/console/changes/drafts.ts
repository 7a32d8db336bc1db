import type { Context } from "hono";
import { renderDraft } from "../../../console/changes/draft.tsx";
import { renderDiscard } from "../../../console/changes/draft-discard.tsx";
import { differenceOf, draftForm, draftOf } from "../../../console/changes/draft-form.ts";
import { renderSheet, SHEET_PAGE } from "../../../console/changes/draft-sheet.tsx";
import type { DraftAsRead, DraftEdit } from "../../../model/change/draft.ts";
import { getChangeSet } from "../../../registry/changes/change-sets.ts";
import { askForApproval } from "../../../registry/changes/draft/ask.ts";
import { dropChange, rebaseChange } from "../../../registry/changes/draft/changes.ts";
import { deleteDraft, editDraft } from "../../../registry/changes/draft/drafts.ts";
import { approveDraft } from "../../../registry/changes/draft/four-eyes.ts";
import { previewChangeSet } from "../../../registry/changes/draft/preview.ts";
import { readForm } from "../../frame/body.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { done, takeForm } from "../form.ts";
import { leadTo } from "../frame.ts";
import { consoleRoutes, numberIn } from "../routes.ts";
import { draftOutline, draftView } from "./draft-view.ts";

export const draftsScreen = createRouter();

const route = consoleRoutes(draftsScreen);

/** The page of a draft. */
export const draftPage = async (c: Context<App>, number: number): Promise<string> =>
  renderDraft(await draftView(c, number));

/** `read`: the draft as it was read, where saving has not checked that already. */
type Then = (number: number, read: DraftAsRead) => Promise<string | Response>;

/**
 * Saves a draft as its form was sent, unless nothing of it is other than it is written, then does something else with it.
 * Gives the address that is led to.
 */
async function saveDraft(c: Context<App>, then: Then): Promise<Response> {
  const { deps, actor } = c.var;
  const number = numberIn(c);
  const { changes } = await getChangeSet(deps, number);
  return takeForm<DraftEdit>(c, draftForm(changes), {
    current: async () => {
      const { written, draftHash } = await previewChangeSet(deps, number);
      return { document: draftOf(written), version: draftHash ?? "" };
    },
    act: async (document, draftHash) => {
      const edit = differenceOf(document, draftOf(await getChangeSet(deps, number)));
      if (edit !== null) await editDraft(deps, actor, number, edit, { draftHash });
      return then(number, edit === null ? { draftHash } : {});
    },
    page: async (form) => renderDraft(await draftView(c, number, { sent: form })),
  });
}

/** Where the buttons that save and lead on lead to. */
const NEXT = { announce: "/announce", publish: "/publish" } as const;

route("POST", "/console/changes/:number/draft", { role: "write" }, (c) =>
  saveDraft(c, async (number) => {
    const next = c.req.query("next");
    if (next === "announce" || next === "publish") return leadTo(c, `/console/changes/${number}${NEXT[next]}`);
    const page = Number(c.req.query("page"));
    const shown = new URLSearchParams({
      ...(Number.isInteger(page) && page > 1 && { page: String(page) }),
      ...(c.req.query("announce") !== undefined && { announce: "yes" }),
    });
    return `/console/changes/${number}${shown.size > 0 ? `?${shown}` : ""}`;
  }),
);

route("POST", "/console/changes/:number/vendors/:slug/drop", { role: "write" }, (c) =>
  saveDraft(c, async (number, read) => {
    await dropChange(c.var.deps, c.var.actor, number, c.req.param("slug") ?? "", read);
    return done(c, `/console/changes/${number}`, "dropped");
  }),
);

route("POST", "/console/changes/:number/vendors/:slug/rebase", { role: "write" }, (c) =>
  saveDraft(c, async (number) => {
    await rebaseChange(c.var.deps, c.var.actor, number, c.req.param("slug") ?? "");
    return done(c, `/console/changes/${number}`, "rebased");
  }),
);

route("GET", "/console/changes/:number/sheet", { role: "read" }, async (c) => {
  const view = await draftView(c, numberIn(c), { size: SHEET_PAGE });
  if (view.preview.changeSet.state !== "draft") return leadTo(c, `/console/changes/${numberIn(c)}`);
  return c.html(renderSheet(view));
});

route("GET", "/console/changes/:number/discard", { role: "write" }, async (c) => {
  const view = await draftOutline(c, numberIn(c));
  if (view.preview.changeSet.state !== "draft") return leadTo(c, `/console/changes/${numberIn(c)}`);
  return c.html(renderDiscard(view));
});

route("POST", "/console/changes/:number/discard", { role: "write" }, async (c) => {
  const draftHash = (await readForm(c)).get("version") ?? "";
  await deleteDraft(c.var.deps, c.var.actor, numberIn(c), { draftHash });
  return leadTo(c, "/console/changes");
});

route("POST", "/console/changes/:number/ask", { role: "write" }, async (c) => {
  const number = numberIn(c);
  await askForApproval(c.var.deps, c.var.actor, number);
  return done(c, `/console/changes/${number}`, "asked");
});

route("POST", "/console/changes/:number/approve", { role: "announce" }, async (c) => {
  const number = numberIn(c);
  const draftHash = (await readForm(c)).get("version") ?? "";
  await approveDraft(c.var.deps, c.var.actor, number, { draftHash });
  return done(c, `/console/changes/${number}`, "approved");
});
