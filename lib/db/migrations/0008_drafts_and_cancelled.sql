DROP INDEX "livestreams_ended_at";--> statement-breakpoint
CREATE INDEX "livestreams_over" ON "livestreams" USING btree ("ended_at") WHERE "livestreams"."ended_at" is not null;--> statement-breakpoint
UPDATE "livestreams" SET "status" = 'cancelled' WHERE "status" = 'ended' AND "started_at" IS NULL;
