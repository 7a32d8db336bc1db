CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file" text NOT NULL,
	"file_name" text,
	"format" text NOT NULL,
	"source" text,
	"mapping" text NOT NULL,
	"reading" text NOT NULL,
	"answers" text NOT NULL,
	"entries" text NOT NULL,
	"totals" jsonb NOT NULL,
	"planned_for" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"change_set" integer,
	CONSTRAINT "imports_applied_have_a_set" CHECK (("imports"."applied_at" is null) = ("imports"."change_set" is null))
);
--> statement-breakpoint
CREATE INDEX "imports_by_time" ON "imports" USING btree ("made_at","id");