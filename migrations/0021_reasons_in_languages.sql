ALTER TABLE "change_sets" ALTER COLUMN "reason" SET DATA TYPE jsonb USING to_jsonb("reason");--> statement-breakpoint
ALTER TABLE "change_sets" ALTER COLUMN "emergency_reason" SET DATA TYPE jsonb USING to_jsonb("emergency_reason");--> statement-breakpoint
ALTER TABLE "change_sets" ALTER COLUMN "withdrawn_reason" SET DATA TYPE jsonb USING to_jsonb("withdrawn_reason");--> statement-breakpoint
ALTER TABLE "changes" ALTER COLUMN "released_reason" SET DATA TYPE jsonb USING to_jsonb("released_reason");--> statement-breakpoint
ALTER TABLE "postponements" ALTER COLUMN "reason" SET DATA TYPE jsonb USING to_jsonb("reason");--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "replaces" text;