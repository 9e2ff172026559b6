CREATE TABLE "alerts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"protocol" text NOT NULL,
	"metric" text NOT NULL,
	"lens" text NOT NULL,
	"comparison" text NOT NULL,
	"threshold" double precision NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"is_beyond" boolean,
	"checked_block" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crossings" (
	"alert_id" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"value" double precision NOT NULL,
	"crossed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "crossings_alert_id_block_number_pk" PRIMARY KEY("alert_id","block_number")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crossings" ADD CONSTRAINT "crossings_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;