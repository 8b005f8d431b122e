CREATE TABLE "scan_holds" (
	"work_id" bigint PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"nonce" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan_schedules" (
	"work_id" bigint PRIMARY KEY NOT NULL,
	"pattern" text NOT NULL,
	"options" json NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tree_listings" (
	"work_id" bigint NOT NULL,
	"tree" text NOT NULL,
	"items" json NOT NULL,
	CONSTRAINT "tree_listings_work_id_tree_pk" PRIMARY KEY("work_id","tree")
);
--> statement-breakpoint
ALTER TABLE "alerts" DROP CONSTRAINT "alerts_kind";--> statement-breakpoint
ALTER TABLE "scan_holds" ADD CONSTRAINT "scan_holds_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan_schedules" ADD CONSTRAINT "scan_schedules_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tree_listings" ADD CONSTRAINT "tree_listings_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_kind" CHECK ("alerts"."kind" in ('overreach', 'reinstated', 'given-back', 'returned', 'new-copies', 'counter-notice', 'deadline', 'could-not-tell', 'mail'));--> statement-breakpoint
INSERT INTO "tree_listings" ("work_id", "tree", "items") SELECT "work_id", "tree", "result" FROM "judged_trees" WHERE "index_id" = 'listing';--> statement-breakpoint
DELETE FROM "judged_trees" WHERE "index_id" = 'listing';
