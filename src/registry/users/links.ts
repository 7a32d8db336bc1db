import { signInLinks } from "../../db/schema.ts";
import type { LinkPurpose } from "../../model/people/session.ts";
import { sha256 } from "../../model/values/hash.ts";
import type { Bare, Locked, Mutation } from "../log/frame.ts";
import { mailedSecret, newSecret } from "./secret.ts";

/** Makes a link for a user, for so many milliseconds. The token is in this answer and nowhere else. */
export async function makeLink(w: Mutation<Bare>, userId: string, ms: number): Promise<string> {
  const token = newSecret();
  await keep(w, { userId, token, ms });
  return token;
}

type Mailed = { noticeId: string; userId: string; ms: number; purpose?: LinkPurpose; email?: string };

/** Makes the link of a notice's mail, for so many milliseconds. Only the mail has the token. */
export function makeMailedLink(w: Locked, link: Mailed): Promise<void> {
  return keep(w, { ...link, token: mailedSecret(w.config.tokenSecret, link.noticeId) });
}

async function keep(
  { db, now, audit }: Mutation<Bare>,
  { token, ms, ...link }: Omit<Mailed, "noticeId"> & { noticeId?: string; token: string },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + ms);
  await db.insert(signInLinks).values({ ...link, hash: sha256(token), madeAt: now, expiresAt });
  audit(link.purpose === "confirm-address" ? "user.address-asked" : "user.link-made", link.userId);
}
