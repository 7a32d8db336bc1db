import { toldIndex } from "../../console/customers/paths.ts";
import { renderTold, renderToldSets } from "../../console/customers/told.tsx";
import { line } from "../../model/values/text.ts";
import { changeSetPages, getChangeSet, outlineChangeSets } from "../../registry/changes/change-sets.ts";
import { listToldCustomers, toldPages } from "../../registry/proof/told-customers.ts";
import { createRouter } from "../frame/context.ts";
import { consoleView, leadTo } from "./frame.ts";
import { consoleRoutes, numberIn } from "./routes.ts";

export const toldScreen = createRouter();

const route = consoleRoutes(toldScreen);

const ON_A_PAGE = 50;

route("GET", toldIndex, { role: "read" }, async (c) => {
  const cursor = c.req.query("cursor");
  const sets = await outlineChangeSets(c.var.deps, {
    states: ["announced", "effective", "withdrawn"],
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: changeSetPages.cursor.safeParse(cursor).data,
  });
  return c.html(renderToldSets({ ...(await consoleView(c, c.var.signedIn.user)), sets, cursor }));
});

route("GET", `${toldIndex}/:number`, { role: "read" }, async (c) => {
  const { deps, signedIn } = c.var;
  const number = numberIn(c);
  const set = await getChangeSet(deps, number);
  // Of a draft it is said on its own page who would be told.
  if (set.state === "draft") return leadTo(c, `/console/changes/${number}`);
  const cursor = c.req.query("cursor");
  const q = line().safeParse(c.req.query("q")).data;
  const customers = await listToldCustomers(deps, number, {
    q,
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: toldPages.cursor.safeParse(cursor).data,
  });
  return c.html(renderTold({ ...(await consoleView(c, signedIn.user)), set, customers, q, cursor }));
});
