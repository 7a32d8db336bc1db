import type { Context } from "hono";
import { renderDraft } from "../../console/changes/draft.tsx";
import type { OperatorView } from "../../registry/changes/change-sets.ts";
import type { App } from "../frame/context.ts";
import { consoleView } from "./frame.ts";

/** The page of a draft. */
export async function draftPage(c: Context<App>, set: OperatorView): Promise<string> {
  return renderDraft({ ...(await consoleView(c, c.var.signedIn.user)), set });
}
