import type { Context } from "hono";
import { renderAnnounced } from "../../console/changes/announced.tsx";
import type { OperatorView } from "../../registry/changes/change-sets.ts";
import type { App } from "../frame/context.ts";
import { consoleView } from "./frame.ts";

/** The page of a set that was announced. */
export async function announcedPage(c: Context<App>, set: OperatorView): Promise<string> {
  return renderAnnounced({ ...(await consoleView(c, c.var.signedIn.user)), set });
}
