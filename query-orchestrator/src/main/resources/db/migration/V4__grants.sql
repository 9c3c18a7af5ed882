alter table connection add column open_to text not null default 'members';
alter table connection add column grants jsonb not null default '{}';
comment on column connection.grants is 'levels of single people by user id, as they were published';
