CREATE TABLE `materials` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`kind` text NOT NULL,
	`url` text NOT NULL,
	`class` text NOT NULL,
	`strength` text NOT NULL,
	`entire` integer NOT NULL,
	`files` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`seen_at` integer NOT NULL,
	`decision` text,
	`reviewer` text,
	`reason` text,
	`fair_use` text,
	`reviewed_hash` text,
	`reviewed_at` integer,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "materials_kind" CHECK("materials"."kind" in ('npm', 'gist', 'elsewhere')),
	CONSTRAINT "materials_class" CHECK("materials"."class" in ('exact', 'normalized', 'modified', 'partial', 'port', 'none')),
	CONSTRAINT "materials_strength" CHECK("materials"."strength" in ('strong', 'weak', 'none')),
	CONSTRAINT "materials_decision" CHECK("materials"."decision" in ('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel')),
	CONSTRAINT "materials_decided" CHECK("materials"."decision" is null or ("materials"."reviewer" is not null and "materials"."reason" is not null and "materials"."reviewed_hash" is not null and "materials"."reviewed_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `materials_url` ON `materials` (`work_id`,`url`);--> statement-breakpoint
CREATE TABLE `review_samples` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`work_id` integer NOT NULL,
	`seed` text NOT NULL,
	`population` integer NOT NULL,
	`match_ids` text NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`work_id`) REFERENCES `works`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_samples_work` ON `review_samples` (`work_id`,`drawn_at`);--> statement-breakpoint
CREATE TABLE `template_sets` (
	`version` text PRIMARY KEY NOT NULL,
	`files` text NOT NULL,
	`kept_at` integer NOT NULL
);
