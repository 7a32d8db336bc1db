import { z } from "zod";
import { Reference } from "../../model/change/draft.ts";
import { DateOn } from "../../model/values/dates.ts";
import { ReasonInOne } from "../../model/values/text.ts";
import type { Client } from "../client.ts";
import { command } from "../command.ts";
import { EXIT, Failure, type Host, Misused } from "../host.ts";
import { FILE, listPath } from "../list-path.ts";
import { ChangeSetNumber, checked, removalsAllowed } from "../option.ts";
import { isEmpty, type Plan, planList, readList } from "../plan.ts";
import { planText } from "../plan-text.ts";

/** Where systems that build say which commit they build. */
const COMMITS = ["GITHUB_SHA", "CI_COMMIT_SHA", "BITBUCKET_COMMIT", "BUILD_SOURCEVERSION"];

export const apply = command({
  says: "Puts what the list in the file would change into a draft (scope write). Of one commit there is one draft, however often\nit is applied. Nobody is told before a person announces it.",
  options: {
    file: FILE,
    reference: { value: "commit", says: `your own id of it; by default that of ${COMMITS.join(", ")}` },
    reason: { value: "text", says: "why: readers are told" },
    on: { value: "date", says: "the day it is to take effect" },
    "change-set": { value: "number", says: "goes into this draft instead of a new one" },
    "allow-removals": { value: "number", says: "how many vendors it may remove, as the plan says" },
  },
  async run({ options, registry, out, ...host }) {
    const named = options.reference || COMMITS.map((name) => host.env[name]).find(Boolean);
    const reference = checked(Reference, "--reference", named);
    if (!reference) throw new Misused('Name the commit: --reference "$(git rev-parse HEAD)".');
    const how = {
      reference,
      reason: checked(ReasonInOne, "--reason", options.reason),
      effectiveOn: checked(DateOn, "--on", options.on),
      changeSet: checked(ChangeSetNumber, "--change-set", options["change-set"]),
      ...removalsAllowed("--allow-removals", options["allow-removals"]),
    };
    const path = listPath(host, options.file);
    const text = readList(path);
    const client = registry();
    const set = await applyPlan(client, await planList(client, path, text), how, { out, ...host });
    if (set !== null) out(`It is in change set ${set}, by the reference ${reference}.\n`);
    return EXIT.done;
  },
});

const Applied = z.object({ changeSet: z.int() });

/** Puts a plan into a draft, and gives its number; null, with the plan deleted, where there is nothing to put. Tells the plan. */
export async function applyPlan(
  client: Client,
  plan: Plan,
  how: object,
  host: Pick<Host, "out" | "env" | "isTerminal">,
): Promise<number | null> {
  host.out(planText(plan, host));
  const drop = () => client.delete(`/v1/imports/${plan.id}`);
  if (plan.totals.unsure > 0) {
    await drop();
    throw new Failure("Something has to be said in the file first: nothing is applied.");
  }
  if (isEmpty(plan)) {
    await drop();
    return null;
  }
  try {
    const { changeSet } = await client.send("POST", `/v1/imports/${plan.id}/apply`, Applied, how);
    return changeSet;
  } catch (error) {
    await drop().catch(() => {});
    throw error;
  }
}
