CREATE TABLE "label_sets" (
	"protocol" text NOT NULL,
	"version" text NOT NULL,
	"labels" jsonb NOT NULL,
	CONSTRAINT "label_sets_protocol_version_pk" PRIMARY KEY("protocol","version")
);
--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "label_version" text;--> statement-breakpoint
ALTER TABLE "label_sets" ADD CONSTRAINT "label_sets_protocol_protocols_slug_fk" FOREIGN KEY ("protocol") REFERENCES "public"."protocols"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."snapshot_labels" AS (select s.id as snapshot_id, decode(substr(l.address, 3), 'hex') as address, l.kind, l.role, l.name, l.source from snapshots as s join tokens as t on t.id = s.token_id join label_sets as d on d.protocol = t.protocol and d.version = s.label_version cross join lateral jsonb_to_recordset(d.labels) as l (address text, kind text, role text, name text, source text) union all select s.id, l.address, l.kind, l.role, l.name, l.source from snapshots as s join tokens as t on t.id = s.token_id join labels as l on l.protocol = t.protocol where s.label_version is null);--> statement-breakpoint
-- What was taken before labels were kept gets those of today. The version as toLabelVersion writes it: to_json escapes as JSON.stringify does.
INSERT INTO "label_sets" ("protocol", "version", "labels")
SELECT p."slug",
  left(encode(sha256(convert_to('[' || coalesce(string_agg('[' || concat_ws(',', to_json('0x' || encode(l."address", 'hex')), to_json(l."kind"), coalesce(to_json(l."role")::text, 'null'), to_json(l."name"), to_json(l."source")) || ']', ',' ORDER BY l."address"), '') || ']', 'UTF8')), 'hex'), 12),
  coalesce(jsonb_agg(jsonb_build_object('address', '0x' || encode(l."address", 'hex'), 'kind', l."kind", 'role', l."role", 'name', l."name", 'source', l."source", 'asOf', l."as_of")) FILTER (WHERE l."address" IS NOT NULL), '[]')
FROM "protocols" AS p LEFT JOIN "labels" AS l ON l."protocol" = p."slug"
GROUP BY p."slug";--> statement-breakpoint
UPDATE "snapshots" AS s SET "label_version" = d."version" FROM "tokens" AS t, "label_sets" AS d
WHERE t."id" = s."token_id" AND d."protocol" = t."protocol" AND s."origin" <> 'imported';
