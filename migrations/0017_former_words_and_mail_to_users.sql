CREATE TABLE "former_words" (
	"response_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "former_words_once_of_each" PRIMARY KEY("response_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hears_of_answers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "former_words" ADD CONSTRAINT "former_words_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_events_by_time" ON "provider_events" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("subject","sequence");