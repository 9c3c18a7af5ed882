-- What other services are to be told, written in the transaction of the change (module outbox).
create table outbox (
    id           bigint      generated always as identity primary key,
    topic        text        not null,
    owner        text,
    key          text        not null,
    payload      text        not null,
    created_at   timestamptz not null,
    attempts     int         not null default 0,
    retry_at     timestamptz not null default '-infinity',
    refusal      text,
    set_aside_at timestamptz
);
create index on outbox (topic, key, id);
comment on column outbox.owner is 'set: the record goes to the partition of this owner, not of its key';
comment on column outbox.set_aside_at is
    'set: refused too often; stays here to be looked at and holds up nobody. Set to null to try again';
