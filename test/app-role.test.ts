import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { APP_ROLE, mayRewriteHistory } from "../src/db/app-role.ts";
import { connect } from "../src/db/client.ts";
import { migrateDatabase } from "../src/db/migrate.ts";
import { freshDatabase } from "./setup/database.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { appUrl } from "./setup/template.ts";

/** The app connects as a role that cannot undo what the triggers keep, whatever it is made to run. */

/** Runs statements in one session of the app's role, and tells the SQLSTATE of the first that is refused. */
async function asApp(r: Registry, ...statements: string[]): Promise<string | undefined> {
  const session = postgres(r.appUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    for (const statement of statements) await session.unsafe(statement);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await session.end();
  }
}

const FORBIDDEN = "42501";

describe("with the app's role", () => {
  let r: Registry;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    r = await registry({ atEnd: (end) => ends.push(end) });
    await r.follower("dpo@customer.example");
    await r.call("PUT", "/v1/customers/acme", { body: { name: "Acme", contacts: [{ email: "dpo@acme.example" }] } });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
    await r.drain();
    return async () => {
      for (const end of ends) await end();
    };
  });

  test("the app is connected, and it owns nothing", async () => {
    const [{ name, owned } = {}] = await r.deps.db
      .select({
        name: sql`current_user`,
        owned: sql`(select count(*)::int from pg_class where relowner = current_user::regrole)`,
      })
      .from(sql`(values (1)) as one`);
    expect({ name, owned }).toEqual({ name: APP_ROLE, owned: 0 });
    expect(await mayRewriteHistory(r.deps.db)).toBe(false);
    expect(await mayRewriteHistory(r.db)).toBe(true);
  });

  test.each([
    "alter table audit_log disable trigger all",
    "alter table audit_log disable trigger audit_log_is_append_only",
    "alter table snapshots disable trigger user",
    "set session_replication_role = replica",
    "truncate audit_log",
    "truncate snapshots cascade",
    "truncate deliveries, delivery_events cascade",
    "drop table audit_log",
    "drop trigger audit_log_is_append_only on audit_log",
    "drop function refuse_rewriting cascade",
    "create or replace function refuse_rewriting() returns trigger language plpgsql as $$ begin return new; end $$",
    "alter function refuse_rewriting() owner to registry_app",
    "alter table audit_log owner to registry_app",
    "alter table audit_log add column note text",
    "alter table audit_log rename to log",
    "create trigger first before delete on audit_log for each row execute function refuse_rewriting()",
    "create rule nothing as on insert to audit_log do instead nothing",
    "alter table audit_log enable row level security",
    "create table audit_log2 as select * from audit_log",
    "create schema other",
    "update audit_log set data = null",
    "delete from audit_log",
    "delete from snapshots",
    "update snapshots set hash = content",
    "update delivery_events set state = 'accepted'",
    "delete from delivery_events",
    "delete from deliveries",
    "delete from notices",
    "update notices set kind = 'reminder'",
    "delete from mails",
    "delete from batches",
    "delete from provider_events",
    "update provider_events set type = 'email.delivered'",
    "delete from responses",
    "delete from concerned_customers",
    "delete from organisation",
    "delete from api_keys",
    "alter role registry_app superuser",
    "alter role registry_app set session_replication_role = replica",
    "create role other",
    "set role postgres",
    "copy audit_log to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    "alter system set session_replication_role = replica",
    "alter database postgres owner to registry_app",
    "grant all on audit_log to registry_app",
  ])("%s: refused, and nothing is another", async (statement) => {
    const before = await r.stored();
    const granted = await rightsOf(r);

    // To grant what one may not is a warning; it must give nothing.
    const refused = await asApp(r, statement);

    if (!statement.startsWith("grant")) expect(refused).toBe(FORBIDDEN);
    expect(await r.stored()).toEqual(before);
    expect(await rightsOf(r)).toEqual(granted);
  });

  test.each([
    "update snapshots set content = '{}'",
    "update snapshots set content = replace(content, 'Unnamed', '[erased] Other')",
    "update changes set after = jsonb_set(after, '{name}', '\"Other\"') where after is not null",
    "update changes set after = jsonb_set(after, '{name}', '\"[erased] Other\"') where after is not null",
    "update changes set weight = 'editorial', after = replace(after::text, 'Hosting', '[erased]')::jsonb",
    "update changes set after = null where after is not null",
    `update notices set about = '{"text": "Other"}'`,
  ])("%s: what was published is erased from, and never rewritten", async (statement) => {
    const before = await r.stored();
    expect(await asApp(r, statement)).toBe("23001");
    expect(await r.stored()).toEqual(before);
  });

  test("parts of what was published can be erased", async () => {
    const erase =
      "update changes set after = replace(after::text, 'Hosting', '[erased]')::jsonb where after is not null";
    expect(await asApp(r, "begin", erase, "rollback")).toBe(undefined);
  });

  test("what it may change, the triggers keep: what was announced stays as it is", async () => {
    const before = await r.stored();
    for (const statement of [
      "update change_sets set announced_at = now()",
      "delete from change_sets",
      "update changes set after = null",
      "delete from changes",
      "update changes set planned_on = '2000-01-01'",
      "update changes set postponed_to = '2000-01-01'",
      "update changes set released_on = '2000-01-01'",
      "update concerned_customers set name = 'Other'",
      "update concerned_customers set part = 1",
      // So does a type of the session's own: this one takes "updated_at" for the day of effect.
      `create type pg_temp.text as enum ('state', 'withdrawn_at', 'withdrawn_reason', 'updated_at', 'released_on', 'released_reason');
       create function pg_temp.other(pg_temp.text) returns pg_catalog.text language sql as
         $$ select case $1::pg_catalog.varchar when 'updated_at' then 'effective_on' else $1::pg_catalog.varchar end $$;
       create cast (pg_temp.text as pg_catalog.text) with function pg_temp.other(pg_temp.text) as implicit;
       update change_sets set state = 'withdrawn', withdrawn_at = now(), effective_on = '2000-01-01'`,
      // A table of the session's own comes before those of the schema, wherever a name is not qualified.
      "create temp table change_sets (number integer, state text); delete from changes",
    ]) {
      const code = await asApp(r, statement);
      expect(code, statement).toBe("23001");
    }
    expect(await r.stored()).toEqual(before);
  });
});

