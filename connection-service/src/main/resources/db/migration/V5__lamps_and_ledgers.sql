alter table agent_link rename column lamp to database_lamp;
alter table agent_link add column database_since timestamptz not null default now();
alter table agent_link add column link_lamp text not null default 'green';
alter table agent_link add column link_since timestamptz not null default now();
alter table agent_link add column loop_lamp text not null default 'unknown';
alter table agent_link add column loop_since timestamptz not null default now();
alter table agent_link add column in_flight int;
alter table agent_link add column draining boolean not null default false;
alter table agent_link add column capabilities text[];
alter table agent_link add column policy_hash text;
alter table agent_link add column policy_summary text;
alter table agent_link add column key_id text;
alter table agent_link add column heard_at timestamptz not null default '-infinity';
comment on column agent_link.seen_at is 'when the gateway said it, by its clock: orders what it said of one link';
comment on column agent_link.heard_at is 'when we heard it, by our clock: decides whether the link counts';

-- Outlives the link: a tail that is cut off while no agent runs must still be found.
create table agent_ledger (
    connection_id uuid        not null,
    instance_id   text        not null,
    lines         bigint      not null,
    hash          text        not null,
    told_at       timestamptz not null,
    changed_at    timestamptz not null,
    highest_lines bigint      not null,
    highest_hash  text        not null,
    warning       text,
    primary key (connection_id, instance_id)
);
create index on agent_ledger (connection_id, told_at desc);
