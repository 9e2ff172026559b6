ALTER TABLE "votes_snapshots" ALTER COLUMN "block_number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "votes_snapshots" ALTER COLUMN "block_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "votes_snapshots" ALTER COLUMN "block_timestamp" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "event_filters" ADD COLUMN "error" text;