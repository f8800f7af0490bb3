ALTER TABLE "livestreams" ADD COLUMN "scene" text DEFAULT 'show' NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "countdown_to" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "tile_order" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "volumes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "comment" jsonb;