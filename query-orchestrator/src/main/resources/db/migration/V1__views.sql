-- Local views of what other services publish; each row keeps the version it came with.
create table connection (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  dialect text not null,
  version bigint not null,
  deleted boolean not null
);

create table schema_table (
  connection_id uuid not null,
  schema_name text not null,
  table_name text not null,
  version bigint not null,
  description jsonb not null,
  primary key (connection_id, schema_name, table_name)
);

create table schema_header (
  connection_id uuid primary key,
  version bigint not null,
  fingerprint text not null,
  tables int not null
);
