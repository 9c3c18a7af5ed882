-- The gateway's view of custard.registry.v1: what it needs to check a key, nothing else.
create table agent_key (
  key_id text primary key,
  connection_id uuid not null,
  sha256 text not null,
  revoked boolean not null,
  version bigint not null
);

create index agent_key_connection on agent_key (connection_id);
