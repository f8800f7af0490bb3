CREATE TABLE "chat_visitors" (
	"mint" text NOT NULL,
	"identity" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_visitors_mint_identity_pk" PRIMARY KEY("mint","identity")
);
--> statement-breakpoint
ALTER TABLE "livestreams" ADD COLUMN "chat_without_account" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_visitors" ADD CONSTRAINT "chat_visitors_mint_livestreams_mint_fk" FOREIGN KEY ("mint") REFERENCES "public"."livestreams"("mint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_visitors_secret" ON "chat_visitors" USING btree ("mint","secret_hash");