create table connection (
    id              uuid        primary key,
    organisation_id uuid        not null,
    name            text        not null,
    dialect         text        not null,
    version         bigint      not null,
    created_at      timestamptz not null,
    deleted_at      timestamptz
);
create index on connection (organisation_id, created_at);
comment on column connection.deleted_at is 'set: a tombstone, shown to nobody';

create table agent_key (
    key_id        text        primary key,
    connection_id uuid        not null references connection,
    sha256        text        not null,
    revoked       boolean     not null,
    created_at    timestamptz not null
);
create index on agent_key (connection_id);

create table outbox (
    id         bigint      generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    payload    text        not null,
    created_at timestamptz not null
);
create index on outbox (topic, key, id);

-- Filled from Kafka, which may speak of a connection before or after we know it: no foreign keys.
create table agent_link (
    connection_id  uuid        not null,
    instance_id    text        not null,
    link_id        uuid        not null,
    engine         text,
    engine_version text,
    build          text,
    lamp           text        not null,
    code           text,
    message        text,
    role_warning   text,
    linked_at      timestamptz not null,
    seen_at        timestamptz not null,
    primary key (connection_id, instance_id)
);

create table schema_table (
    connection_id uuid   not null,
    version       bigint not null,
    schema_name   text   not null,
    table_name    text   not null,
    document      text   not null,
    primary key (connection_id, version, schema_name, table_name)
);

create table schema_header (
    connection_id uuid   primary key,
    version       bigint not null,
    tables        int    not null,
    fingerprint   text   not null
);
