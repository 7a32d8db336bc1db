import { startMailbox } from "../../src/local/mailbox/server.ts";
import { input, tell } from "../setup/process.ts";

/** The stand-in for the provider, in memory. Told to stop, it is killed: it has nothing to keep. */
const { rateLimit = null } = input<{ rateLimit?: number | null }>();
const { url } = await startMailbox({ port: 0, now: () => new Date(), rateLimit });
tell({ url });
