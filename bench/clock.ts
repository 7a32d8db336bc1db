import postgres from "postgres";
import { rounds, timed } from "./measure.ts";
import { type App, startApp } from "./setup/app.ts";
import { makeBareTable } from "./setup/bare-table.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { openRegistry } from "./setup/registry.ts";
import { printTable, times, whole } from "./table.ts";

const CUSTOMERS = 10_000;
const CONTACTS = 25_000;

/**
 * The preview of a change set and its announcement, each from the HTTP call to its answer, where 10,000 customers with
 * 25,000 contacts are concerned on twenty different terms. Beside them, in the same run, the bare SQL of the same rows:
 * for the preview, the customers with their contacts, the recipients, and the terms that each of them reads, are read
 * once each; for the announcement, what it has recorded is inserted again into tables like those it is in.
 */
export async function clock(server: DatabaseServer, { repeats = 5 } = {}) {
  const ms = await rounds(repeats, async () => previewAndAnnounce(await server.fresh()));
  const head = [`${whole(CUSTOMERS)} customers, ${whole(CONTACTS)} contacts`, "over HTTP, ms", "bare SQL, ms", "ratio"];
  printTable(`The clock (median of ${repeats})`, head, [
    ["preview", whole(ms.preview), whole(ms.read), times(ms.preview / ms.read)],
    ["announce", whole(ms.announce), whole(ms.insert), times(ms.announce / ms.insert)],
  ]);
}

async function previewAndAnnounce(url: string) {
  const registry = openRegistry({ url });
  await registry.fill();
  const app = await startApp(url);
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    // Twice with nobody concerned, so that neither the server nor this process is cold.
    for (let done = 0; done < 2; done += 1) {
      const number = await registry.draft();
      await preview(app, number);
      await app.announce(number);
    }
    await makeCustomers(sql);
    const number = await registry.draft();
    await preview(app, number);
    const previewed = await timed(() => preview(app, number));
    await readBare(sql);
    const read = await timed(() => readBare(sql));
    await sql`checkpoint`;
    const announced = await timed(() => app.announce(number));
    for (const table of ["concerned_customers", "deliveries"]) await makeBareTable(sql, table);
    await sql`checkpoint`;
    const insert = await timed(() => insertBare(sql));
    return { preview: previewed, read, announce: announced, insert };
  } finally {
    await sql.end();
    await app.stop();
    await registry.close();
  }
}

async function preview(app: App, number: number): Promise<void> {
  await (await app.ask("GET", `/v1/change-sets/${number}/preview`)).text();
}

/** Two or three contacts each, every fourth in French; one customer in a hundred has to approve. */
async function makeCustomers(sql: postgres.Sql): Promise<void> {
  await sql`
    insert into customers (external_id, name, notice_period, authorisation, created_at, updated_at)
    select 'customer-' || n, 'Customer ' || n,
      jsonb_build_object('days', 10 + n % 20, 'basis', case when n % 2 = 0 then 'business' else 'calendar' end, 'deemedReceiptDays', 0),
      case when n % 100 = 0 then 'specific' else 'general' end, now(), now()
    from generate_series(1, ${CUSTOMERS}::integer) n`;
  await sql`
    insert into subscribers (email, email_key, email_hash, locale, status, created_at)
    select address, address, encode(sha256(address::bytea), 'hex'), case when n % 4 = 0 then 'fr' else 'en' end, 'active', now()
    from (select n, 'contact-' || n || '@example.com' as address from generate_series(1, ${CONTACTS}::integer) n) made`;
  await sql`
    insert into contacts (customer_id, subscriber_id)
    select customers.id, subscribers.id from generate_series(1, ${CONTACTS}::integer) n
    join customers on external_id = 'customer-' || (1 + n % ${CUSTOMERS}::integer)
    join subscribers on email_key = 'contact-' || n || '@example.com'`;
  await sql`vacuum analyze customers, subscribers, contacts`;
}

/**
 * How many customers have which terms and a contact who can be told, how many recipients read which language, and how
 * many of them on which terms.
 */
async function readBare(sql: postgres.Sql): Promise<void> {
  const terms = await sql<{ customers: number }[]>`
    select notice_period, objection_period, count(*)::integer as customers, count(reached.customer_id) as reached
    from customers left join (
      select distinct customer_id from contacts join subscribers on subscribers.id = subscriber_id
      where status = 'active' and not exists (select 1 from suppressions where suppressions.email_hash = subscribers.email_hash)
    ) reached on reached.customer_id = customers.id group by 1, 2`;
  const languages = await sql<{ contacts: number }[]>`
    select locale, count(*)::integer as contacts from subscribers where id in (select subscriber_id from contacts) group by 1`;
  const readers = await sql<{ readers: number }[]>`
    select locale, notice_period, objection_period, authorisation, count(*)::integer as readers
    from contacts join customers on customers.id = customer_id join subscribers on subscribers.id = subscriber_id
    where status = 'active' group by 1, 2, 3, 4`;
  if (readers.length === 0) throw new Error("Nobody reads anything");
  expectRows({
    customers: terms.reduce((sum, { customers }) => sum + customers, 0),
    contacts: languages.reduce((sum, { contacts }) => sum + contacts, 0),
  });
}

async function insertBare(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const concerned = await tx`insert into bare_concerned_customers select * from concerned_customers`;
    const owed = await tx`insert into bare_deliveries select * from deliveries`;
    expectRows({ customers: concerned.count, contacts: owed.count });
  });
}

function expectRows({ customers, contacts }: { customers: number; contacts: number }): void {
  if (customers === CUSTOMERS && contacts === CONTACTS) return;
  throw new Error(`There are ${customers} customers with ${contacts} contacts`);
}
