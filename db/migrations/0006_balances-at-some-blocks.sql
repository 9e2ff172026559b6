CREATE TABLE "balance_checkpoints" (
	"token_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"part" integer NOT NULL,
	"account_ids" integer[] NOT NULL,
	"balances" numeric(78, 0)[] NOT NULL,
	CONSTRAINT "balance_checkpoints_token_id_block_number_part_pk" PRIMARY KEY("token_id","block_number","part")
);
--> statement-breakpoint
ALTER TABLE "balance_checkpoints" ALTER COLUMN "account_ids" SET STORAGE EXTERNAL, ALTER COLUMN "balances" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "balance_checkpoints" ADD CONSTRAINT "balance_checkpoints_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;