/**
 * Stands, with what follows it, in the place of a keyed hash whose time is over (`retention` of the organisation): of a
 * delivery the first link of its chain, of a response its own id. It leads to nobody, and each is unlike any other.
 */
export const ENDED = "ended:";

export const hasEnded = (emailHash: string | null): emailHash is string => emailHash?.startsWith(ENDED) ?? false;
