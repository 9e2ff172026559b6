ALTER TABLE "balances" DROP CONSTRAINT "balances_token_id_tokens_id_fk";--> statement-breakpoint
ALTER TABLE "cursors" ADD COLUMN "settled_number" bigint;--> statement-breakpoint
ALTER TABLE "cursors" ADD COLUMN "settled_hash" "bytea";--> statement-breakpoint
ALTER TABLE "cursors" ADD COLUMN "settled_timestamp" bigint;--> statement-breakpoint
UPDATE "cursors" SET "settled_number" = "block_number", "settled_hash" = "block_hash", "settled_timestamp" = "block_timestamp";--> statement-breakpoint
ALTER TABLE "balance_changes" RENAME TO "balance_changes_before";--> statement-breakpoint
DROP INDEX "balance_changes_by_account";--> statement-breakpoint
CREATE TABLE "balance_changes" (
	"block_number" bigint NOT NULL,
	"token_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"balance" numeric(78, 0) NOT NULL
);--> statement-breakpoint
INSERT INTO "balance_changes" SELECT "block_number", "token_id", "account_id", "balance" FROM "balance_changes_before" ORDER BY "token_id", "block_number", "account_id";--> statement-breakpoint
DROP TABLE "balance_changes_before";--> statement-breakpoint
CREATE INDEX "balance_changes_by_block" ON "balance_changes" USING brin ("token_id","block_number") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
CREATE FUNCTION "delete_ledger_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM "balance_changes" WHERE "token_id" = OLD."id";
	DELETE FROM "balances" WHERE "token_id" = OLD."id";
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "tokens_delete_ledger_rows" AFTER DELETE ON "tokens" FOR EACH ROW EXECUTE FUNCTION "delete_ledger_rows"();
