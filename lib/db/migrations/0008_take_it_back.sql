ALTER TABLE "restrictions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "restrictions" ADD COLUMN "ends_at" timestamp (3) with time zone;