CREATE TABLE "seat_vouchers" (
	"mint" text NOT NULL,
	"identity" text NOT NULL,
	"kind" text NOT NULL,
	"voucher_id" text NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seat_vouchers_mint_identity_kind_voucher_id_pk" PRIMARY KEY("mint","identity","kind","voucher_id")
);
--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "stage_token_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat_vouchers" ADD CONSTRAINT "seat_vouchers_mint_identity_participants_mint_identity_fk" FOREIGN KEY ("mint","identity") REFERENCES "public"."participants"("mint","identity") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_vouchers_voucher" ON "seat_vouchers" USING btree ("voucher_id");