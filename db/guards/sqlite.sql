-- What the database itself refuses, whoever asks. Laid again after every migration: a rebuilt table loses its triggers.

-- The log: append-only, each event linked to the one before. REPLACE is refused by the link, too.
CREATE TRIGGER guard_events_link BEFORE INSERT ON events
WHEN NOT EXISTS (SELECT 1 FROM event_head WHERE id = 1 AND seq = NEW.seq - 1 AND hash = NEW.prev_hash)
BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;
--> statement-breakpoint
CREATE TRIGGER guard_events_head AFTER INSERT ON events
BEGIN UPDATE event_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1; END;
--> statement-breakpoint
CREATE TRIGGER guard_events_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER guard_events_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER guard_event_head_update BEFORE UPDATE ON event_head
WHEN NEW.seq <> OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the head moves with the events alone'); END;
--> statement-breakpoint
CREATE TRIGGER guard_event_head_delete BEFORE DELETE ON event_head
BEGIN SELECT RAISE(ABORT, 'the head moves with the events alone'); END;
--> statement-breakpoint

-- Notices: a status only goes forward, what was signed never changes, what was recorded of sending is recorded once.
CREATE TRIGGER guard_notices_insert BEFORE INSERT ON notices
WHEN NEW.status <> 'draft' OR EXISTS (SELECT 1 FROM notices WHERE id = NEW.id AND status <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a notice begins as a draft'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notices_status BEFORE UPDATE ON notices
WHEN OLD.status <> NEW.status AND NOT (
  (OLD.status = 'draft' AND NEW.status = 'signed') OR
  (OLD.status = 'signed' AND NEW.status = 'sent') OR
  (OLD.status IN ('signed', 'sent') AND NEW.status = 'retracted'))
BEGIN SELECT RAISE(ABORT, 'a notice goes from draft to signed to sent, or is retracted'); END;
--> statement-breakpoint
-- The last line: whoever writes the row, a repository that was not reviewed as infringing over evidence of its own
-- is not signed for, and the document names what the rows name.
CREATE TRIGGER guard_notices_signed BEFORE UPDATE ON notices
WHEN OLD.status = 'draft' AND NEW.status <> 'draft' AND (
  EXISTS (SELECT 1 FROM notice_repositories AS named WHERE named.notice_id = NEW.id AND NOT EXISTS (
    SELECT 1 FROM matches JOIN reviews ON reviews.match_id = matches.id
    WHERE matches.work_id = NEW.work_id AND matches.repository_id = named.repository_id
      AND matches.official = 0 AND matches.class NOT IN ('port', 'none') AND matches.strength <> 'none'
      AND reviews.id = (SELECT max(latest.id) FROM reviews AS latest WHERE latest.match_id = matches.id
        AND NOT EXISTS (SELECT 1 FROM withdrawn_reviews WHERE review_id = latest.id))
      AND reviews.decision = 'infringing' AND trim(coalesce(reviews.fair_use, '')) <> ''
      AND EXISTS (SELECT 1 FROM match_files WHERE match_files.match_id = matches.id AND match_files.strength = 'strong')))
  OR EXISTS (SELECT 1 FROM (
      SELECT value FROM json_each(NEW.document, '$.repositories')
      UNION ALL SELECT value FROM json_each(NEW.document, '$.forks')
      UNION ALL SELECT value FROM json_each(NEW.document, '$.remaining')) AS accused
    WHERE json_extract(accused.value, '$.id') IS NULL OR json_extract(accused.value, '$.id') NOT IN (
      SELECT repository_id FROM notice_repositories WHERE notice_id = NEW.id)))
BEGIN SELECT RAISE(ABORT, 'a notice is signed only over what was reviewed as infringing'); END;
--> statement-breakpoint
-- Material that is no repository has no rows: what the document holds is what was decided about, over evidence of today.
CREATE TRIGGER guard_notices_signed_material BEFORE UPDATE ON notices
WHEN OLD.status = 'draft' AND NEW.status <> 'draft' AND EXISTS (
  SELECT 1 FROM (
    SELECT value FROM json_each(NEW.document, '$.materials')
    UNION ALL SELECT value FROM json_each(NEW.document, '$.otherMaterial')) AS accused
  WHERE NOT EXISTS (SELECT 1 FROM materials
    WHERE materials.work_id = NEW.work_id AND materials.url = json_extract(accused.value, '$.url')
      AND materials.class NOT IN ('port', 'none') AND materials.strength = 'strong'
      AND materials.decision = 'infringing' AND trim(coalesce(materials.fair_use, '')) <> ''
      AND materials.reviewed_hash = materials.evidence_hash))
BEGIN SELECT RAISE(ABORT, 'a notice is signed only over material that was reviewed as infringing'); END;
--> statement-breakpoint
-- Two drafts may be made at the same time; only one of them can be the first notice about a repository.
CREATE TRIGGER guard_notices_signed_once BEFORE UPDATE ON notices
WHEN OLD.status = 'draft' AND NEW.status <> 'draft' AND NEW.kind = 'takedown' AND EXISTS (
  SELECT 1 FROM notice_repositories AS mine
  JOIN notice_repositories AS theirs ON theirs.repository_id = mine.repository_id AND theirs.notice_id <> mine.notice_id
  JOIN notices AS other ON other.id = theirs.notice_id
  WHERE mine.notice_id = NEW.id AND other.work_id = NEW.work_id
    AND other.kind IN ('takedown', 'revised') AND other.status IN ('signed', 'sent'))
BEGIN SELECT RAISE(ABORT, 'a repository is named in one first notice of a work'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notices_frozen BEFORE UPDATE ON notices
WHEN OLD.status <> 'draft' AND (
  OLD.id IS NOT NEW.id OR
  OLD.work_id IS NOT NEW.work_id OR
  OLD.kind IS NOT NEW.kind OR
  OLD.parent_repository_id IS NOT NEW.parent_repository_id OR
  OLD.document IS NOT NEW.document OR
  OLD.about_notice_id IS NOT NEW.about_notice_id OR
  OLD.template_version IS NOT NEW.template_version OR
  OLD.created_at IS NOT NEW.created_at OR
  OLD.drafted_by IS NOT NEW.drafted_by OR
  OLD.own_words IS NOT NEW.own_words OR
  OLD.signed_by IS NOT NEW.signed_by OR
  OLD.signed_at IS NOT NEW.signed_at OR
  OLD.frozen_hash IS NOT NEW.frozen_hash OR
  OLD.frozen_content_id IS NOT NEW.frozen_content_id)
BEGIN SELECT RAISE(ABORT, 'a signed notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notices_sent BEFORE UPDATE ON notices
WHEN OLD.sent_at IS NOT NULL AND (
  OLD.sent_at IS NOT NEW.sent_at OR
  OLD.channel IS NOT NEW.channel OR
  OLD.sent_content_id IS NOT NEW.sent_content_id OR
  (OLD.ticket IS NOT NULL AND OLD.ticket IS NOT NEW.ticket))
BEGIN SELECT RAISE(ABORT, 'what was sent, when and how is recorded once'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notices_delete BEFORE DELETE ON notices
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a signed notice is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notice_repositories_insert BEFORE INSERT ON notice_repositories
WHEN (SELECT status FROM notices WHERE id = NEW.notice_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a signed notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notice_repositories_update BEFORE UPDATE ON notice_repositories
WHEN (SELECT status FROM notices WHERE id = OLD.notice_id) <> 'draft'
  OR (SELECT status FROM notices WHERE id = NEW.notice_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a signed notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER guard_notice_repositories_delete BEFORE DELETE ON notice_repositories
WHEN (SELECT status FROM notices WHERE id = OLD.notice_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a signed notice never changes'); END;
--> statement-breakpoint

-- Decisions: a reviewer who thinks again writes a new one.
CREATE TRIGGER guard_reviews_update BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is not changed: record a new one'); END;
--> statement-breakpoint
-- Taking a decision back is recorded once, and never below a notice that was signed over it.
CREATE TRIGGER guard_withdrawn_reviews_insert BEFORE INSERT ON withdrawn_reviews
WHEN EXISTS (SELECT 1 FROM withdrawn_reviews WHERE review_id = NEW.review_id) OR EXISTS (
  SELECT 1 FROM reviews JOIN matches ON matches.id = reviews.match_id
  JOIN notice_repositories AS named ON named.repository_id = matches.repository_id
  JOIN notices ON notices.id = named.notice_id AND notices.work_id = matches.work_id
  WHERE reviews.id = NEW.review_id AND notices.status <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a decision behind a signed notice is not taken back: record a new one'); END;
--> statement-breakpoint
CREATE TRIGGER guard_withdrawn_reviews_update BEFORE UPDATE ON withdrawn_reviews
BEGIN SELECT RAISE(ABORT, 'a review is not changed: record a new one'); END;
