CREATE TABLE `baseline_files` (
	`baseline_id` integer NOT NULL,
	`path` text NOT NULL,
	`blob_id` text NOT NULL,
	`content_id` text,
	PRIMARY KEY(`baseline_id`, `path`),
	FOREIGN KEY (`baseline_id`) REFERENCES `baselines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `baseline_files_blob` ON `baseline_files` (`blob_id`);--> statement-breakpoint
CREATE TABLE `baselines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `baselines_work` ON `baselines` (`work_id`);--> statement-breakpoint
CREATE TABLE `claimants` (
	`work_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`organization` text NOT NULL,
	`authority` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`address` text,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "claimants_role" CHECK("claimants"."role" in ('owner', 'agent'))
);
--> statement-breakpoint
CREATE TABLE `event_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "event_head_single" CHECK("event_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`,`seq`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`seq`);--> statement-breakpoint
CREATE TABLE `http_cache` (
	`key` text PRIMARY KEY NOT NULL,
	`etag` text NOT NULL,
	`content_id` text NOT NULL,
	`stored_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `judged_blobs` (
	`work_id` integer NOT NULL,
	`index_id` text NOT NULL,
	`blob` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`work_id`, `index_id`, `blob`),
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `judged_trees` (
	`work_id` integer NOT NULL,
	`index_id` text NOT NULL,
	`tree` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`work_id`, `index_id`, `tree`),
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `match_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`match_id` integer NOT NULL,
	`commit` text NOT NULL,
	`tree` text NOT NULL,
	`path` text NOT NULL,
	`blob` text NOT NULL,
	`class` text NOT NULL,
	`strength` text NOT NULL,
	`original` text,
	`bits` real NOT NULL,
	`of_original` real NOT NULL,
	`of_candidate` real NOT NULL,
	`ranges` text NOT NULL,
	`reason` text NOT NULL,
	`content_id` text,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "match_files_class" CHECK("match_files"."class" in ('exact', 'normalized', 'modified', 'partial', 'port', 'none')),
	CONSTRAINT "match_files_strength" CHECK("match_files"."strength" in ('strong', 'weak', 'none'))
);
--> statement-breakpoint
CREATE INDEX `match_files_match` ON `match_files` (`match_id`,`path`);--> statement-breakpoint
CREATE INDEX `match_files_blob` ON `match_files` (`blob`);--> statement-breakpoint
CREATE TABLE `match_refs` (
	`match_id` integer NOT NULL,
	`ref` text NOT NULL,
	`commit` text NOT NULL,
	`tree` text NOT NULL,
	PRIMARY KEY(`match_id`, `ref`),
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `matches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`repository_id` integer NOT NULL,
	`scan_id` integer,
	`class` text NOT NULL,
	`strength` text NOT NULL,
	`originals_found` integer NOT NULL,
	`of_work` real NOT NULL,
	`of_repository` real NOT NULL,
	`entire_repository` integer NOT NULL,
	`official` integer NOT NULL,
	`license` text,
	`reason` text NOT NULL,
	`decision` text,
	`first_seen_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scan_id`) REFERENCES `scans`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "matches_class" CHECK("matches"."class" in ('exact', 'normalized', 'modified', 'partial', 'port', 'none')),
	CONSTRAINT "matches_strength_word" CHECK("matches"."strength" in ('strong', 'weak', 'none')),
	CONSTRAINT "matches_decision_word" CHECK("matches"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'))
);
--> statement-breakpoint
CREATE INDEX `matches_strength` ON `matches` (`work_id`,`strength`,`class`);--> statement-breakpoint
CREATE INDEX `matches_decision` ON `matches` (`work_id`,`decision`);--> statement-breakpoint
CREATE INDEX `matches_of_repository` ON `matches` (`repository_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `matches_repository` ON `matches` (`work_id`,`repository_id`);--> statement-breakpoint
CREATE TABLE `notice_repositories` (
	`notice_id` text NOT NULL,
	`repository_id` integer NOT NULL,
	`role` text NOT NULL,
	`url` text NOT NULL,
	`files` text NOT NULL,
	PRIMARY KEY(`notice_id`, `repository_id`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_repositories_role" CHECK("notice_repositories"."role" in ('parent', 'fork'))
);
--> statement-breakpoint
CREATE INDEX `notice_repositories_repository` ON `notice_repositories` (`repository_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` integer NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`parent_repository_id` integer,
	`document` text NOT NULL,
	`about_notice_id` text,
	`template_version` text NOT NULL,
	`created_at` integer NOT NULL,
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
	CONSTRAINT "notices_kind" CHECK("notices"."kind" in ('takedown', 'revised', 'retraction')),
	CONSTRAINT "notices_status" CHECK("notices"."status" in ('draft', 'signed', 'sent', 'retracted')),
	CONSTRAINT "notices_channel" CHECK("notices"."channel" in ('form', 'email', 'letter')),
	CONSTRAINT "notices_signed" CHECK("notices"."status" = 'draft' or ("notices"."signed_by" is not null and "notices"."signed_at" is not null and "notices"."frozen_hash" is not null))
);
--> statement-breakpoint
CREATE INDEX `notices_work` ON `notices` (`work_id`,`status`);--> statement-breakpoint
CREATE TABLE `observations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`repository_id` integer NOT NULL,
	`at` integer NOT NULL,
	`availability` text NOT NULL,
	`http_status` integer,
	`raw` text,
	`notice_url` text,
	`work_id` integer,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "observations_availability" CHECK("observations"."availability" in ('available', 'changed', 'disabled', 'blocked', 'gone', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `observations_repository` ON `observations` (`repository_id`,`at`);--> statement-breakpoint
CREATE TABLE `officials` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`owner` text NOT NULL,
	`name` text,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `officials_repository` ON `officials` (`work_id`,lower("owner"),lower("name")) WHERE "officials"."name" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `officials_owner` ON `officials` (`work_id`,lower("owner")) WHERE "officials"."name" is null;--> statement-breakpoint
CREATE TABLE `originals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version_id` integer NOT NULL,
	`work_id` integer NOT NULL,
	`path` text NOT NULL,
	`bytes` integer NOT NULL,
	`blob_id` text NOT NULL,
	`content_id` text,
	`claimed` integer NOT NULL,
	`excluded_because` text,
	`excluded_detail` text,
	FOREIGN KEY (`version_id`) REFERENCES `work_versions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "originals_excluded_because" CHECK("originals"."excluded_because" in ('third-party', 'baseline', 'boilerplate', 'generated', 'small'))
);
--> statement-breakpoint
CREATE INDEX `originals_blob` ON `originals` (`work_id`,`blob_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `originals_path` ON `originals` (`version_id`,`path`);--> statement-breakpoint
CREATE TABLE `repositories` (
	`id` integer PRIMARY KEY NOT NULL,
	`node_id` text,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`fork` integer NOT NULL,
	`parent_id` integer,
	`network_root_id` integer,
	`root_observed_at` integer,
	`private` integer DEFAULT false NOT NULL,
	`archived` integer DEFAULT false NOT NULL,
	`stars` integer,
	`forks_count` integer,
	`size_kb` integer,
	`description` text,
	`default_branch` text,
	`license` text,
	`github_created_at` integer,
	`pushed_at` integer,
	`availability` text DEFAULT 'unknown' NOT NULL,
	`availability_since` integer,
	`checked_at` integer,
	`block_reason` text,
	`block_notice_url` text,
	`block_created_at` integer,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	CONSTRAINT "repositories_availability" CHECK("repositories"."availability" in ('available', 'changed', 'disabled', 'blocked', 'gone', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `repositories_name` ON `repositories` (lower("owner"),lower("name"));--> statement-breakpoint
CREATE INDEX `repositories_network` ON `repositories` (`network_root_id`);--> statement-breakpoint
CREATE TABLE `repository_names` (
	`repository_id` integer NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`repository_id`, `seen_at`),
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `repository_names_name` ON `repository_names` (lower("owner"),lower("name"));--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scan_id` integer,
	`purpose` text NOT NULL,
	`bucket` text NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`status` integer,
	`not_modified` integer NOT NULL,
	`cost` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`scan_id`) REFERENCES `scans`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `requests_scan` ON `requests` (`scan_id`,`bucket`);--> statement-breakpoint
CREATE INDEX `requests_at` ON `requests` (`at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`match_id` integer NOT NULL,
	`decision` text NOT NULL,
	`reviewer` text NOT NULL,
	`reason` text NOT NULL,
	`fair_use` text,
	`evidence_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reviews_decision" CHECK("reviews"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'))
);
--> statement-breakpoint
CREATE INDEX `reviews_match` ON `reviews` (`match_id`,`at`);--> statement-breakpoint
CREATE TABLE `scan_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scan_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`retry_at` integer,
	`result` text,
	FOREIGN KEY (`scan_id`) REFERENCES `scans`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "scan_steps_status" CHECK("scan_steps"."status" in ('pending', 'done', 'could-not-tell'))
);
--> statement-breakpoint
CREATE INDEX `scan_steps_next` ON `scan_steps` (`scan_id`,`status`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `scan_steps_key` ON `scan_steps` (`scan_id`,`kind`,`key`);--> statement-breakpoint
CREATE TABLE `scans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`status` text NOT NULL,
	`options` text NOT NULL,
	`reasons` text NOT NULL,
	`coverage` text,
	`requests` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "scans_status" CHECK("scans"."status" in ('running', 'complete', 'incomplete'))
);
--> statement-breakpoint
CREATE INDEX `scans_work` ON `scans` (`work_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `work_indexes` (
	`work_id` integer PRIMARY KEY NOT NULL,
	`index_id` text NOT NULL,
	`content_id` text NOT NULL,
	`probes_content_id` text NOT NULL,
	`built_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `work_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`skipped` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_versions_number` ON `work_versions` (`work_id`,`number`);--> statement-breakpoint
CREATE TABLE `works` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`description` text,
	`url` text,
	`license` text,
	`leaked_at` integer,
	`fingerprints_only` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `works_slug_unique` ON `works` (`slug`);