ALTER TABLE "mailboxes" ADD COLUMN "unread" json;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "availability" text;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "availability_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "block_notice_url" text;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "block_created_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "files_left" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "later_parts" json;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reads_as" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "copy_of" bigint;--> statement-breakpoint
CREATE INDEX "messages_reads_as" ON "messages" USING btree ("reads_as");