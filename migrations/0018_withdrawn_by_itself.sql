ALTER TABLE "changes" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Once announced, a change set may be withdrawn, or what is left of it to come; and its last day to object may be put off.
-- Nothing else of it changes.
CREATE OR REPLACE FUNCTION guard_change_set() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  withdrawing text[] := ARRAY['state', 'withdrawn_at', 'withdrawn_reason', 'updated_at'];
  postponing text[] := ARRAY['objection_extended_to', 'updated_at'];
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'announced' THEN
    IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.state IN ('withdrawn', 'announced')
       AND to_jsonb(NEW) - withdrawing = to_jsonb(OLD) - withdrawing THEN
      RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - postponing = to_jsonb(OLD) - postponing
       AND (NEW.objection_extended_to IS NOT DISTINCT FROM OLD.objection_extended_to
            OR NEW.objection_extended_to > coalesce(OLD.objection_extended_to, OLD.last_day_to_object_on)) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'change set % is announced and cannot be rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- The changes of a set are written as long as it is a draft. Once announced, people can be erased from them, and each may be
-- withdrawn by itself, once; postponed; or released from waiting for approvals, and wait again, unless somebody has recorded
-- why it need not. It takes approvals from then on when a customer comes whose contract asks for theirs; what is in force by
-- then stays so.
CREATE OR REPLACE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  touched integer[] := CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.change_set]
    WHEN 'DELETE' THEN ARRAY[OLD.change_set]
    ELSE ARRAY[OLD.change_set, NEW.change_set] END;
  releasing text[] := ARRAY['released_on', 'released_reason'];
  taking text[] := ARRAY['awaits_approval', 'released_on'];
  documents text[] := ARRAY['before', 'after'];
  planned date;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - documents = to_jsonb(OLD) - documents
     AND public.is_erased_from(OLD.before::text, NEW.before::text)
     AND public.is_erased_from(OLD.after::text, NEW.after::text) THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.change_sets WHERE number = ANY (touched) AND state <> 'draft') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NOT OLD.withdrawn THEN
    SELECT coalesce(OLD.postponed_to, OLD.planned_on, effective_on) INTO planned
    FROM public.change_sets WHERE number = OLD.change_set AND state = 'announced';
    IF planned IS NOT NULL THEN
      IF NEW.withdrawn AND to_jsonb(NEW) - 'withdrawn' = to_jsonb(OLD) - 'withdrawn' THEN
        RETURN NEW;
      END IF;
      IF NEW.postponed_to > planned AND to_jsonb(NEW) - 'postponed_to' = to_jsonb(OLD) - 'postponed_to' THEN
        RETURN NEW;
      END IF;
      IF OLD.awaits_approval AND OLD.released_reason IS NULL
         AND (OLD.released_on IS NULL OR (NEW.released_on IS NULL AND NEW.released_reason IS NULL))
         AND (NEW.released_on IS NULL) <> (OLD.released_on IS NULL)
         AND to_jsonb(NEW) - releasing = to_jsonb(OLD) - releasing THEN
        RETURN NEW;
      END IF;
      IF NOT OLD.awaits_approval AND NEW.awaits_approval AND (NEW.released_on IS NULL OR NEW.released_on = planned)
         AND to_jsonb(NEW) - taking = to_jsonb(OLD) - taking THEN
        RETURN NEW;
      END IF;
    END IF;
  END IF;
  RAISE EXCEPTION 'announced changes cannot be rewritten' USING ERRCODE = 'restrict_violation';
END $$;
