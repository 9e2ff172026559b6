CREATE TABLE "block_times" (
	"chain_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"timestamp" bigint NOT NULL,
	CONSTRAINT "block_times_chain_id_block_number_pk" PRIMARY KEY("chain_id","block_number")
);
