ALTER TABLE "organizations" ADD COLUMN "founded_by" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_founded_by_accounts_id_fk" FOREIGN KEY ("founded_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organizations_founded_by" ON "organizations" USING btree ("founded_by");--> statement-breakpoint
UPDATE "organizations" SET "founded_by" = "member"."account_id" FROM "organization_members" "member"
	WHERE "member"."org_id" = "organizations"."id" AND "member"."role" = 'owner'
	AND "member"."created_at" < "organizations"."created_at" + interval '1 second';
