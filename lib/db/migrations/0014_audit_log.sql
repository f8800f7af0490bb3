CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY DEFAULT nextval('webhook_events_seq_seq') NOT NULL,
	"mint" text NOT NULL,
	"event" text NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"subject" text,
	"subject_name" text,
	"detail" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_mint" ON "audit_log" USING btree ("mint","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_account" ON "audit_log" USING btree ("decided_by");