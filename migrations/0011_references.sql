ALTER TABLE "change_sets" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_reference_is_unique" UNIQUE("reference");