CREATE TABLE "pool_day_prices" (
	"chain_id" integer NOT NULL,
	"address" "bytea" NOT NULL,
	"day" text NOT NULL,
	"block" bigint NOT NULL,
	"mean" numeric(78, 0) NOT NULL,
	"close" numeric(78, 0) NOT NULL,
	CONSTRAINT "pool_day_prices_chain_id_address_day_pk" PRIMARY KEY("chain_id","address","day")
);
--> statement-breakpoint
CREATE TABLE "pool_days" (
	"pool_id" integer NOT NULL,
	"day" text NOT NULL,
	"block" bigint NOT NULL,
	"state" jsonb NOT NULL,
	"concentration" jsonb NOT NULL,
	CONSTRAINT "pool_days_pool_id_day_pk" PRIMARY KEY("pool_id","day")
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pools_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"protocol" text NOT NULL,
	"chain_id" integer NOT NULL,
	"address" "bytea" NOT NULL,
	"source" text NOT NULL,
	"facts" jsonb NOT NULL,
	"block_number" bigint,
	"block_hash" "bytea",
	"block_timestamp" bigint,
	"mark_day" text,
	"gaps" jsonb,
	"recipe" text,
	"summary" jsonb,
	CONSTRAINT "pools_once" UNIQUE("protocol","chain_id","address")
);
--> statement-breakpoint
CREATE TABLE "provider_ranges" (
	"pool_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"lower" numeric(78, 0) NOT NULL,
	"upper" numeric(78, 0) NOT NULL,
	"liquidity" numeric(78, 0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_results" (
	"pool_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"first_block" bigint NOT NULL,
	"last_block" bigint,
	"positions" integer NOT NULL,
	"in_range" integer NOT NULL,
	"liquidity" numeric(78, 0) NOT NULL,
	"deposited0" numeric(78, 0) NOT NULL,
	"deposited1" numeric(78, 0) NOT NULL,
	"withdrawn0" numeric(78, 0) NOT NULL,
	"withdrawn1" numeric(78, 0) NOT NULL,
	"received0" numeric(78, 0) NOT NULL,
	"received1" numeric(78, 0) NOT NULL,
	"given0" numeric(78, 0) NOT NULL,
	"given1" numeric(78, 0) NOT NULL,
	"fees_paid0" numeric(78, 0) NOT NULL,
	"fees_paid1" numeric(78, 0) NOT NULL,
	"fees_owed0" numeric(78, 0) NOT NULL,
	"fees_owed1" numeric(78, 0) NOT NULL,
	"principal0" numeric(78, 0) NOT NULL,
	"principal1" numeric(78, 0) NOT NULL,
	"loss_versus_rebalancing" numeric(78, 0) NOT NULL,
	"rewards" jsonb NOT NULL,
	"gas_wei" numeric(78, 0),
	"money" jsonb NOT NULL,
	CONSTRAINT "provider_results_pool_id_account_id_pk" PRIMARY KEY("pool_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "transaction_fees" (
	"chain_id" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"sender" "bytea" NOT NULL,
	"wei" numeric(78, 0) NOT NULL,
	CONSTRAINT "transaction_fees_chain_id_hash_pk" PRIMARY KEY("chain_id","hash")
);
--> statement-breakpoint
ALTER TABLE "event_filters" ADD COLUMN "first_block" bigint;--> statement-breakpoint
ALTER TABLE "event_filters" ADD COLUMN "with_transactions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_logs" ADD COLUMN "transaction_hash" "bytea";--> statement-breakpoint
ALTER TABLE "pool_days" ADD CONSTRAINT "pool_days_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_ranges" ADD CONSTRAINT "provider_ranges_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_results" ADD CONSTRAINT "provider_results_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_ranges_by_pool" ON "provider_ranges" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "provider_results_by_account" ON "provider_results" USING btree ("account_id");