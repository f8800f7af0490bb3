CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"mint" text NOT NULL,
	"show_title" text NOT NULL,
	"creator_id" text NOT NULL,
	"creator_name" text NOT NULL,
	"seq" integer NOT NULL,
	"author" text,
	"author_name" text,
	"text" text,
	"reporter_id" text,
	"browser" text,
	"reason" text NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dismissed_by_hosts_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_accounts_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open_by_account" ON "reports" USING btree ("mint","seq","reporter_id") WHERE "reports"."decided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open_by_browser" ON "reports" USING btree ("mint","seq","browser") WHERE "reports"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "reports_subject" ON "reports" USING btree ("mint","seq");--> statement-breakpoint
CREATE INDEX "reports_reporter" ON "reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "reports_author" ON "reports" USING btree ("author");--> statement-breakpoint
CREATE INDEX "reports_decided" ON "reports" USING btree ("decided_at");