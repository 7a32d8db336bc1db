import { isArchive, verifyArchive } from "./archive.ts";
import { type PackVerification, verifyPack } from "./pack/verify-pack.ts";

/**
 * Checks a file that a registry has given, without it: evidence of a change, or an archive of everything. Throws `Unusable` for
 * any other, and for an archive in which something does not hold.
 */
export async function verifyFile(bytes: Buffer, secret?: string): Promise<PackVerification> {
  return isArchive(bytes) ? { ...verifyArchive(bytes, secret), wrong: null } : verifyPack(bytes, secret);
}
