ALTER TABLE "sync_runs" ADD COLUMN "transfers" bigint;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "milliseconds" bigint;