test("no guard looks for anything among what a session has made for itself", async () => {
  const r = await registry();
  const guards = await r.rows(`select distinct proname as name, array_to_string(proconfig, ',') as settings from pg_proc
    join pg_trigger on tgfoid = pg_proc.oid where pronamespace = 'public'::regnamespace and not tgisinternal`);
  expect(guards.length).toBeGreaterThan(3);
  expect(guards.filter(({ settings }) => settings !== "search_path=pg_catalog, pg_temp")).toEqual([]);
});

const rightsOf = (r: Registry) =>
  r.rows(`select table_name, privilege_type, is_grantable from information_schema.role_table_grants
    where grantee = '${APP_ROLE}' order by 1, 2`);

test("migrating again gives the role the same rights, and takes those it got otherwise", async () => {
  const r = await registry();
  const rights = await rightsOf(r);
  expect(rights.length).toBeGreaterThan(50);
  expect(rights.filter(({ privilege_type: right }) => !/^(SELECT|INSERT|UPDATE|DELETE)$/.test(String(right)))).toEqual(
    [],
  );
  await r.rows(`grant all on audit_log to ${APP_ROLE}`);
  expect(await rightsOf(r)).not.toEqual(rights);

  expect(await migrateDatabase(r.url)).toBe(true);

  expect(await rightsOf(r)).toEqual(rights);
});

test("the role cannot migrate: that takes the owner", async () => {
  const { url, giveBack } = await freshDatabase();
  onTestFinished(giveBack);
  await expect(migrateDatabase(appUrl(url))).rejects.toThrow();
  const { db, close } = connect(url, { max: 1 });
  expect(await mayRewriteHistory(db)).toBe(true);
  await close();
});

test("an import of many customers tells the planner of them, which takes a right of its own", async () => {
  const r = await registry();
  const lines = Array.from({ length: 1000 }, (_, index) => `c${index},Customer ${index},c${index}@customer.example`);
  const body = ["externalId,name,email", ...lines].join("\n");
  await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body });
  const analysed =
    "select relname as name, reltuples::integer as rows from pg_class where relname in ('contacts', 'customers', 'subscribers')";
  expect(await r.rows(`${analysed} order by 1`)).toEqual(
    ["contacts", "customers", "subscribers"].map((name) => ({ name, rows: 1000 })),
  );
});
