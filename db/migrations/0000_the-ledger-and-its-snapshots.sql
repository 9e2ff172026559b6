CREATE TABLE "accounts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"address" "bytea" NOT NULL,
	CONSTRAINT "accounts_once" UNIQUE("address")
);
--> statement-breakpoint
CREATE TABLE "balance_changes" (
	"token_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"account_id" integer NOT NULL,
	"balance" numeric(78, 0) NOT NULL,
	CONSTRAINT "balance_changes_token_id_block_number_account_id_pk" PRIMARY KEY("token_id","block_number","account_id")
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"token_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"balance" numeric(78, 0) NOT NULL,
	CONSTRAINT "balances_token_id_account_id_pk" PRIMARY KEY("token_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"token_id" integer PRIMARY KEY NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"block_timestamp" bigint NOT NULL,
	"transfers" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_ends" (
	"chain_id" integer NOT NULL,
	"day" text NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"block_timestamp" bigint NOT NULL,
	CONSTRAINT "day_ends_chain_id_day_pk" PRIMARY KEY("chain_id","day")
);
--> statement-breakpoint
CREATE TABLE "rejected_logs" (
	"token_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "rejected_logs_token_id_block_number_log_index_pk" PRIMARY KEY("token_id","block_number","log_index")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"token_id" integer PRIMARY KEY NOT NULL,
	"finalized_block" bigint,
	"error" text,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"protocol" text NOT NULL,
	"chain_id" integer NOT NULL,
	"address" "bytea" NOT NULL,
	"symbol" text NOT NULL,
	"name" text NOT NULL,
	"decimals" integer NOT NULL,
	"first_block" bigint NOT NULL,
	CONSTRAINT "tokens_once" UNIQUE("chain_id","address")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"protocol" text NOT NULL,
	"address" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"as_of" text NOT NULL,
	CONSTRAINT "labels_protocol_address_pk" PRIMARY KEY("protocol","address")
);
--> statement-breakpoint
CREATE TABLE "protocols" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"definition" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"snapshot_id" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"claimed" numeric(78, 0) NOT NULL,
	"supply" numeric(78, 0),
	"sampled" integer NOT NULL,
	"mismatches" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"snapshot_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "gaps_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
CREATE TABLE "holdings" (
	"snapshot_id" integer NOT NULL,
	"rank" integer NOT NULL,
	"account_id" integer NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "holdings_snapshot_id_rank_pk" PRIMARY KEY("snapshot_id","rank")
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"snapshot_id" integer NOT NULL,
	"lens" text NOT NULL,
	"denominator" numeric(78, 0) NOT NULL,
	"excluded" jsonb NOT NULL,
	"metrics" jsonb NOT NULL,
	"curve" jsonb,
	CONSTRAINT "measurements_snapshot_id_lens_pk" PRIMARY KEY("snapshot_id","lens")
);
--> statement-breakpoint
CREATE TABLE "reserves" (
	"snapshot_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"address" "bytea" NOT NULL,
	"symbol" text NOT NULL,
	"decimals" integer NOT NULL,
	"reserve" numeric(78, 0) NOT NULL,
	CONSTRAINT "reserves_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_id" integer NOT NULL,
	"origin" text NOT NULL,
	"day" text NOT NULL,
	"block_number" bigint,
	"block_hash" "bytea",
	"block_timestamp" bigint,
	"supply" numeric(78, 0),
	"population" text NOT NULL,
	"file_name" text,
	"file_sha256" text,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "balance_changes" ADD CONSTRAINT "balance_changes_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cursors" ADD CONSTRAINT "cursors_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_logs" ADD CONSTRAINT "rejected_logs_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps" ADD CONSTRAINT "gaps_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserves" ADD CONSTRAINT "reserves_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "balance_changes_by_account" ON "balance_changes" USING btree ("token_id","account_id","block_number");--> statement-breakpoint
CREATE INDEX "holdings_by_account" ON "holdings" USING btree ("account_id","snapshot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_chain_once" ON "snapshots" USING btree ("token_id","block_number") WHERE origin = 'chain';--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_ledger_once" ON "snapshots" USING btree ("token_id","day") WHERE origin = 'ledger';--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_import_once" ON "snapshots" USING btree ("token_id","day","file_sha256") WHERE origin = 'imported';