CREATE TABLE `scan_pulses` (
	`scan_id` integer PRIMARY KEY NOT NULL,
	`step` text NOT NULL,
	`done` integer,
	`total` integer,
	`left` text,
	`waits_for` text,
	`waits_until` integer,
	`budgets` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`scan_id`) REFERENCES `scans`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `scans` ADD `unattended` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `scans` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `scans` ADD `paused_by` text;--> statement-breakpoint
CREATE INDEX `matches_of_scan` ON `matches` (`scan_id`,`strength`,`updated_at`);