CREATE TABLE "sign_in_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"email" text,
	"mailbox_hash" text NOT NULL,
	"ip_hash" text,
	"locale" text NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "notice_id" uuid;--> statement-breakpoint
CREATE INDEX "sign_in_requests_by_time" ON "sign_in_requests" USING btree ("requested_at");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_one_per_notice" UNIQUE("notice_id");