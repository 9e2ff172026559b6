CREATE TABLE "event_filters" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_filters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chain_id" integer NOT NULL,
	"address" "bytea" NOT NULL,
	"topics" text NOT NULL,
	"block_number" bigint,
	"block_hash" "bytea",
	CONSTRAINT "event_filters_once" UNIQUE("chain_id","address","topics")
);
--> statement-breakpoint
CREATE TABLE "event_logs" (
	"filter_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"topics" "bytea" NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "event_logs_filter_id_block_number_log_index_pk" PRIMARY KEY("filter_id","block_number","log_index")
);
--> statement-breakpoint
CREATE TABLE "wrapper_answers" (
	"chain_id" integer NOT NULL,
	"source" text NOT NULL,
	"address" "bytea" NOT NULL,
	"block_number" bigint NOT NULL,
	"answers" jsonb,
	"gaps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "wrapper_answers_chain_id_source_address_block_number_pk" PRIMARY KEY("chain_id","source","address","block_number")
);
--> statement-breakpoint
CREATE TABLE "look_throughs" (
	"snapshot_id" integer PRIMARY KEY NOT NULL,
	"summary" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_parts" (
	"snapshot_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"route" integer NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "owner_parts_snapshot_id_account_id_route_pk" PRIMARY KEY("snapshot_id","account_id","route")
);
--> statement-breakpoint
ALTER TABLE "holdings" ADD COLUMN "lens" text DEFAULT 'raw' NOT NULL;--> statement-breakpoint
ALTER TABLE "holdings" DROP CONSTRAINT "holdings_snapshot_id_rank_pk";--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_snapshot_id_lens_rank_pk" PRIMARY KEY("snapshot_id","lens","rank");--> statement-breakpoint
ALTER TABLE "label_sets" ADD COLUMN "wrappers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "event_logs" ADD CONSTRAINT "event_logs_filter_id_event_filters_id_fk" FOREIGN KEY ("filter_id") REFERENCES "public"."event_filters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_throughs" ADD CONSTRAINT "look_throughs_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_parts" ADD CONSTRAINT "owner_parts_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owner_parts_by_account" ON "owner_parts" USING btree ("account_id");