ALTER TABLE "audit_log" ALTER COLUMN "mint" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "force_end_reason" text;--> statement-breakpoint
CREATE INDEX "accounts_created" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_installation" ON "audit_log" USING btree ("subject") WHERE "audit_log"."mint" is null;