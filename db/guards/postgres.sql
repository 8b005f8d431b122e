-- What the database itself refuses, whoever asks: the same as in sqlite.sql. Laid again after every migration.

CREATE OR REPLACE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = TG_ARGV[0]; END $$;
--> statement-breakpoint

-- The log: append-only, each event linked to the one before.
CREATE OR REPLACE FUNCTION guard_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM event_head WHERE id = 1 AND seq = NEW.seq - 1 AND hash = NEW.prev_hash FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'an event must follow the last one'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_move_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE event_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1; RETURN NEW; END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_head_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq AND hash = NEW.hash) THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'the head moves with the events alone';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_events_link BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION guard_event_follows();
--> statement-breakpoint
CREATE TRIGGER guard_events_head AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION guard_move_head();
--> statement-breakpoint
CREATE TRIGGER guard_events_update BEFORE UPDATE OR DELETE ON events FOR EACH ROW
EXECUTE FUNCTION guard_refuse('events are append-only');
--> statement-breakpoint
CREATE TRIGGER guard_events_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT
EXECUTE FUNCTION guard_refuse('events are append-only');
--> statement-breakpoint
CREATE TRIGGER guard_event_head_update BEFORE UPDATE ON event_head FOR EACH ROW EXECUTE FUNCTION guard_head_moves();
--> statement-breakpoint
CREATE TRIGGER guard_event_head_delete BEFORE DELETE ON event_head FOR EACH ROW
EXECUTE FUNCTION guard_refuse('the head moves with the events alone');
--> statement-breakpoint
CREATE TRIGGER guard_event_head_truncate BEFORE TRUNCATE ON event_head FOR EACH STATEMENT
EXECUTE FUNCTION guard_refuse('the head moves with the events alone');
--> statement-breakpoint

-- Notices: a status only goes forward, what was signed never changes, what was recorded of sending is recorded once.
CREATE TRIGGER guard_notices_insert BEFORE INSERT ON notices FOR EACH ROW WHEN (NEW.status <> 'draft')
EXECUTE FUNCTION guard_refuse('a notice begins as a draft');
--> statement-breakpoint
CREATE TRIGGER guard_notices_status BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.status <> NEW.status AND NOT (
  (OLD.status = 'draft' AND NEW.status = 'signed') OR
  (OLD.status = 'signed' AND NEW.status = 'sent') OR
  (OLD.status IN ('signed', 'sent') AND NEW.status = 'retracted')))
EXECUTE FUNCTION guard_refuse('a notice goes from draft to signed to sent, or is retracted');
--> statement-breakpoint
-- The last line: whoever writes the row, a repository that was not reviewed as infringing over evidence of its own
-- is not signed for, and the document names what the rows name.
CREATE OR REPLACE FUNCTION guard_signed_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM notice_repositories AS named WHERE named.notice_id = NEW.id AND NOT EXISTS (
      SELECT 1 FROM matches JOIN reviews ON reviews.match_id = matches.id
      WHERE matches.work_id = NEW.work_id AND matches.repository_id = named.repository_id
        AND NOT matches.official AND matches.class NOT IN ('port', 'none') AND matches.strength <> 'none'
        AND reviews.id = (SELECT max(latest.id) FROM reviews AS latest WHERE latest.match_id = matches.id
          AND NOT EXISTS (SELECT 1 FROM withdrawn_reviews WHERE review_id = latest.id))
        AND reviews.decision = 'infringing' AND trim(coalesce(reviews.fair_use, '')) <> ''
        AND EXISTS (SELECT 1 FROM match_files WHERE match_files.match_id = matches.id AND match_files.strength = 'strong')))
    OR EXISTS (SELECT 1 FROM (
        SELECT json_array_elements(coalesce(NEW.document -> 'repositories', '[]'::json)) AS value
        UNION ALL SELECT json_array_elements(coalesce(NEW.document -> 'forks', '[]'::json))
        UNION ALL SELECT json_array_elements(coalesce(NEW.document -> 'remaining', '[]'::json))) AS accused
      WHERE accused.value ->> 'id' IS NULL OR (accused.value ->> 'id')::numeric NOT IN (
        SELECT repository_id FROM notice_repositories WHERE notice_id = NEW.id))
  THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'a notice is signed only over what was reviewed as infringing';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_notices_signed BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.status = 'draft' AND NEW.status <> 'draft') EXECUTE FUNCTION guard_signed_names();
--> statement-breakpoint
-- Material that is no repository has no rows: what the document holds is what was decided about, over evidence of today.
CREATE OR REPLACE FUNCTION guard_signed_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (
      SELECT json_array_elements(coalesce(NEW.document -> 'materials', '[]'::json)) AS value
      UNION ALL SELECT json_array_elements(coalesce(NEW.document -> 'otherMaterial', '[]'::json))) AS accused
    WHERE NOT EXISTS (SELECT 1 FROM materials
      WHERE materials.work_id = NEW.work_id AND materials.url = accused.value ->> 'url'
        AND materials.class NOT IN ('port', 'none') AND materials.strength = 'strong'
        AND materials.decision = 'infringing' AND trim(coalesce(materials.fair_use, '')) <> ''
        AND materials.reviewed_hash = materials.evidence_hash))
  THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'a notice is signed only over material that was reviewed as infringing';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_notices_signed_material BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.status = 'draft' AND NEW.status <> 'draft') EXECUTE FUNCTION guard_signed_material();
