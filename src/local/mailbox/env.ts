import type { HttpBindings } from "@hono/node-server";

/** What a request carries through the mailbox: Node's own request and answer, to cut the connection between them. */
export interface MailboxEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Awaited between accepting a request and answering it. */
    beforeAnswer: () => Promise<void>;
  };
}
