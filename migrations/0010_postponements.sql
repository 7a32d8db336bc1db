CREATE TABLE "postponements" (
	"change_set" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"effective_on" date NOT NULL,
	"last_day_to_object_on" date,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "postponements_one_at_a_time" PRIMARY KEY("change_set","at")
);
--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD COLUMN "extended_from" date;--> statement-breakpoint
ALTER TABLE "postponements" ADD CONSTRAINT "postponements_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER postponements_are_append_only BEFORE UPDATE OR DELETE ON postponements FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER postponements_are_not_truncated BEFORE TRUNCATE ON postponements EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- Whom a set concerned, on what terms, stays as it was announced; a customer may be reminded once. A postponement may move
-- its last day to object to a later one: the first stays beside it.
CREATE OR REPLACE FUNCTION guard_concerned_customer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  extending text[] := ARRAY['last_day_to_object_on', 'extended_from', 'object_until'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'reminded_at' = to_jsonb(OLD) - 'reminded_at'
     AND (OLD.reminded_at IS NULL OR NEW.reminded_at = OLD.reminded_at) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - extending = to_jsonb(OLD) - extending
     AND NEW.last_day_to_object_on > OLD.last_day_to_object_on
     AND NEW.extended_from = coalesce(OLD.extended_from, OLD.last_day_to_object_on) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'whom change set % concerned cannot be rewritten', OLD.change_set USING ERRCODE = 'restrict_violation';
END $$;
