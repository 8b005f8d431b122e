ALTER TABLE `mailboxes` ADD `unread` text;--> statement-breakpoint
ALTER TABLE `materials` ADD `availability` text;--> statement-breakpoint
ALTER TABLE `materials` ADD `availability_since` integer;--> statement-breakpoint
ALTER TABLE `materials` ADD `checked_at` integer;--> statement-breakpoint
ALTER TABLE `materials` ADD `block_notice_url` text;--> statement-breakpoint
ALTER TABLE `materials` ADD `block_created_at` integer;--> statement-breakpoint
ALTER TABLE `materials` ADD `files_left` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `later_parts` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `reads_as` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `copy_of` integer;--> statement-breakpoint
CREATE INDEX `messages_reads_as` ON `messages` (`reads_as`);