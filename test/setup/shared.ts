/** What is made once for all tests of a run. */
export type Shared = {
  services: {
    /** The server that `freshDatabase` makes databases on. */
    postgresUrl: string;
    /** What the Worker under test is bound to. Its tests share one database: workerd gets its bindings once. */
    workerd: { databaseUrl: string; mailboxUrl: string };
  };
  /** The files of the server as `npm start` runs it, and of what can be loaded ahead of it to kill it. */
  server: { main: string; killAt: string };
  /** The path of the Chromium that npm brought, unpacked. */
  chromium: string;
};

/** Asks at the door of the run (`inject("door")`); what nobody has asked for is made first. */
export async function shared<What extends keyof Shared>(door: string, what: What): Promise<Shared[What]> {
  const answer = (await (await fetch(`${door}/${what}`)).json()) as { made: Shared[What] } | { failed: string };
  if ("failed" in answer) throw new Error(answer.failed);
  return answer.made;
}
