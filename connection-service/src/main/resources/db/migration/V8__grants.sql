alter table connection add column open_to text not null default 'members';
comment on column connection.open_to is
    'members: whom no grant names may do what their role says; granted: nothing';

create table connection_grant (
    connection_id uuid        not null references connection,
    user_id       uuid        not null,
    level         text        not null,
    granted_at    timestamptz not null default now(),
    primary key (connection_id, user_id)
);
create index on connection_grant (user_id);
comment on table connection_grant is 'what single people may do with a connection, in place of what their role says';
