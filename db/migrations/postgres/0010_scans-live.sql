CREATE TABLE "scan_pulses" (
	"scan_id" bigint PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"done" integer,
	"total" integer,
	"left" text,
	"waits_for" text,
	"waits_until" timestamp (3) with time zone,
	"budgets" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "unattended" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "scan_pulses" ADD CONSTRAINT "scan_pulses_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matches_of_scan" ON "matches" USING btree ("scan_id","strength","updated_at");