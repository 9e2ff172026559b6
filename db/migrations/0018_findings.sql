CREATE TABLE "studies" (
	"protocol" text NOT NULL,
	"id" text NOT NULL,
	"day" text NOT NULL,
	"block_number" bigint NOT NULL,
	"recipe" text NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "studies_protocol_id_pk" PRIMARY KEY("protocol","id")
);
--> statement-breakpoint
ALTER TABLE "studies" ADD CONSTRAINT "studies_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;