CREATE TABLE "checkpoints" (
	"token_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"block_timestamp" bigint NOT NULL,
	"transfers" bigint NOT NULL,
	CONSTRAINT "checkpoints_token_id_block_number_pk" PRIMARY KEY("token_id","block_number")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"chain_id" integer NOT NULL,
	"kind" text NOT NULL,
	"times" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"last" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "incidents_chain_id_kind_pk" PRIMARY KEY("chain_id","kind")
);
--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "checkpoints" SELECT "token_id", "block_number", "block_hash", "block_timestamp", "transfers" FROM "cursors";