--> statement-breakpoint
-- Two drafts may be made at the same time; only one of them can be the first notice about a repository.
CREATE OR REPLACE FUNCTION guard_signed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM notice_repositories AS mine
    JOIN notice_repositories AS theirs ON theirs.repository_id = mine.repository_id AND theirs.notice_id <> mine.notice_id
    JOIN notices AS other ON other.id = theirs.notice_id
    WHERE mine.notice_id = NEW.id AND other.work_id = NEW.work_id
      AND other.kind IN ('takedown', 'revised') AND other.status IN ('signed', 'sent'))
  THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'a repository is named in one first notice of a work';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_notices_signed_once BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.status = 'draft' AND NEW.status <> 'draft' AND NEW.kind = 'takedown') EXECUTE FUNCTION guard_signed_once();
--> statement-breakpoint
CREATE TRIGGER guard_notices_frozen BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.status <> 'draft' AND (
  OLD.id IS DISTINCT FROM NEW.id OR
  OLD.work_id IS DISTINCT FROM NEW.work_id OR
  OLD.kind IS DISTINCT FROM NEW.kind OR
  OLD.parent_repository_id IS DISTINCT FROM NEW.parent_repository_id OR
  OLD.document::text IS DISTINCT FROM NEW.document::text OR
  OLD.about_notice_id IS DISTINCT FROM NEW.about_notice_id OR
  OLD.template_version IS DISTINCT FROM NEW.template_version OR
  OLD.created_at IS DISTINCT FROM NEW.created_at OR
  OLD.drafted_by IS DISTINCT FROM NEW.drafted_by OR
  OLD.own_words::text IS DISTINCT FROM NEW.own_words::text OR
  OLD.signed_by IS DISTINCT FROM NEW.signed_by OR
  OLD.signed_at IS DISTINCT FROM NEW.signed_at OR
  OLD.frozen_hash IS DISTINCT FROM NEW.frozen_hash OR
  OLD.frozen_content_id IS DISTINCT FROM NEW.frozen_content_id))
EXECUTE FUNCTION guard_refuse('a signed notice never changes');
--> statement-breakpoint
CREATE TRIGGER guard_notices_sent BEFORE UPDATE ON notices FOR EACH ROW
WHEN (OLD.sent_at IS NOT NULL AND (
  OLD.sent_at IS DISTINCT FROM NEW.sent_at OR
  OLD.channel IS DISTINCT FROM NEW.channel OR
  OLD.sent_content_id IS DISTINCT FROM NEW.sent_content_id OR
  (OLD.ticket IS NOT NULL AND OLD.ticket IS DISTINCT FROM NEW.ticket)))
EXECUTE FUNCTION guard_refuse('what was sent, when and how is recorded once');
--> statement-breakpoint
CREATE TRIGGER guard_notices_delete BEFORE DELETE ON notices FOR EACH ROW WHEN (OLD.status <> 'draft')
EXECUTE FUNCTION guard_refuse('a signed notice is never deleted');
--> statement-breakpoint
CREATE TRIGGER guard_notices_truncate BEFORE TRUNCATE ON notices FOR EACH STATEMENT
EXECUTE FUNCTION guard_refuse('a signed notice is never deleted');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_named_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND (SELECT status FROM notices WHERE id = OLD.notice_id) <> 'draft'
    OR TG_OP <> 'DELETE' AND (SELECT status FROM notices WHERE id = NEW.notice_id) <> 'draft' THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001', MESSAGE = 'a signed notice never changes';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_notice_repositories BEFORE INSERT OR UPDATE OR DELETE ON notice_repositories FOR EACH ROW
EXECUTE FUNCTION guard_named_material();
--> statement-breakpoint
CREATE TRIGGER guard_notice_repositories_truncate BEFORE TRUNCATE ON notice_repositories FOR EACH STATEMENT
EXECUTE FUNCTION guard_refuse('a signed notice never changes');
--> statement-breakpoint

-- Decisions: a reviewer who thinks again writes a new one.
CREATE TRIGGER guard_reviews_update BEFORE UPDATE ON reviews FOR EACH ROW
EXECUTE FUNCTION guard_refuse('a review is not changed: record a new one');
--> statement-breakpoint
-- Taking a decision back is recorded once, and never below a notice that was signed over it.
CREATE OR REPLACE FUNCTION guard_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM reviews JOIN matches ON matches.id = reviews.match_id
    JOIN notice_repositories AS named ON named.repository_id = matches.repository_id
    JOIN notices ON notices.id = named.notice_id AND notices.work_id = matches.work_id
    WHERE reviews.id = NEW.review_id AND notices.status <> 'draft')
  THEN
    RAISE EXCEPTION USING ERRCODE = 'CB001',
      MESSAGE = 'a decision behind a signed notice is not taken back: record a new one';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_withdrawn_reviews_insert BEFORE INSERT ON withdrawn_reviews FOR EACH ROW
EXECUTE FUNCTION guard_withdrawal();
--> statement-breakpoint
CREATE TRIGGER guard_withdrawn_reviews_update BEFORE UPDATE ON withdrawn_reviews FOR EACH ROW
EXECUTE FUNCTION guard_refuse('a review is not changed: record a new one');
