import { Refusal } from "./refusal.ts";

// No document here is deeper than six levels; a patch nested beyond this is an attack on the stack.
const DEEPEST = 20;

/** Applies a JSON merge patch (RFC 7396, 2): null removes a member, objects merge, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new Refusal("invalid-request", "The patch is nested too deeply.");
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value, depth + 1));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
