ALTER TABLE "notices" ADD COLUMN "forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "notices_to_forget" ON "notices" USING btree ("created_at") WHERE "notices"."forgotten_at" is null;
--> statement-breakpoint
-- People can be erased from what a notice is about, and from it as a whole, once. Nothing else of it changes.
CREATE OR REPLACE FUNCTION guard_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  erasing text[] := ARRAY['about', 'forgotten_at'];
BEGIN
  IF to_jsonb(NEW) - erasing = to_jsonb(OLD) - erasing AND public.is_erased_from(OLD.about::text, NEW.about::text)
     AND (OLD.forgotten_at IS NULL OR NEW.forgotten_at = OLD.forgotten_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a notice cannot be rewritten' USING ERRCODE = 'restrict_violation';
END $$;
