ALTER TABLE "concerned_customers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD COLUMN "object_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD COLUMN "on_objection" text DEFAULT 'continues' NOT NULL;--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD COLUMN "remedies" jsonb;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "object_until_effect" jsonb;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "holidays" jsonb;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "on_objection" text DEFAULT 'continues' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "emergency" jsonb DEFAULT '"allowed"'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "remedies" jsonb;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_on_objection_is_known" CHECK ("customers"."on_objection" in ('continues', 'suspends'));