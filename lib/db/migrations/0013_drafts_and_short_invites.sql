DROP INDEX "livestreams_ended_at";--> statement-breakpoint
ALTER TABLE "invites" ALTER COLUMN "expires_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "code_digest" text;--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "label" text;--> statement-breakpoint
CREATE INDEX "livestreams_over" ON "livestreams" USING btree ("ended_at") WHERE "livestreams"."ended_at" is not null;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_code_digest_unique" UNIQUE("code_digest");--> statement-breakpoint
UPDATE "livestreams" SET "status" = 'cancelled' WHERE "status" = 'ended' AND "started_at" IS NULL;
