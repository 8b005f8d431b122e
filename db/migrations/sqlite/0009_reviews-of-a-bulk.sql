PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	`bulk_id` integer,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reviews_decision" CHECK("__new_reviews"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel')),
	CONSTRAINT "reviews_kind" CHECK("__new_reviews"."kind" in ('first', 'second', 'counsel'))
);
--> statement-breakpoint
INSERT INTO `__new_reviews`("id", "match_id", "kind", "identical_to", "decision", "reviewer", "reason", "fair_use", "evidence_hash", "at", "bulk_id") SELECT "id", "match_id", "kind", "identical_to", "decision", "reviewer", "reason", "fair_use", "evidence_hash", "at", "bulk_id" FROM `reviews`;--> statement-breakpoint
DROP TABLE `reviews`;--> statement-breakpoint
ALTER TABLE `__new_reviews` RENAME TO `reviews`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `reviews_match` ON `reviews` (`match_id`,`at`);--> statement-breakpoint
CREATE INDEX `reviews_bulk` ON `reviews` (`bulk_id`);