import { appendFileSync } from "node:fs";
import { openRegistry } from "../client.ts";
import { applyPlan } from "../commands/apply.ts";
import { EXIT, type Exit, Failure, type Host } from "../host.ts";
import { listPath } from "../list-path.ts";
import { removalsAllowed } from "../option.ts";
import { isEmpty, type Plan, planList, readList } from "../plan.ts";
import { code, planMarkdown } from "../plan-markdown.ts";
import { accessOf } from "../settings.ts";
import { comment } from "./comment.ts";
import { readEvent } from "./event.ts";

/**
 * What `action.yml` runs. On a pull request it says in a comment what the list in it would change; pushed, that becomes a draft
 * with the commit as its reference. Announcing is a person's. Ends with 1 where the file is no list, or something is refused.
 */
export async function runAction(host: Host): Promise<Exit> {
  try {
    const event = readEvent(host.env);
    const how = removalsAllowed("allow-removals", host.env.SPR_ALLOW_REMOVALS);
    if (event.kind !== "pull-request" && event.isFork && !host.env.SPR_API_KEY)
      return say(host, "Nothing is applied: this is a push to a fork, which has no key of the registry.");
    if (event.kind === "push") return await pushed(host, { reference: event.commit, ...how });
    if (event.kind === "pull-request" && (event.isFork || !host.env.SPR_API_KEY)) {
      const why = event.isFork ? "A pull request from a fork gets no key" : "There is no key in this pull request";
      return say(host, `${why}: what it would change is not planned. Whoever reviews it can run \`spr plan\`.`);
    }
    const file = listPath(host, undefined);
    const { exit, text, isWorthSaying } = await planned(host, file);
    summarise(host, text);
    if (event.kind === "pull-request")
      await comment(host, event, { file: host.env.SPR_FILE ?? "", text, onlyIfThere: !isWorthSaying }).catch(
        (error) => {
          if (!(error instanceof Failure)) throw error;
          // The plan stands in the job's summary all the same.
          host.out(`::warning::${escaped(`The plan is not on the pull request: ${error.message}`)}\n`);
        },
      );
    return exit;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.out(`::error::${escaped(error.message)}\n`);
    return EXIT.failed;
  }
}

async function planned(host: Host, file: string): Promise<{ exit: Exit; text: string; isWorthSaying: boolean }> {
  try {
    const text = readList(file);
    const client = openRegistry(host, accessOf(host, {}));
    const plan = await planList(client, file, text);
    await client.delete(`/v1/imports/${plan.id}`);
    const isWorthSaying = !isEmpty(plan);
    return { exit: plan.totals.unsure > 0 ? EXIT.failed : EXIT.done, text: planMarkdown(plan), isWorthSaying };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.out(`::error::${escaped(error.message)}\n`);
    const lines = error.message
      .split("\n")
      .slice(0, 60)
      .map((line) => `- ${code(line)}`);
    return {
      exit: EXIT.failed,
      text: ["**The list cannot be planned**", "", ...lines, ""].join("\n"),
      isWorthSaying: true,
    };
  }
}

async function pushed(host: Host, how: object): Promise<Exit> {
  const file = listPath(host, undefined);
  const text = readList(file);
  const client = openRegistry(host, accessOf(host, {}));
  const plan: Plan = await planList(client, file, text);
  // The plan is in the job's summary alone: in the log a `##[` of the list, anywhere in a line, would be a command to the runner.
  const set = await applyPlan(client, plan, how, { ...host, out: () => {} });
  summarise(host, planMarkdown(plan));
  if (set === null) return say(host, "The registry has what the list says: there is nothing to draft.");
  if (host.env.GITHUB_OUTPUT) appendFileSync(host.env.GITHUB_OUTPUT, `change-set=${set}\n`);
  return say(
    host,
    `It is in change set ${set}. Nobody is told before a person announces it: ${client.address}/console/changes/${set}`,
  );
}

function say(host: Host, text: string): Exit {
  host.out(`::notice::${escaped(text)}\n`);
  summarise(host, `${text}\n`);
  return EXIT.done;
}

function summarise({ env }: Host, text: string): void {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text);
}

/** As a message of a workflow command: none of it is another command. */
const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
