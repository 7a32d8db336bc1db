ALTER TABLE "organisation" ADD COLUMN "logo" jsonb;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "logo_bytes" "bytea";--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_logo_has_bytes" CHECK (("organisation"."logo" is null) = ("organisation"."logo_bytes" is null));