import type { Context } from "hono";
import { placeTyped } from "../../../console/kit/places.tsx";
import { renderVendors } from "../../../console/vendors/list.tsx";
import { VendorStatus } from "../../../model/change/history.ts";
import { surveyVendors, vendorPages, WANTING, type Wanting } from "../../../registry/changes/vendor-list.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { consoleView } from "../frame.ts";
import { consoleRoutes } from "../routes.ts";
import { draftComingFrom } from "./drafts.ts";

export const vendorsScreen = createRouter();

const route = consoleRoutes(vendorsScreen);

const ON_A_PAGE = 50;

/** What was asked for in the address, no longer than its field takes; what is none of what is offered is nothing. */
const asked = (c: Context<App>, name: string) => (c.req.query(name) ?? "").trim().slice(0, 200);

const isWanting = (name: string): name is Wanting => Object.hasOwn(WANTING, name);

route("GET", "/console/vendors", { role: "read" }, async (c) => {
  const { deps, signedIn, scopes } = c.var;
  const [q, place, status, wanting] = ["q", "place", "status", "wanting"].map((name) => asked(c, name)) as Four;
  const after = vendorPages.cursor.safeParse(c.req.query("cursor"));
  const { data, next } = await surveyVendors(deps, {
    limit: ON_A_PAGE,
    cursor: after.success ? after.data : undefined,
    q: q || undefined,
    place: place === "" ? undefined : placeTyped(place),
    status: VendorStatus.safeParse(status).data,
    wanting: isWanting(wanting) ? wanting : undefined,
  });
  const { today, organisation } = await organisationToday(deps);
  return c.html(
    renderVendors({
      ...(await consoleView(c, signedIn.user)),
      today,
      regimes: organisation.regimes,
      defaultLocale: organisation.defaultLocale,
      rows: data,
      next,
      cursor: c.req.query("cursor"),
      into: draftComingFrom(c),
      filters: { q, place, status, wanting },
      mayWrite: allows(scopes, "write"),
    }),
  );
});

type Four = [string, string, string, string];
