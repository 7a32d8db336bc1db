ALTER TABLE "sender" ADD COLUMN "held_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sender" ADD COLUMN "held_because" text;--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_held_because_is_known" CHECK ("sender"."held_because" in ('asked', 'arrived'));--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_is_held_for_a_reason" CHECK (("sender"."held_since" is null) = ("sender"."held_because" is null));