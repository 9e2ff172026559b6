CREATE TABLE "balance_change_chunks" (
	"token_id" integer NOT NULL,
	"first_block" bigint NOT NULL,
	"last_block" bigint NOT NULL,
	"changes" integer NOT NULL,
	"block_numbers" bigint[] NOT NULL,
	"account_ids" integer[] NOT NULL,
	"balances" numeric(78, 0)[] NOT NULL,
	CONSTRAINT "balance_change_chunks_token_id_first_block_pk" PRIMARY KEY("token_id","first_block")
);
--> statement-breakpoint
ALTER TABLE "balance_change_chunks" ALTER COLUMN "block_numbers" SET STORAGE EXTERNAL, ALTER COLUMN "account_ids" SET STORAGE EXTERNAL, ALTER COLUMN "balances" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "balance_change_chunks"
	SELECT "token_id", min("block_number"), max("block_number"), count(*),
		array_agg("block_number" ORDER BY "block_number", "account_id"),
		array_agg("account_id" ORDER BY "block_number", "account_id"),
		array_agg("balance" ORDER BY "block_number", "account_id")
	FROM "balance_changes" GROUP BY "token_id", "block_number" / 1000;--> statement-breakpoint
DROP TABLE "balance_changes" CASCADE;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "delete_ledger_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM "balances" WHERE "token_id" = OLD."id";
	RETURN OLD;
END $$;--> statement-breakpoint
ALTER TABLE "balance_change_chunks" ADD CONSTRAINT "balance_change_chunks_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."balance_changes" AS (select chunk.token_id, change.block_number, change.account_id, change.balance from balance_change_chunks as chunk cross join lateral unnest(chunk.block_numbers, chunk.account_ids, chunk.balances) as change (block_number, account_id, balance));