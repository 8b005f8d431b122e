CREATE TABLE `scan_holds` (
	`work_id` integer PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`pid` integer NOT NULL,
	`nonce` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `scan_schedules` (
	`work_id` integer PRIMARY KEY NOT NULL,
	`pattern` text NOT NULL,
	`options` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tree_listings` (
	`work_id` integer NOT NULL,
	`tree` text NOT NULL,
	`items` text NOT NULL,
	PRIMARY KEY(`work_id`, `tree`),
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_alerts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`work_id` integer,
	`text` text NOT NULL,
	`data` text NOT NULL,
	`raised_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "alerts_kind" CHECK("__new_alerts"."kind" in ('overreach', 'reinstated', 'given-back', 'returned', 'new-copies', 'counter-notice', 'deadline', 'could-not-tell', 'mail'))
);
--> statement-breakpoint
INSERT INTO `__new_alerts`("id", "key", "kind", "work_id", "text", "data", "raised_at") SELECT "id", "key", "kind", "work_id", "text", "data", "raised_at" FROM `alerts`;--> statement-breakpoint
DROP TABLE `alerts`;--> statement-breakpoint
ALTER TABLE `__new_alerts` RENAME TO `alerts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_key_unique` ON `alerts` (`key`);--> statement-breakpoint
CREATE INDEX `alerts_work` ON `alerts` (`work_id`,`raised_at`);--> statement-breakpoint
INSERT INTO `tree_listings` (`work_id`, `tree`, `items`) SELECT `work_id`, `tree`, `result` FROM `judged_trees` WHERE `index_id` = 'listing';--> statement-breakpoint
DELETE FROM `judged_trees` WHERE `index_id` = 'listing';
