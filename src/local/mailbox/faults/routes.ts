import { Hono } from "hono";
import { parseFields, parseJson } from "../json.ts";
import { noWebhook, ResendError } from "../resend-error.ts";
import type { Faults } from "./faults.ts";
import { FaultChange } from "./settings.ts";

/**
 * `GET`/`PUT /api/faults`: what is wrong at present, and what shall be. Both give the state that then holds.
 * Refuses with 422 what is not a change, and with 409 events that could not be sent; then nothing is changed.
 */
export function faultRoutes(faults: Faults, hasWebhook: boolean): Hono {
  const routes = new Hono();
  routes.get("/", (c) => c.json(faults.settings));
  routes.put("/", async (c) => {
    const change = parseFields(FaultChange, parseJson(await c.req.arrayBuffer()));
    if (change.events === "delivered" && !hasWebhook) throw noWebhook();
    faults.change(change);
    return c.json(faults.settings);
  });
  routes.all("/", () => {
    throw new ResendError(405, "method_not_allowed", "Method is not allowed for the requested path.");
  });
  return routes;
}
