CREATE TABLE "proposed_contacts" (
	"customer_id" uuid NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "proposed_contacts_one_per_customer_and_subscriber" PRIMARY KEY("customer_id","subscriber_id")
);
--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "proposed_contacts" ADD CONSTRAINT "proposed_contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_contacts" ADD CONSTRAINT "proposed_contacts_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposed_contacts_of_a_subscriber" ON "proposed_contacts" USING btree ("subscriber_id");--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_replaces_subscribers_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;