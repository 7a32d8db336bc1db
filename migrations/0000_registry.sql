CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
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
	"authors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"awaits_approval" boolean DEFAULT false NOT NULL,
	"released_on" date,
	"released_reason" text,
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
	"weight_grounds" jsonb NOT NULL,
	"weight_override" jsonb,
	CONSTRAINT "changes_one_per_vendor_and_set" PRIMARY KEY("change_set","vendor_id"),
	CONSTRAINT "changes_kind_is_known" CHECK ("changes"."kind" in ('added', 'updated', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "concerned_customers" (
	"change_set" integer NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"authorisation" text NOT NULL,
	"earliest_effective_on" date,
	"last_day_to_object_on" date,
	"reachable" boolean NOT NULL,
	"since" timestamp (3) with time zone,
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
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"subscriber_id" uuid,
	"email_hash" text NOT NULL,
	"address" text,
	"customers" jsonb,
	"batch_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"cause" text,
	"email_id" text,
	"chain" text NOT NULL,
	CONSTRAINT "deliveries_one_per_notice_and_subscriber" UNIQUE("notice_id","subscriber_id"),
	CONSTRAINT "deliveries_state_is_known" CHECK ("deliveries"."state" in ('pending', 'accepted', 'delivered', 'bounced', 'complained', 'suppressed', 'failed', 'skipped', 'uncertain'))
);
--> statement-breakpoint
CREATE TABLE "delivery_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delivery_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"delivery_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cause" text,
	"email_id" text,
	"hash" text NOT NULL
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
	"variant" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"sha256" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mails_one_per_notice_and_reader" PRIMARY KEY("notice_id","locale","variant")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"change_set" integer,
	"snapshot" integer,
	"about" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"document" jsonb,
	"reached" jsonb,
	"renamed" jsonb,
	"last_change_set" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "organisation_is_one_row" CHECK ("organisation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "proposed_contacts" (
	"customer" text NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "proposed_contacts_one_per_customer_and_subscriber" PRIMARY KEY("customer","subscriber_id")
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
CREATE TABLE "sender" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"holder" uuid,
	"leased_until" timestamp (3) with time zone,
	"paused_until" timestamp (3) with time zone,
	"paused_since" timestamp (3) with time zone,
	"paused_because" text,
	"limit_requests" integer,
	"limit_seconds" integer,
	"pace_ms" integer,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "sender_is_one_row" CHECK ("sender"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "signups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"email" text,
	"name" text,
	"replaces" uuid,
	"email_hash" text NOT NULL,
	"mailbox_hash" text NOT NULL,
	"domain_hash" text,
	"ip_hash" text,
	"locale" text NOT NULL,
	"products" jsonb NOT NULL,
	"again" boolean DEFAULT false NOT NULL,
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
ALTER TABLE "concerned_customers" ADD CONSTRAINT "concerned_customers_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD CONSTRAINT "delivery_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_snapshot_snapshots_number_fk" FOREIGN KEY ("snapshot") REFERENCES "public"."snapshots"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_contacts" ADD CONSTRAINT "proposed_contacts_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_change_set_change_sets_number_fk" FOREIGN KEY ("change_set") REFERENCES "public"."change_sets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_replaces_subscribers_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batches_due" ON "batches" USING btree ("priority","next_attempt_at","position") WHERE "batches"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "changes_of_a_vendor" ON "changes" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "concerned_customers_of_a_customer" ON "concerned_customers" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "concerned_customers_to_remind" ON "concerned_customers" USING btree ("last_day_to_object_on") WHERE "concerned_customers"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "contacts_of_a_subscriber" ON "contacts" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "deliveries_of_a_batch" ON "deliveries" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_provider_id" ON "deliveries" USING btree ("email_id") WHERE "deliveries"."email_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_of_a_subscriber" ON "deliveries" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "deliveries_missed" ON "deliveries" USING btree ("state_at") WHERE "deliveries"."state" in ('failed', 'bounced');--> statement-breakpoint
CREATE INDEX "deliveries_to_organisation" ON "deliveries" USING btree ("state_at") WHERE "deliveries"."address" is not null;--> statement-breakpoint
CREATE INDEX "delivery_events_of_a_delivery" ON "delivery_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_one_per_kind_and_set" ON "notices" USING btree ("change_set","kind") WHERE "notices"."kind" in ('announcement', 'withdrawal');--> statement-breakpoint
CREATE INDEX "notices_of_a_set" ON "notices" USING btree ("change_set");--> statement-breakpoint
CREATE INDEX "proposed_contacts_of_a_subscriber" ON "proposed_contacts" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "provider_events_of_a_delivery" ON "provider_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "responses_by_age" ON "responses" USING btree ("answered_at","id");--> statement-breakpoint
CREATE INDEX "signups_by_time" ON "signups" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "subscribers_by_age" ON "subscribers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "subscribers_by_hash" ON "subscribers" USING btree ("email_hash");--> statement-breakpoint
-- Written by hand from here on: drizzle-kit knows of tables only.

-- What has been published or audited is never overwritten or deleted, whoever asks.
-- Guards look for types where PostgreSQL's own are, and name a table with its schema: a session's temporary types and tables
-- would otherwise come first, and could stand for them.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER snapshots_are_append_only BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER delivery_events_are_append_only BEFORE UPDATE OR DELETE ON delivery_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER deliveries_are_kept BEFORE DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER batches_are_kept BEFORE DELETE ON batches FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER responses_are_kept BEFORE DELETE ON responses FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER snapshots_are_not_truncated BEFORE TRUNCATE ON snapshots EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER audit_log_is_not_truncated BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER delivery_events_are_not_truncated BEFORE TRUNCATE ON delivery_events EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER changes_are_not_truncated BEFORE TRUNCATE ON changes EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER change_sets_are_not_truncated BEFORE TRUNCATE ON change_sets EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER deliveries_are_not_truncated BEFORE TRUNCATE ON deliveries EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER batches_are_not_truncated BEFORE TRUNCATE ON batches EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER responses_are_not_truncated BEFORE TRUNCATE ON responses EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER concerned_customers_are_not_truncated BEFORE TRUNCATE ON concerned_customers EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- Once announced, a change set may be withdrawn, or released from waiting for approvals; and wait again, unless somebody
-- has recorded why it need not. It takes approvals from then on when a customer comes whose contract asks for theirs; what is
-- in force by then stays so. Nothing else of it changes.
CREATE FUNCTION guard_change_set() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  withdrawing text[] := ARRAY['state', 'withdrawn_at', 'withdrawn_reason', 'updated_at'];
  releasing text[] := ARRAY['released_on', 'released_reason', 'updated_at'];
  taking text[] := ARRAY['awaits_approval', 'released_on', 'updated_at'];
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'announced' THEN
    IF NEW.state = 'withdrawn' AND to_jsonb(NEW) - withdrawing = to_jsonb(OLD) - withdrawing THEN
      RETURN NEW;
    END IF;
    IF OLD.awaits_approval AND OLD.released_reason IS NULL
       AND (OLD.released_on IS NULL OR (NEW.released_on IS NULL AND NEW.released_reason IS NULL))
       AND (NEW.released_on IS NULL) <> (OLD.released_on IS NULL)
       AND to_jsonb(NEW) - releasing = to_jsonb(OLD) - releasing THEN
      RETURN NEW;
    END IF;
    IF NOT OLD.awaits_approval AND NEW.awaits_approval
       AND (NEW.released_on IS NULL OR NEW.released_on = OLD.effective_on)
       AND to_jsonb(NEW) - taking = to_jsonb(OLD) - taking THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'change set % is announced and cannot be rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER change_sets_keep_history BEFORE UPDATE OR DELETE ON change_sets FOR EACH ROW EXECUTE FUNCTION guard_change_set();
--> statement-breakpoint
-- The changes of a set are written as long as it is a draft.
CREATE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  touched integer[] := CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.change_set]
    WHEN 'DELETE' THEN ARRAY[OLD.change_set]
    ELSE ARRAY[OLD.change_set, NEW.change_set] END;
BEGIN
  IF EXISTS (SELECT 1 FROM public.change_sets WHERE number = ANY (touched) AND state <> 'draft') THEN
    RAISE EXCEPTION 'announced changes cannot be rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER changes_keep_history BEFORE INSERT OR UPDATE OR DELETE ON changes FOR EACH ROW EXECUTE FUNCTION guard_change();
--> statement-breakpoint
-- Whom a set concerned, on what terms, stays as it was announced; a customer may be reminded once.
CREATE FUNCTION guard_concerned_customer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'reminded_at' = to_jsonb(OLD) - 'reminded_at'
     AND (OLD.reminded_at IS NULL OR NEW.reminded_at = OLD.reminded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'whom change set % concerned cannot be rewritten', OLD.change_set USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER concerned_customers_keep_history BEFORE UPDATE OR DELETE ON concerned_customers
  FOR EACH ROW EXECUTE FUNCTION guard_concerned_customer();
--> statement-breakpoint
-- A delivery is of a batch of its notice and of a subscriber there is. Looked at once for all that a statement inserts,
-- where foreign keys would look up and lock two rows for each. Whoever owes and whoever erases hold the registry's lock, so
-- that nobody goes meanwhile.
CREATE FUNCTION guard_deliveries() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM made LEFT JOIN public.batches ON batches.id = made.batch_id AND batches.notice_id = made.notice_id
             WHERE batches.id IS NULL) THEN
    RAISE EXCEPTION 'a delivery is of no batch of its notice' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF EXISTS (SELECT FROM made LEFT JOIN public.subscribers ON subscribers.id = made.subscriber_id
             WHERE made.subscriber_id IS NOT NULL AND subscribers.id IS NULL) THEN
    RAISE EXCEPTION 'a delivery is of no subscriber' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_are_whole AFTER INSERT ON deliveries REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION guard_deliveries();
--> statement-breakpoint
-- Whom a delivery was owed to and its notice stay; a person who is erased goes out of it, and is recognised by the keyed
-- hash of the address. It may move to another batch of its notice.
CREATE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.notice_id <> OLD.notice_id OR NEW.subscriber_id <> OLD.subscriber_id
     OR OLD.subscriber_id IS NULL AND NEW.subscriber_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM public.subscribers WHERE id = NEW.subscriber_id AND email_hash = NEW.email_hash) THEN
    RAISE EXCEPTION 'whom a delivery was owed to cannot be rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM public.batches WHERE id = NEW.batch_id AND notice_id = NEW.notice_id) THEN
    RAISE EXCEPTION 'a delivery is of no batch of its notice' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_keep_their_reader BEFORE UPDATE OF subscriber_id, batch_id, notice_id ON deliveries
  FOR EACH ROW EXECUTE FUNCTION guard_delivery();
--> statement-breakpoint
CREATE FUNCTION forget_subscribers() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.deliveries SET subscriber_id = NULL FROM gone WHERE deliveries.subscriber_id = gone.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER subscribers_leave_their_deliveries AFTER DELETE ON subscribers REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_subscribers();
--> statement-breakpoint
-- The customers a delivery was owed for, in its chain: their ids in their order.
CREATE FUNCTION owed_for(customers jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(value, ' ' ORDER BY place), '') FROM jsonb_array_elements_text(customers) WITH ORDINALITY AS each(value, place)
$$;
--> statement-breakpoint
-- What was owed to a recipient, as the first link of the chain of what became of it.
CREATE FUNCTION chain_of_owed(id uuid, notice_id uuid, email_hash text, customers jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', id, notice_id, email_hash,
    CASE WHEN customers IS NULL THEN '' ELSE public.owed_for(customers) END), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The next link: SHA-256 over the link before, the state, its time, the provider's id and the cause, each on a line.
CREATE FUNCTION chain_of_event(previous text, state text, at timestamptz, cause text, email_id text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, state,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(email_id, ''), coalesce(cause, '')), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
INSERT INTO organisation (id) VALUES (1);
--> statement-breakpoint
INSERT INTO sender (id) VALUES (1);
