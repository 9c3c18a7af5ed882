alter table agent_key add column last_used_at timestamptz;
alter table agent_key add column revoked_at timestamptz;
update agent_key set revoked_at = now() where revoked;

alter table outbox add column owner text;
alter table outbox add column attempts int not null default 0;
alter table outbox add column retry_at timestamptz not null default '-infinity';
alter table outbox add column refusal text;
alter table outbox add column set_aside_at timestamptz;
comment on column outbox.owner is 'set: the record goes to the partition of this owner, not of its key';
comment on column outbox.set_aside_at is
    'set: refused too often; stays here to be looked at and holds up nobody. Set to null to try again';
