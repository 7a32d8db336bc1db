import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { runChild, startChild } from "./child-process.ts";

/** Who PostgreSQL's programs run as. `owner` is absent when that is whoever runs Node. */
export type Account = { owner?: { uid: number; gid: number }; prefix: string[] };

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of the existing cluster (`home`), else as
 * the system's `postgres`, else as `nobody`; everyone else as themselves. No account is created.
 */
export function accountFor(home: string, program: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = existingOwner(home) ?? accountNamed("postgres") ?? accountNamed("nobody");
  if (!owner) throw new Error("PostgreSQL cannot run as root, and this system has no account `postgres` or `nobody`.");

  const canEnter = (dir: string) => runChild("test", ["-x", dir], { ...owner, cwd: "/" }).status === 0;
  const closed = [dirname(home), dirname(program)].find((dir) => !canEnter(dir));
  if (closed === undefined) return { owner, prefix: [] };

  // A checkout under /root (mode 700) is out of that account's reach. It then keeps one of root's capabilities, the
  // one to pass through closed folders; no_setuid_fixup, because access(2) would otherwise ignore the capability.
  const prefix = ["setpriv", "--securebits", "+no_setuid_fixup", "--inh-caps=+dac_override"];
  prefix.push("--ambient-caps=+dac_override", `--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups", "--");
  const [command = "", ...args] = [...prefix, program, "--version"];
  if (runChild(command, args, { cwd: "/" }).status !== 0) {
    throw new Error(
      `PostgreSQL cannot run as root, and the account it would run as (${owner.uid}) cannot enter ${closed}. ` +
        "Run as an ordinary user, move the folder, or set DATABASE_URL.",
    );
  }
  return { owner, prefix };
}

/** Starts a program outside the terminal's process group; its output goes to the open file `log`. */
export async function runAs(account: Account, program: string, args: string[], log: number): Promise<ChildProcess> {
  const [command = "", ...rest] = [...account.prefix, program, ...args];
  const child = startChild(command, rest, {
    ...(account.prefix.length === 0 && account.owner),
    cwd: "/",
    variables: { LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log],
    detached: true,
  });
  await once(child, "spawn");
  return child;
}

function existingOwner(home: string): Account["owner"] {
  if (!existsSync(home)) return undefined;
  const { uid, gid } = statSync(home);
  return uid === 0 ? undefined : { uid, gid };
}

function accountNamed(name: string): Account["owner"] {
  const { stdout } = runChild("id", [name]);
  const [, uid, gid] = /^uid=(\d+)\S* gid=(\d+)/.exec(stdout) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
