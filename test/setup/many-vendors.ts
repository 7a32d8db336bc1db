/**
 * A statement after which the one draft there is adds so many vendors, as so many calls would have left it: all like the one
 * that it adds already, whose name is a word and a number ("HubSpot 0"), with the numbers that follow.
 */
export const likeTheFirst = (count: number) => `
  with first as (select *, split_part(after ->> 'name', ' ', 1) as word, split_part(after ->> 'name', ' ', 2)::int as number
    from changes),
  made as (insert into vendors (slug)
    select lower(word) || '-' || number + n || '-more' from first, generate_series(1, ${count - 1}) n returning id, slug)
  insert into changes (change_set, vendor_id, kind, after, weight, weight_grounds)
    select change_set, made.id, kind, jsonb_set(after, '{name}', to_jsonb(word || ' ' || split_part(made.slug, '-', 2))),
      weight, weight_grounds from first, made`;
