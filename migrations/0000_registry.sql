CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_hash_is_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"data" text NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"priority" smallint NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"body" "bytea",
	"body_sha256" text,
	"members" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "batches_position_is_unique" UNIQUE("notice_id","position"),
	CONSTRAINT "batches_state_is_known" CHECK ("batches"."state" in ('pending', 'sent', 'split', 'failed', 'uncertain'))
);
--> statement-breakpoint
CREATE TABLE "change_sets" (
	"number" integer PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"baseline" boolean DEFAULT false NOT NULL,
	"reason" text,
	"weight" text,
	"effective_on" date,
	"last_day_to_object_on" date,
	"emergency_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"published_as" integer,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "change_sets_state_is_known" CHECK ("change_sets"."state" in ('draft', 'announced', 'withdrawn')),
	CONSTRAINT "change_sets_announced_has_dates" CHECK ("change_sets"."state" = 'draft' or ("change_sets"."announced_at" is not null and "change_sets"."effective_on" is not null and "change_sets"."published_as" is not null))
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"change_set" integer NOT NULL,
	"vendor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"based_on" integer,
	"before" jsonb,
	"after" jsonb,
	"weight" text NOT NULL,
	"weight_reason" text NOT NULL,
	"weight_override" jsonb,
	CONSTRAINT "changes_one_per_vendor_and_set" PRIMARY KEY("change_set","vendor_id"),
	CONSTRAINT "changes_kind_is_known" CHECK ("changes"."kind" in ('added', 'updated', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"subscriber_id" uuid,
	"email_hash" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"cause" text,
	"email_id" text,
	CONSTRAINT "deliveries_one_per_notice_and_subscriber" UNIQUE("notice_id","subscriber_id"),
	CONSTRAINT "deliveries_state_is_known" CHECK ("deliveries"."state" in ('pending', 'accepted', 'delivered', 'bounced', 'complained', 'suppressed', 'failed', 'skipped', 'uncertain'))
);
--> statement-breakpoint
CREATE TABLE "delivery_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delivery_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"delivery_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cause" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_sha256" text NOT NULL,
	"status" smallint,
	"body" text,
	"etag" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_one_per_actor" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"notice_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"sha256" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mails_one_per_notice_and_locale" PRIMARY KEY("notice_id","locale")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"change_set" integer,
	"snapshot" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"document" jsonb,
	"last_change_set" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "organisation_is_one_row" CHECK ("organisation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"email_id" text,
	"notice_id" text,
	"batch_id" text,
	"email_hash" text,
	"detail" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"delivery_id" uuid
);
--> statement-breakpoint
CREATE TABLE "sender" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"holder" uuid,
	"leased_until" timestamp (3) with time zone,
	"paused_until" timestamp (3) with time zone,
	"paused_since" timestamp (3) with time zone,
	"paused_because" text,
	"limit_requests" integer,
	"limit_seconds" integer,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "sender_is_one_row" CHECK ("sender"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "signups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"email" text,
	"email_hash" text NOT NULL,
	"ip_hash" text,
	"locale" text NOT NULL,
	"products" jsonb NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"number" integer PRIMARY KEY NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"cause" text NOT NULL,
	"content" text NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"email_hash" text NOT NULL,
	"name" text,
	"locale" text NOT NULL,
	"products" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"unsubscribed_at" timestamp (3) with time zone,
	CONSTRAINT "subscribers_email_is_unique" UNIQUE("email_key"),
	CONSTRAINT "subscribers_status_is_known" CHECK ("subscribers"."status" in ('pending', 'active', 'unsubscribed'))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email_hash" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "suppressions_one_per_address" UNIQUE("email_hash")
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendors_slug_is_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD CONSTRAINT "delivery_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_snapshot_snapshots_number_fk" FOREIGN KEY ("snapshot") REFERENCES "public"."snapshots"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batches_due" ON "batches" USING btree ("priority","next_attempt_at") WHERE "batches"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "changes_of_a_vendor" ON "changes" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "deliveries_of_a_batch" ON "deliveries" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_provider_id" ON "deliveries" USING btree ("email_id") WHERE "deliveries"."email_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_of_a_subscriber" ON "deliveries" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "delivery_events_of_a_delivery" ON "delivery_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_one_per_kind_and_set" ON "notices" USING btree ("change_set","kind");--> statement-breakpoint
CREATE INDEX "provider_events_of_a_delivery" ON "provider_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "signups_by_time" ON "signups" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "subscribers_by_age" ON "subscribers" USING btree ("created_at","id");