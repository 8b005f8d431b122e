CREATE TABLE `alert_deliveries` (
	`alert_id` integer NOT NULL,
	`channel` text NOT NULL,
	`delivered_at` integer NOT NULL,
	PRIMARY KEY(`alert_id`, `channel`),
	FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`work_id` integer,
	`text` text NOT NULL,
	`data` text NOT NULL,
	`raised_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "alerts_kind" CHECK("alerts"."kind" in ('overreach', 'reinstated', 'given-back', 'returned', 'counter-notice', 'deadline', 'could-not-tell', 'mail'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_key_unique` ON `alerts` (`key`);--> statement-breakpoint
CREATE INDEX `alerts_work` ON `alerts` (`work_id`,`raised_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`leased_by` text,
	`leased_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key_unique` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_run_at` ON `jobs` (`run_at`);--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`name` text PRIMARY KEY NOT NULL,
	`uid_validity` text NOT NULL,
	`last_uid` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mailbox` text NOT NULL,
	`sha256` text NOT NULL,
	`content_id` text NOT NULL,
	`bytes` integer NOT NULL,
	`received_at` integer NOT NULL,
	`sender` text,
	`subject` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`notice_id` text,
	`reason` text NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_kind" CHECK("messages"."kind" in ('confirmation', 'changes-requested', 'owner-changed', 'processed', 'counter-notice', 'other')),
	CONSTRAINT "messages_state_word" CHECK("messages"."state" in ('linked', 'left'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_sha256_unique` ON `messages` (`sha256`);--> statement-breakpoint
CREATE INDEX `messages_notice` ON `messages` (`notice_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`received_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` integer NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`parent_repository_id` integer,
	`document` text NOT NULL,
	`about_notice_id` text,
	`template_version` text NOT NULL,
	`created_at` integer NOT NULL,
	`drafted_by` text,
	`signed_by` text,
	`signed_at` integer,
	`frozen_hash` text,
	`frozen_content_id` text,
	`sent_at` integer,
	`channel` text,
	`ticket` text,
	`sent_content_id` text,
	`published_url` text,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind" CHECK("__new_notices"."kind" in ('takedown', 'revised', 'retraction', 'reply', 'preservation', 'letter')),
	CONSTRAINT "notices_status" CHECK("__new_notices"."status" in ('draft', 'signed', 'sent', 'retracted')),
	CONSTRAINT "notices_channel" CHECK("__new_notices"."channel" in ('form', 'email', 'letter')),
	CONSTRAINT "notices_signed" CHECK("__new_notices"."status" = 'draft' or ("__new_notices"."signed_by" is not null and "__new_notices"."signed_at" is not null and "__new_notices"."frozen_hash" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "work_id", "kind", "status", "parent_repository_id", "document", "about_notice_id", "template_version", "created_at", "signed_by", "signed_at", "frozen_hash", "frozen_content_id", "sent_at", "channel", "ticket", "sent_content_id", "published_url") SELECT "id", "work_id", "kind", "status", "parent_repository_id", "document", "about_notice_id", "template_version", "created_at", "signed_by", "signed_at", "frozen_hash", "frozen_content_id", "sent_at", "channel", "ticket", "sent_content_id", "published_url" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notices_work` ON `notices` (`work_id`,`status`);--> statement-breakpoint
ALTER TABLE `observations` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `observations` ADD `remaining` text;--> statement-breakpoint
ALTER TABLE `repositories` ADD `settled_mark` text;--> statement-breakpoint
ALTER TABLE `repositories` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `repositories` ADD `files_left` integer;--> statement-breakpoint
CREATE TABLE `__new_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`match_id` integer NOT NULL,
	`kind` text DEFAULT 'first' NOT NULL,
	`identical_to` integer,
	`decision` text NOT NULL,
	`reviewer` text NOT NULL,
	`reason` text NOT NULL,
	`fair_use` text,
	`evidence_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reviews_decision" CHECK("__new_reviews"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel')),
	CONSTRAINT "reviews_kind" CHECK("__new_reviews"."kind" in ('first', 'second', 'counsel'))
);
--> statement-breakpoint
INSERT INTO `__new_reviews`("id", "match_id", "decision", "reviewer", "reason", "fair_use", "evidence_hash", "at") SELECT "id", "match_id", "decision", "reviewer", "reason", "fair_use", "evidence_hash", "at" FROM `reviews`;--> statement-breakpoint
DROP TABLE `reviews`;--> statement-breakpoint
ALTER TABLE `__new_reviews` RENAME TO `reviews`;--> statement-breakpoint
CREATE INDEX `reviews_match` ON `reviews` (`match_id`,`at`);