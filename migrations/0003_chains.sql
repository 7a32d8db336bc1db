-- What was owed to a recipient, as the first link of the chain of what became of it.
CREATE FUNCTION chain_of_owed(id uuid, notice_id uuid, email_hash text, customers jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', id, notice_id, email_hash,
    coalesce((SELECT string_agg(value, ' ' ORDER BY place) FROM jsonb_array_elements_text(customers) WITH ORDINALITY AS each(value, place)), '')
  ), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The next link: SHA-256 over the link before, the state, its time, the provider's id and the cause, each on a line.
CREATE FUNCTION chain_of_event(previous text, state text, at timestamptz, cause text, email_id text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, state,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(email_id, ''), coalesce(cause, '')), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Deliveries from before there were chains get theirs.
ALTER TABLE delivery_events DISABLE TRIGGER delivery_events_are_append_only;
--> statement-breakpoint
DO $$
DECLARE
  delivery record;
  event record;
  link text;
BEGIN
  FOR delivery IN SELECT id, notice_id, email_hash, email_id FROM deliveries LOOP
    link := chain_of_owed(delivery.id, delivery.notice_id, delivery.email_hash, NULL);
    FOR event IN SELECT * FROM delivery_events WHERE delivery_id = delivery.id ORDER BY id LOOP
      -- The id came with the first step that needs one.
      IF delivery.email_id IS NOT NULL AND event.state NOT IN ('pending', 'uncertain', 'skipped') THEN
        event.email_id := delivery.email_id;
        delivery.email_id := NULL;
      END IF;
      link := chain_of_event(link, event.state, event.at, event.cause, event.email_id);
      UPDATE delivery_events SET hash = link, email_id = event.email_id WHERE id = event.id;
    END LOOP;
    UPDATE deliveries SET chain = link WHERE id = delivery.id;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE delivery_events ENABLE TRIGGER delivery_events_are_append_only;
--> statement-breakpoint
ALTER TABLE deliveries ALTER COLUMN chain DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE delivery_events ALTER COLUMN hash DROP DEFAULT;
--> statement-breakpoint
CREATE TRIGGER deliveries_are_kept BEFORE DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER deliveries_are_not_truncated BEFORE TRUNCATE ON deliveries EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER responses_are_kept BEFORE DELETE ON responses FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER responses_are_not_truncated BEFORE TRUNCATE ON responses EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- Once announced, a change set may be withdrawn, or released from waiting for approvals; and wait again, unless somebody
-- has recorded why it need not. Nothing else of it changes.
CREATE OR REPLACE FUNCTION guard_change_set() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  withdrawing text[] := ARRAY['state', 'withdrawn_at', 'withdrawn_reason', 'updated_at'];
  releasing text[] := ARRAY['released_on', 'released_reason', 'updated_at'];
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
  END IF;
  RAISE EXCEPTION 'change set % is announced and cannot be rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Whom a set concerned, on what terms, stays as it was announced; a customer may be deleted, and reminded once.
CREATE FUNCTION guard_concerned_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - ARRAY['customer_id', 'reminded_at'] = to_jsonb(OLD) - ARRAY['customer_id', 'reminded_at']
     AND (NEW.customer_id IS NULL OR NEW.customer_id = OLD.customer_id)
     AND (OLD.reminded_at IS NULL OR NEW.reminded_at = OLD.reminded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'whom change set % concerned cannot be rewritten', OLD.change_set USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER concerned_customers_keep_history BEFORE UPDATE OR DELETE ON concerned_customers
  FOR EACH ROW EXECUTE FUNCTION guard_concerned_customer();
--> statement-breakpoint
CREATE TRIGGER concerned_customers_are_not_truncated BEFORE TRUNCATE ON concerned_customers EXECUTE FUNCTION refuse_rewriting();
