CREATE TABLE "kept_contents" (
	"sha256" "bytea" PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_parts" (
	"subject" text NOT NULL,
	"part" text NOT NULL,
	"mark" text NOT NULL,
	"day" text NOT NULL,
	"block_number" bigint,
	"block_hash" "bytea",
	"block_timestamp" bigint,
	"label_version" text,
	"sha256" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_parts_subject_part_mark_pk" PRIMARY KEY("subject","part","mark")
);
--> statement-breakpoint
ALTER TABLE "kept_parts" ADD CONSTRAINT "kept_parts_sha256_kept_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."kept_contents"("sha256") ON DELETE no action ON UPDATE no action;