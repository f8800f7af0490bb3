CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text DEFAULT 'user' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"mint" text NOT NULL,
	"seq" integer NOT NULL,
	"revision" integer NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"author_role" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text,
	CONSTRAINT "chat_messages_mint_seq_pk" PRIMARY KEY("mint","seq")
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"mint" text NOT NULL,
	"identity" text NOT NULL,
	"jti" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"knocked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guests_mint_identity_pk" PRIMARY KEY("mint","identity")
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"jti" text PRIMARY KEY NOT NULL,
	"mint" text NOT NULL,
	"org_id" text NOT NULL,
	"created_by" text NOT NULL,
	"allow_all" boolean NOT NULL,
	"allowed_admins" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "livestream_members" (
	"mint" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "livestream_members_mint_account_id_pk" PRIMARY KEY("mint","account_id")
);
--> statement-breakpoint
CREATE TABLE "livestreams" (
	"mint" text PRIMARY KEY NOT NULL,
	"creator_id" text NOT NULL,
	"org_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"scheduled_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"host_seen_at" timestamp (3) with time zone,
	"slow_mode_seconds" integer DEFAULT 0 NOT NULL,
	"chat_revision" integer DEFAULT 0 NOT NULL,
	"guest_version" integer DEFAULT 0 NOT NULL,
	"peak_watching" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_members" (
	"org_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_members_org_id_account_id_pk" PRIMARY KEY("org_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"mint" text NOT NULL,
	"identity" text NOT NULL,
	"role" text NOT NULL,
	"account_id" text,
	"name" text NOT NULL,
	"hidden" boolean NOT NULL,
	"revoked_before" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"sid" text,
	"connected_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participants_mint_identity_pk" PRIMARY KEY("mint","identity")
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"mint" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "restrictions_mint_subject_kind_pk" PRIMARY KEY("mint","subject","kind")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"door" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"mint" text,
	"sid" text,
	"identity" text,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_named" CHECK ("webhook_events"."event" <> '')
);
--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_deleted_by_accounts_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_jti_invites_jti_fk" FOREIGN KEY ("jti") REFERENCES "public"."invites"("jti") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_mint_identity_participants_mint_identity_fk" FOREIGN KEY ("mint","identity") REFERENCES "public"."participants"("mint","identity") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "livestream_members" ADD CONSTRAINT "livestream_members_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "livestream_members" ADD CONSTRAINT "livestream_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "livestreams" ADD CONSTRAINT "livestreams_creator_id_accounts_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "livestreams" ADD CONSTRAINT "livestreams_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_handle_key" ON "accounts" USING btree ("handle");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_one_super_admin" ON "accounts" USING btree ("role") WHERE "accounts"."role" = 'super_admin';--> statement-breakpoint
CREATE INDEX "chat_messages_revision" ON "chat_messages" USING btree ("mint","revision");--> statement-breakpoint
CREATE INDEX "chat_messages_author" ON "chat_messages" USING btree ("mint","author","sent_at");--> statement-breakpoint
CREATE INDEX "guests_secret" ON "guests" USING btree ("mint","secret_hash");--> statement-breakpoint
CREATE INDEX "guests_version" ON "guests" USING btree ("mint","version");--> statement-breakpoint
CREATE INDEX "guests_invite" ON "guests" USING btree ("jti");--> statement-breakpoint
CREATE INDEX "invites_mint" ON "invites" USING btree ("mint","created_at");--> statement-breakpoint
CREATE INDEX "livestreams_creator" ON "livestreams" USING btree ("creator_id","created_at");--> statement-breakpoint
CREATE INDEX "livestreams_discover" ON "livestreams" USING btree ("status","visibility","created_at");--> statement-breakpoint
CREATE INDEX "organization_members_account" ON "organization_members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "participants_connected" ON "participants" USING btree ("mint","role") WHERE "participants"."sid" is not null;--> statement-breakpoint
CREATE INDEX "participants_account" ON "participants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "participants_viewers" ON "participants" USING btree ("created_at") WHERE "participants"."role" = 'viewer';--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "webhook_events_mint" ON "webhook_events" USING btree ("mint","created_at");--> statement-breakpoint
CREATE INDEX "webhook_events_sid" ON "webhook_events" USING btree ("sid");