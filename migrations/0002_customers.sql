CREATE TABLE "concerned_customers" (
	"change_set" integer NOT NULL,
	"external_id" text NOT NULL,
	"customer_id" uuid,
	"name" text NOT NULL,
	"authorisation" text NOT NULL,
	"earliest_effective_on" date,
	"last_day_to_object_on" date,
	"reachable" boolean NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "concerned_customers_one_per_set" PRIMARY KEY("change_set","external_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"customer_id" uuid NOT NULL,
	"subscriber_id" uuid NOT NULL,
	CONSTRAINT "contacts_one_per_customer_and_subscriber" PRIMARY KEY("customer_id","subscriber_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"notice_period" jsonb,
	"objection_period" jsonb,
	"authorisation" text DEFAULT 'general' NOT NULL,
	"products" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hosting_regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unreachable_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customers_external_id_is_unique" UNIQUE("external_id"),
	CONSTRAINT "customers_authorisation_is_known" CHECK ("customers"."authorisation" in ('general', 'specific'))
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"change_set" integer NOT NULL,
	"customer" text,
	"on_behalf_of" text,
	"subscriber_id" uuid,
	"email_hash" text NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"late" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"outcome" text,
	"outcome_note" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "responses_one_per_recipient_and_customer" UNIQUE NULLS NOT DISTINCT("change_set","email_hash","customer","late"),
	CONSTRAINT "responses_kind_is_known" CHECK ("responses"."kind" in ('acknowledged', 'asked', 'objected', 'approved')),
	CONSTRAINT "responses_outcome_is_known" CHECK ("responses"."outcome" in ('withdrawn', 'alternative', 'exempted', 'terminated', 'rejected'))
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_notice_id_notices_id_fk";
--> statement-breakpoint
DROP INDEX "notices_one_per_kind_and_set";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_one_per_notice_and_locale";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "variant" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_one_per_notice_and_reader" PRIMARY KEY("notice_id","locale","variant");--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "authors" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "approved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "awaits_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "released_on" date;--> statement-breakpoint
ALTER TABLE "change_sets" ADD COLUMN "released_reason" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "customers" jsonb;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "chain" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD COLUMN "email_id" text;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD CONSTRAINT "concerned_customers_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerned_customers" ADD CONSTRAINT "concerned_customers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concerned_customers_of_a_customer" ON "concerned_customers" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "contacts_of_a_subscriber" ON "contacts" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "responses_by_age" ON "responses" USING btree ("answered_at","id");--> statement-breakpoint
CREATE INDEX "notices_of_a_set" ON "notices" USING btree ("change_set");--> statement-breakpoint
CREATE INDEX "subscribers_by_hash" ON "subscribers" USING btree ("email_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_one_per_kind_and_set" ON "notices" USING btree ("change_set","kind") WHERE "notices"."kind" in ('announcement', 'withdrawal');