ALTER TABLE "livestreams" ADD COLUMN "brand_org_id" text;--> statement-breakpoint
ALTER TABLE "livestreams" ADD CONSTRAINT "livestreams_brand_org_id_organizations_id_fk" FOREIGN KEY ("brand_org_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "livestreams_brand_org" ON "livestreams" USING btree ("brand_org_id");