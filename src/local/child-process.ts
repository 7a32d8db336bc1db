import * as processes from "node:child_process";

/** What a program needs of our environment to be found and to run at all. The rest may hold secrets. */
const NEEDED = ["PATH", "SystemRoot"] as const;

type Given = {
  /** Variables of ours that it gets as well, by name. */
  passed?: readonly string[] | undefined;
  /** Variables that are not ours. */
  variables?: Record<string, string> | undefined;
};

/** The environment of a child process: what it needs, what is passed on by name, and what is made for it. */
function environment({ passed = [], variables = {} }: Given): Record<string, string> {
  const ours = [...NEEDED, ...passed].map((name) => [name, process.env[name]] as const);
  return { ...Object.fromEntries(ours.filter((each): each is [never, string] => each[1] !== undefined)), ...variables };
}

type Options = Given & Omit<processes.SpawnOptions, "env">;

/** Starts a program that goes on beside us. */
export function startChild(
  command: string,
  args: readonly string[],
  { passed, variables, ...options }: Options,
): processes.ChildProcess {
  return processes.spawn(command, args, { ...options, env: environment({ passed, variables }) });
}

/** Runs a program to its end: its exit code, null if it could not be started, and what it printed. */
export function runChild(
  command: string,
  args: readonly string[],
  options: Pick<processes.SpawnSyncOptions, "cwd" | "uid" | "gid"> = {},
): { status: number | null; stdout: string } {
  const { status, stdout } = processes.spawnSync(command, args, { ...options, env: environment({}), encoding: "utf8" });
  return { status, stdout: stdout ?? "" };
}
