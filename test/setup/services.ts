/** What runs beside the tests, once for all of them. */
export type Services = {
  /** The server that `freshDatabase` makes databases on. */
  postgresUrl: string;
  /** What the Worker under test is bound to. Its tests share one database: workerd gets its bindings once. */
  workerd: { databaseUrl: string; mailboxUrl: string };
};

/** Where they are; starts them if nobody has asked before. */
export async function servicesAt(url: string): Promise<Services> {
  const answer = (await (await fetch(url)).json()) as { services: Services } | { failed: string };
  if ("failed" in answer) throw new Error(answer.failed);
  return answer.services;
}
