import { readFileSync } from "node:fs";
import { Failure, type Host } from "../host.ts";

/** What an action is run for. */
export type Event =
  | { kind: "pull-request"; number: number; repository: string; isFork: boolean }
  /** To the default branch. */
  | { kind: "push"; commit: string; isFork: boolean }
  /** For anything else, such as a push to another branch: what it would change is planned. */
  | { kind: "asked"; isFork: boolean };

type Told = {
  pull_request?: { number?: number; head?: { repo?: { full_name?: string } | null } };
  repository?: { full_name?: string; default_branch?: string; fork?: boolean };
};

/**
 * What the action is run for, by the environment and the file that GitHub gives. Of what people write, such as titles and names
 * of branches, nothing is read. Throws `Failure` for events on which code of others would run beside the key.
 */
export function readEvent(env: Host["env"]): Event {
  const name = env.GITHUB_EVENT_NAME;
  if (name === "push") {
    const { GITHUB_SHA: commit = "" } = env;
    if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new Failure("GITHUB_SHA is no commit.");
    const { GITHUB_REF: ref } = env;
    const { default_branch: main, fork } = parsed(env.GITHUB_EVENT_PATH ?? "").repository ?? {};
    const isFork = fork === true;
    // What is pushed elsewhere is not the list yet: it is planned alone.
    const isElsewhere = main !== undefined && ref !== undefined && ref !== `refs/heads/${main}`;
    return isElsewhere ? { kind: "asked", isFork } : { kind: "push", commit, isFork };
  }
  if (name === "workflow_dispatch" || name === "schedule") return { kind: "asked", isFork: false };
  if (name !== "pull_request")
    throw new Failure(`The action runs on push and on pull_request, not on ${JSON.stringify(name ?? "nothing")}.`);
  const { pull_request: request, repository } = parsed(env.GITHUB_EVENT_PATH ?? "");
  const number = request?.number;
  const own = repository?.full_name ?? "";
  if (!Number.isSafeInteger(number) || number === undefined || !/^[\w.-]+\/[\w.-]+$/.test(own))
    throw new Failure("The event names no pull request.");
  return { kind: "pull-request", number, repository: own, isFork: request?.head?.repo?.full_name !== own };
}

function parsed(path: string): Told {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Told;
  } catch {
    throw new Failure("The event's file (GITHUB_EVENT_PATH) cannot be read.");
  }
}
