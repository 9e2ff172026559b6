CREATE TABLE "label_statements" (
	"protocol" text NOT NULL,
	"origin" text NOT NULL,
	"file" text NOT NULL,
	"address" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	"name" text,
	"source" text NOT NULL,
	"as_of" text NOT NULL,
	"confidence" text NOT NULL,
	"entity" text,
	"exclusion" text,
	CONSTRAINT "label_statements_protocol_origin_file_address_pk" PRIMARY KEY("protocol","origin","file","address")
);
--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "role_source" text;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "entity" text;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "exclusion" text;--> statement-breakpoint
ALTER TABLE "label_statements" ADD CONSTRAINT "label_statements_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "label_statements_by_address" ON "label_statements" USING btree ("address");--> statement-breakpoint
-- What was said until now, protocols' files said.
INSERT INTO "label_statements" ("protocol", "origin", "file", "address", "kind", "role", "name", "source", "as_of", "confidence")
SELECT "protocol", 'protocol', '', "address", "kind", "role", "name", "source", "as_of", 'certain' FROM "labels";
