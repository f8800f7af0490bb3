CREATE TABLE "brands" (
	"org_id" text PRIMARY KEY NOT NULL,
	"accent" text,
	"text" text,
	"name_size" text DEFAULT 'medium' NOT NULL,
	"logo" "bytea",
	"logo_digest" text,
	"background" "bytea",
	"background_digest" text,
	"overlay" "bytea",
	"overlay_digest" text
);
--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE cascade;