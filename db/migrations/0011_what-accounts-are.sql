CREATE TABLE "recognised_accounts" (
	"chain_id" integer NOT NULL,
	"address" "bytea" NOT NULL,
	"block_number" bigint NOT NULL,
	"block_timestamp" bigint NOT NULL,
	"recognised" jsonb NOT NULL,
	"safe" jsonb,
	CONSTRAINT "recognised_accounts_chain_id_address_pk" PRIMARY KEY("chain_id","address")
);
