CREATE TABLE "installation" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"imprint" text,
	"privacy" text,
	"sign_up" text NOT NULL,
	"sign_up_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"keep_events_days" integer,
	"keep_sessions_days" integer,
	"keep_people_days" integer,
	"keep_chat_days" integer,
	"keep_shows_days" integer,
	"logo" "bytea",
	"logo_digest" text,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("installation"."id")
);
--> statement-breakpoint
CREATE TABLE "sign_up_links" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"label" text NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pending_sign_ups" ADD COLUMN "sign_up_link" text;--> statement-breakpoint
ALTER TABLE "sign_up_links" ADD CONSTRAINT "sign_up_links_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_up_links_hash_key" ON "sign_up_links" USING btree ("hash");