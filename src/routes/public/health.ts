import { rowsOf } from "../../db/reading.ts";
import { createRouter } from "../frame/context.ts";
import { problem } from "../frame/problems.ts";

export const healthRoutes = createRouter();

/** The process answers. */
healthRoutes.get("/healthz", (c) => c.text("ok\n"));

/** The database answers too. */
healthRoutes.get("/readyz", async (c) => {
  try {
    await rowsOf(c.var.deps.db)`select 1`;
    return c.text("ok\n");
  } catch {
    return problem(c, "database-unavailable");
  }
});
