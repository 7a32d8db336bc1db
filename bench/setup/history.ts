import postgres from "postgres";
import { VendorDocument } from "../../src/model/vendor/vendor-document.ts";
import { inAYear } from "../measure.ts";
import type { App } from "./app.ts";
import { organisation, vendorOf } from "./large.ts";

/**
 * Lays down a list of so many vendors with a history of so many change sets in three statements, as API calls would have
 * left it in the past; then one more vendor is announced by the API, which is to come, and a version of all of it.
 */
export async function makeHistory(app: App, url: string, { vendors, changes }: { vendors: number; changes: number }) {
  await app.json("PUT", "/v1/organisation", { ...organisation, locales: ["en", "fr"] });
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    const rows = Array.from({ length: vendors }, (_, index) => ({
      slug: `vendor-${index}`,
      document: documentOf(index) as unknown as postgres.JSONValue,
    }));
    const sets = changes - 1;
    await sql`
      insert into change_sets (number, baseline, weight, effective_on, created_at, updated_at, announced_at, published_as)
      select n, n = 1, 'informative', date '2025-01-01' + (n * 600 / ${sets}::integer), now(), now(), now(), n - 1 - ${sets}::integer
      from generate_series(1, ${sets}::integer) n`;
    await sql`
      with listed as (select * from jsonb_to_recordset(${sql.json(rows)}) as row (slug text, document jsonb)),
      made as (insert into vendors (slug) select slug from listed returning id, slug),
      numbered as (
        select made.id, document, split_part(made.slug, '-', 2)::integer as index from made join listed using (slug)
      ),
      -- Each set after the first gives one vendor after another a new website.
      every as (
        select id, document, n, n - ${vendors}::integer as previous from numbered, generate_series(1, ${sets}::integer) n
        where n = 1 or n % ${vendors}::integer = index
      ),
      told as (
        select id, n, case when n > 1 then greatest(previous, 1) end as based_on,
          jsonb_set(document, '{website}', to_jsonb('https://vendor.example/' || n)) as after,
          jsonb_set(document, '{website}', to_jsonb('https://vendor.example/' || greatest(previous, 1))) as before
        from every
      )
      insert into changes (change_set, vendor_id, kind, based_on, before, after, weight, weight_grounds)
      select n, id, case when n = 1 then 'added' else 'updated' end, based_on, case when n > 1 then before end, after,
        'informative', '[]' from told`;
    await sql`update change_sets set state = 'announced'`;
    await sql`update organisation set last_change_set = ${sets}`;
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
  await app.json("POST", `/v1/vendors?announce=true&effectiveOn=${inAYear()}`, {
    name: "Newcomer",
    services: [{ purpose: "Support", locations: [{ country: "FR" }] }],
  });
}

/** As the API stores it. */
function documentOf(index: number): VendorDocument {
  const { services, ...vendor } = vendorOf(index);
  return VendorDocument.parse({ ...vendor, services: services.map((each) => ({ key: "main", ...each })) });
}
