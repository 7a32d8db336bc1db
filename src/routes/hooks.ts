import { takeReport } from "../notify/report.ts";
import { readWebhook } from "../notify/resend.ts";
import { Refusal } from "../registry/refusal.ts";
import { createRouter } from "./context.ts";

export const hookRoutes = createRouter();

/** The provider's reports, signed over the raw body; whoever cannot sign is told nothing else. */
hookRoutes.post("/hooks/resend", async (c) => {
  const { deps } = c.var;
  const header = (name: string) => c.req.header(`svix-${name}`) ?? "";
  const headers = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  const report = readWebhook(deps.config.resend.webhookSecrets, await c.req.text(), headers);
  if (!report)
    throw new Refusal("unauthenticated", "The webhook is not signed with a secret of this registry, or is too old.");
  await takeReport(deps, headers.id, report);
  return c.json({ status: "taken" });
});
