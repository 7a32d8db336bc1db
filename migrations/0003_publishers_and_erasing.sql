CREATE TABLE "publishers" (
	"snapshot" integer PRIMARY KEY NOT NULL,
	"published_on" date NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publishers" ADD CONSTRAINT "publishers_snapshot_snapshots_number_fk" FOREIGN KEY ("snapshot") REFERENCES "public"."snapshots"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO publishers (snapshot, published_on, document)
SELECT number, (taken_at AT TIME ZONE (said ->> 'timeZone'))::date, said
FROM (
  SELECT number, taken_at, said, lag(said) OVER (ORDER BY number) AS before
  FROM (SELECT number, taken_at, content::jsonb -> 'organisation' AS said FROM snapshots) versions
  WHERE said ->> 'name' <> 'Unnamed organisation'
) versions
WHERE said IS DISTINCT FROM before;
--> statement-breakpoint
CREATE TRIGGER publishers_are_append_only BEFORE UPDATE OR DELETE ON publishers FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER publishers_are_not_truncated BEFORE TRUNCATE ON publishers EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- Whether one text is another in which nothing was done but that parts were erased: "[erased]" stands for whatever was there.
CREATE FUNCTION is_erased_from(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT before IS NOT DISTINCT FROM after
    OR coalesce(before LIKE replace(regexp_replace(after, '([\\%_])', '\\\1', 'g'), '[erased]', '%'), false)
$$;
--> statement-breakpoint
-- A person can be erased from what was published. Nothing else of it changes, its hash least of all.
CREATE FUNCTION guard_snapshot() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content'
     AND public.is_erased_from(OLD.content, NEW.content) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'snapshots is append-only' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER snapshots_are_append_only ON snapshots;
--> statement-breakpoint
CREATE TRIGGER snapshots_are_append_only BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION guard_snapshot();
--> statement-breakpoint
-- The changes of a set are written as long as it is a draft; after that people can be erased from them.
CREATE OR REPLACE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  documents text[] := ARRAY['before', 'after'];
  touched integer[] := CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.change_set]
    WHEN 'DELETE' THEN ARRAY[OLD.change_set]
    ELSE ARRAY[OLD.change_set, NEW.change_set] END;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - documents = to_jsonb(OLD) - documents
     AND public.is_erased_from(OLD.before::text, NEW.before::text)
     AND public.is_erased_from(OLD.after::text, NEW.after::text) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM public.change_sets WHERE number = ANY (touched) AND state <> 'draft') THEN
    RAISE EXCEPTION 'announced changes cannot be rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
-- People can be erased from what a notice is about. Nothing else of it changes.
CREATE FUNCTION guard_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - 'about' = to_jsonb(OLD) - 'about' AND public.is_erased_from(OLD.about::text, NEW.about::text) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a notice cannot be rewritten' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER notices_keep_what_they_are_about BEFORE UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION guard_notice();
