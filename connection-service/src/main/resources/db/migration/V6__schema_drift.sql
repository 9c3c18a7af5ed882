create table schema_drift (
    id               bigint      generated always as identity primary key,
    connection_id    uuid        not null,
    version          bigint      not null,
    from_fingerprint text        not null,
    to_fingerprint   text        not null,
    changes          text        not null,
    left_out         int         not null,
    found_at         timestamptz not null
);
create index on schema_drift (connection_id, id desc);
comment on column schema_drift.changes is 'a JSON list of SchemaChange; text, because names may hold what jsonb refuses';
