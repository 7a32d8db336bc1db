CREATE TABLE "user_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_identities_one_per_subject" PRIMARY KEY("issuer","subject"),
	CONSTRAINT "user_identities_one_per_issuer" UNIQUE("issuer","user_id")
);
--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_method_is_known";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "removed_by_groups" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_method_is_known" CHECK ("sessions"."method" in ('link', 'oidc', 'access'));