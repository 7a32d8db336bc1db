/** For `vi.waitFor` and `vi.waitUntil`: ends what hangs, a little before its test would end without saying why. */
export const PATIENT = { timeout: 290_000, interval: 20 };
