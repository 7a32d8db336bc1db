ALTER TABLE "responses" DROP CONSTRAINT "responses_outcome_is_known";--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "email_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "confirmed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "named_by" uuid;--> statement-breakpoint
ALTER TABLE "proposed_contacts" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "waiting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "received_on" date;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "untold_since" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "notices_by_kind" ON "notices" USING btree ("kind","created_at");--> statement-breakpoint
CREATE INDEX "responses_untold" ON "responses" USING btree ("untold_since") WHERE "responses"."untold_since" is not null;--> statement-breakpoint
CREATE INDEX "responses_open" ON "responses" USING btree ("change_set") WHERE "responses"."kind" in ('asked', 'objected') and "responses"."resolved_at" is null;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_channel_is_known" CHECK ("responses"."channel" in ('post', 'email', 'phone', 'meeting', 'other'));--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_are_of_somebody" CHECK ("responses"."email_hash" is not null or ("responses"."customer" is not null and "responses"."channel" is not null));--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_outcome_is_known" CHECK ("responses"."outcome" in ('withdrawn', 'alternative', 'exempted', 'terminated', 'rejected', 'answered'));--> statement-breakpoint
-- Nobody was told of a question before.
UPDATE responses SET untold_since = coalesce(edited_at, answered_at) WHERE kind = 'asked';
