-- Who did what in an organisation, from custard.audit.v1. Texts compare by bytes, so that an area
-- ("key") is found as a range of actions ("key." to "key/") on the same index.
create table audit_event (
    event_id        uuid        primary key,
    organisation_id uuid        not null,
    at              timestamptz not null,
    actor           text        collate "C" not null,
    action          text        collate "C" not null,
    outcome         text        collate "C" not null,
    connection_id   uuid,
    address         text,
    details         text        not null
);
-- Pages are read by these from the newest on; each filter alone has its own.
create index on audit_event (organisation_id, at desc, event_id desc);
create index on audit_event (organisation_id, actor, at desc, event_id desc);
create index on audit_event (organisation_id, action, at desc, event_id desc);
create index on audit_event (organisation_id, connection_id, at desc, event_id desc)
    where connection_id is not null;
create index on audit_event (organisation_id, at desc, event_id desc) where outcome <> 'OK';
-- What is too old is found by this one.
create index on audit_event (at);
comment on column audit_event.details is 'a JSON object of texts; text, because values may hold what jsonb refuses';
