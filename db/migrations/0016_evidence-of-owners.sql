CREATE TABLE "entity_evidence" (
	"protocol" text NOT NULL,
	"rule" text NOT NULL,
	"account" "bytea" NOT NULL,
	"entity" text NOT NULL,
	"text" jsonb NOT NULL,
	CONSTRAINT "entity_evidence_protocol_rule_account_entity_pk" PRIMARY KEY("protocol","rule","account","entity")
);
--> statement-breakpoint
ALTER TABLE "label_sets" ADD COLUMN "evidence" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "recognised_accounts" ADD COLUMN "creation" jsonb;--> statement-breakpoint
ALTER TABLE "entity_evidence" ADD CONSTRAINT "entity_evidence_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;