import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { organisation } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Logo, type LogoFacts, type ReadLogo, readLogo } from "../../model/brand/logo.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import type { Actor } from "./audit.ts";
import { writeRegistry } from "./frame.ts";
import { takeSnapshot } from "./snapshots.ts";

/** The logo of whoever publishes; null where there is none. */
export async function loadLogo(db: Db): Promise<Logo | null> {
  const [row] = await db.select({ facts: organisation.logo, bytes: organisation.logoBytes }).from(organisation);
  return row?.facts && row.bytes ? { ...row.facts, bytes: row.bytes } : null;
}

/** What is said of it, without its bytes. */
export async function findLogo(db: Db): Promise<LogoFacts | null> {
  const [row] = await db.select({ facts: organisation.logo }).from(organisation);
  return row?.facts ?? null;
}

/** The same. Refuses: not-found. */
export async function getLogo(db: Db): Promise<LogoFacts> {
  const facts = await findLogo(db);
  return found(facts ? [facts] : [], "logo");
}

/**
 * Makes an image the logo, in the place of one that is there: a PNG or SVG, made harmless. `type` is what its sender says that
 * it is. Publishes a version, by which pages that are kept are known to be old. Refuses: invalid-request.
 */
export async function putLogo(
  deps: Deps,
  actor: Actor,
  { bytes, type }: { bytes: Uint8Array; type?: string },
): Promise<ReadLogo> {
  const read = await readLogo(bytes);
  if (typeof read === "string") throw refusedLogo(read);
  if (type !== undefined && read.logo.type !== type) throw refusedLogo(`is no ${type}, as its Content-Type says`);
  await writeLogo(deps, actor, read.logo);
  return read;
}

const refusedLogo = (detail: string) =>
  new Refusal("invalid-request", `The logo ${detail}.`, { errors: [{ pointer: "", detail }] });

/** Takes the logo away, its bytes as well, and publishes that. Refuses: not-found. */
export async function removeLogo(deps: Deps, actor: Actor): Promise<void> {
  await getLogo(deps.db);
  await writeLogo(deps, actor, null);
}

const writeLogo = (deps: Deps, actor: Actor, logo: Logo | null): Promise<void> =>
  writeRegistry(deps, actor, async (w) => {
    const { bytes = null, ...facts } = logo ?? {};
    await w.db
      .update(organisation)
      .set({ logo: logo && (facts as LogoFacts), logoBytes: bytes })
      .where(eq(organisation.id, 1));
    const snapshot = await takeSnapshot(w, "organisation.logo-changed");
    w.audit("organisation.logo-changed", null, { snapshot: snapshot.hash, logo: logo?.sha256 ?? null });
  });
