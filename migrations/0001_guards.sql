-- What has been published or audited is never overwritten or deleted, whoever asks.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER snapshots_are_append_only BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER snapshots_are_not_truncated BEFORE TRUNCATE ON snapshots EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER audit_log_is_not_truncated BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER delivery_events_are_append_only BEFORE UPDATE OR DELETE ON delivery_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER delivery_events_are_not_truncated BEFORE TRUNCATE ON delivery_events EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- A change set may be edited or deleted as a draft; once announced it may only be withdrawn.
CREATE FUNCTION guard_change_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'announced' AND NEW.state = 'withdrawn'
     AND to_jsonb(NEW) - ARRAY['state', 'withdrawn_at', 'withdrawn_reason', 'updated_at']
       = to_jsonb(OLD) - ARRAY['state', 'withdrawn_at', 'withdrawn_reason', 'updated_at'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'change set % is announced and cannot be rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER change_sets_keep_history BEFORE UPDATE OR DELETE ON change_sets FOR EACH ROW EXECUTE FUNCTION guard_change_set();
--> statement-breakpoint
CREATE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched integer[] := CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.change_set]
    WHEN 'DELETE' THEN ARRAY[OLD.change_set]
    ELSE ARRAY[OLD.change_set, NEW.change_set] END;
BEGIN
  IF EXISTS (SELECT 1 FROM change_sets WHERE number = ANY (touched) AND state <> 'draft') THEN
    RAISE EXCEPTION 'announced changes cannot be rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER changes_keep_history BEFORE INSERT OR UPDATE OR DELETE ON changes FOR EACH ROW EXECUTE FUNCTION guard_change();
--> statement-breakpoint
CREATE TRIGGER changes_are_not_truncated BEFORE TRUNCATE ON changes EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER change_sets_are_not_truncated BEFORE TRUNCATE ON change_sets EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
INSERT INTO organisation (id) VALUES (1);
--> statement-breakpoint
INSERT INTO sender (id) VALUES (1);
