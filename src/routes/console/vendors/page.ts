import type { Context } from "hono";
import { renderVendor } from "../../../console/vendors/page.tsx";
import { describeVendor, judgeVendor, vendorHistory } from "../../../registry/changes/vendor-list.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { consoleView } from "../frame.ts";
import { consoleRoutes, setNumber, slugIn } from "../routes.ts";
import { draftComingFrom } from "./drafts.ts";

export const vendorPage = createRouter();

const route = consoleRoutes(vendorPage);

/** Of its history. */
const ON_A_PAGE = 20;

route("GET", "/console/vendors/:slug", { role: "read" }, async (c) => c.html(await page(c)));

async function page(c: Context<App>): Promise<string> {
  const { deps, signedIn, scopes } = c.var;
  const slug = slugIn(c);
  const vendor = await judgeVendor(deps, await describeVendor(deps, slug, {}));
  const { today, organisation, law } = await organisationToday(deps);
  const cursor = c.req.query("cursor");
  // Newest first, each change in a set of its own.
  const before = setNumber(cursor) ?? Number.POSITIVE_INFINITY;
  const older = (await vendorHistory(deps, slug)).filter(({ number }) => number < before);
  const history = older.slice(0, ON_A_PAGE);
  const last = history.at(-1);
  return renderVendor({
    ...(await consoleView(c, signedIn.user)),
    vendor,
    publisher: organisation,
    law,
    today,
    history,
    next: last && older.length > ON_A_PAGE ? String(last.number) : null,
    cursor,
    mayWrite: allows(scopes, "write"),
    into: draftComingFrom(c),
    mayErase: allows(scopes, "admin"),
  });
}
