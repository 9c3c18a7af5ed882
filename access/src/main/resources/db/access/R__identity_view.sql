-- What this service knows of people, memberships, organisations, revoked sessions and API tokens;
-- kept from custard.identity.v1. changed_in is the transaction that wrote the row: a replica asks for
-- the rows of transactions it has not seen the end of, and misses none however they commit.
create table if not exists identity_person (
    user_id           uuid    primary key,
    version           bigint  not null,
    email             text    not null,
    active            boolean not null,
    tokens_not_before bigint,
    deleted           boolean not null,
    changed_in        bigint  not null
);
create index if not exists identity_person_changed on identity_person (changed_in);
comment on column identity_person.tokens_not_before is 'epoch seconds';

create table if not exists identity_member (
    organisation_id   uuid    not null,
    user_id           uuid    not null,
    version           bigint  not null,
    role              text    not null,
    active            boolean not null,
    tokens_not_before bigint,
    deleted           boolean not null,
    changed_in        bigint  not null,
    primary key (organisation_id, user_id)
);
create index if not exists identity_member_changed on identity_member (changed_in);

create table if not exists identity_organisation (
    organisation_id uuid    primary key,
    version         bigint  not null,
    deleted         boolean not null,
    changed_in      bigint  not null
);
create index if not exists identity_organisation_changed on identity_organisation (changed_in);

create table if not exists identity_session (
    session_id uuid   primary key,
    expires_at bigint not null,
    changed_in bigint not null
);
create index if not exists identity_session_changed on identity_session (changed_in);
create index if not exists identity_session_expires on identity_session (expires_at);
comment on table identity_session is 'revoked ones only; forgotten when no token of theirs can live';

create table if not exists identity_api_token (
    token_id        text    primary key,
    user_id         uuid    not null,
    organisation_id uuid    not null,
    version         bigint  not null,
    secret_sha256   text    not null,
    scopes          text[]  not null,
    role            text    not null,
    expires_at      bigint  not null,
    revoked         boolean not null,
    changed_in      bigint  not null
);
create index if not exists identity_api_token_changed on identity_api_token (changed_in);
