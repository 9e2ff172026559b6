CREATE TABLE "control_maps" (
	"protocol" text PRIMARY KEY NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"block_timestamp" bigint NOT NULL,
	"map" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegate_votes" (
	"snapshot_id" integer NOT NULL,
	"rank" integer NOT NULL,
	"account_id" integer NOT NULL,
	"votes" numeric(78, 0) NOT NULL,
	"delegators" integer,
	"own" numeric(78, 0),
	CONSTRAINT "delegate_votes_snapshot_id_rank_pk" PRIMARY KEY("snapshot_id","rank")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"protocol" text NOT NULL,
	"origin" text NOT NULL,
	"place" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"closes" bigint NOT NULL,
	"proposal" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"proposal_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"timestamp" bigint NOT NULL,
	"votes" numeric(78, 0) NOT NULL,
	"in_favour" numeric(78, 0) NOT NULL,
	"against" numeric(78, 0) NOT NULL,
	"abstain" numeric(78, 0) NOT NULL,
	CONSTRAINT "votes_proposal_id_account_id_pk" PRIMARY KEY("proposal_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "votes_snapshots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "votes_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"protocol" text NOT NULL,
	"origin" text NOT NULL,
	"day" text NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" "bytea" NOT NULL,
	"block_timestamp" bigint NOT NULL,
	"delegated" numeric(78, 0) NOT NULL,
	"summary" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "control_maps" ADD CONSTRAINT "control_maps_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegate_votes" ADD CONSTRAINT "delegate_votes_snapshot_id_votes_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."votes_snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes_snapshots" ADD CONSTRAINT "votes_snapshots_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegate_votes_by_account" ON "delegate_votes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_once" ON "proposals" USING btree ("protocol","origin","place","key");--> statement-breakpoint
CREATE INDEX "proposals_by_close" ON "proposals" USING btree ("protocol","closes");--> statement-breakpoint
CREATE INDEX "votes_by_account" ON "votes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "votes_snapshots_once" ON "votes_snapshots" USING btree ("protocol","origin","day");