DROP INDEX "encoder_sessions_key";--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "track_source" text;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "track_type" text;--> statement-breakpoint
CREATE INDEX "encoder_sessions_sid" ON "encoder_sessions" USING btree ("sid");--> statement-breakpoint
CREATE INDEX "encoder_sessions_open" ON "encoder_sessions" USING btree ("mint","identity") WHERE "encoder_sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "encoder_sessions_over" ON "encoder_sessions" USING btree ("ended_at") WHERE "encoder_sessions"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "featured_viewers_account" ON "featured_viewers" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "guests_waiting" ON "guests" USING btree ("mint","identity") WHERE "guests"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "livestream_members_account" ON "livestream_members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "livestreams_org" ON "livestreams" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "livestreams_ended_at" ON "livestreams" USING btree ("ended_at") WHERE "livestreams"."status" = 'ended';--> statement-breakpoint
CREATE INDEX "pictures_of_guests" ON "pictures" USING btree ("mint","subject") WHERE "pictures"."kind" = 'guest';--> statement-breakpoint
CREATE INDEX "rate_limits_expire" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "sessions_over" ON "sessions" USING btree (least("expires_at", "ended_at"));--> statement-breakpoint
CREATE INDEX "webhook_events_created" ON "webhook_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "encoder_sessions_key" ON "encoder_sessions" USING btree ("key_id");--> statement-breakpoint
UPDATE "webhook_events" SET
  "track_source" = lower(coalesce("payload" #>> '{track,source}', 'unknown')),
  "track_type" = lower(coalesce("payload" #>> '{track,type}', 'audio'))
WHERE "payload" ? 'track';--> statement-breakpoint
UPDATE "guests" SET "published_at" = "told"."at" FROM (
  SELECT "mint", "identity", min("happened_at") AS "at" FROM "webhook_events"
  WHERE "event" = 'track_published' GROUP BY "mint", "identity"
) "told"
WHERE "guests"."mint" = "told"."mint" AND "guests"."identity" = "told"."identity";
