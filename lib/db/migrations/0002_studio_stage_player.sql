CREATE TABLE "encoder_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"mint" text NOT NULL,
	"identity" text NOT NULL,
	"sid" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"mint" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pictures_mint_kind_subject_pk" PRIMARY KEY("mint","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "stream_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"mint" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"ending" text NOT NULL,
	"created_by" text NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "chat_messages_revision";--> statement-breakpoint
DROP INDEX "chat_messages_author";--> statement-breakpoint
ALTER TABLE "chat_messages" DROP CONSTRAINT "chat_messages_mint_seq_pk";--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "channel" text DEFAULT 'show' NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_mint_channel_seq_pk" PRIMARY KEY("mint","channel","seq");--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "place" text DEFAULT 'stage' NOT NULL;--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "backstage_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "layout" text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "spotlight" text;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "show_names" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "banner" text;--> statement-breakpoint
ALTER TABLE "encoder_sessions" ADD CONSTRAINT "encoder_sessions_key_id_stream_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."stream_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encoder_sessions" ADD CONSTRAINT "encoder_sessions_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_keys" ADD CONSTRAINT "stream_keys_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_keys" ADD CONSTRAINT "stream_keys_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "encoder_sessions_key" ON "encoder_sessions" USING btree ("key_id") WHERE "encoder_sessions"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stream_keys_hash_key" ON "stream_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "stream_keys_mint" ON "stream_keys" USING btree ("mint");--> statement-breakpoint
CREATE INDEX "livestreams_tags" ON "livestreams" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "chat_messages_revision" ON "chat_messages" USING btree ("mint","channel","revision");--> statement-breakpoint
CREATE INDEX "chat_messages_author" ON "chat_messages" USING btree ("mint","channel","author","sent_at");