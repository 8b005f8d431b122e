CREATE TABLE `bulk_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`decision` text NOT NULL,
	`reviewer` text NOT NULL,
	`by` text NOT NULL,
	`list` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "bulk_reviews_decision" CHECK("bulk_reviews"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'))
);
--> statement-breakpoint
CREATE INDEX `bulk_reviews_work` ON `bulk_reviews` (`work_id`,`id`);--> statement-breakpoint
CREATE TABLE `withdrawn_reviews` (
	`review_id` integer PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `reviews` ADD `bulk_id` integer REFERENCES bulk_reviews(id);--> statement-breakpoint
CREATE INDEX `reviews_bulk` ON `reviews` (`bulk_id`);--> statement-breakpoint
ALTER TABLE `saved_views` ADD `created_by` text DEFAULT '' NOT NULL;