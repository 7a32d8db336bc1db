ALTER TABLE "sign_in_links" ADD COLUMN "purpose" text DEFAULT 'sign-in' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_purpose_is_known" CHECK ("sign_in_links"."purpose" in ('sign-in', 'confirm-address', 'tell-former'));--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_name_other_addresses" CHECK (("sign_in_links"."purpose" = 'sign-in') = ("sign_in_links"."email" is null));