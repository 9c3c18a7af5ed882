alter table memberships
    add column active            boolean     not null default true,
    add column tokens_not_before bigint,
    add column created_at        timestamptz not null default now();
create index on memberships (organisation_id, created_at, user_id);
comment on column memberships.tokens_not_before is
    'epoch seconds: access tokens of this person for this organisation issued before are refused';

create table invitations (
    id              uuid        primary key,
    organisation_id uuid        not null references organisations on delete cascade,
    email           text        not null,
    role            text        not null,
    invited_by      uuid        not null,
    mails           int         not null,
    mailed_at       timestamptz not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    unique (organisation_id, email)
);
comment on column invitations.email is 'trimmed and in lower case';
comment on table invitations is 'accepting or revoking deletes the row';

create table api_tokens (
    id              text        primary key,
    user_id         uuid        not null references users on delete cascade,
    organisation_id uuid        not null references organisations on delete cascade,
    name            text        not null,
    scopes          text[]      not null,
    secret_sha256   text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz
);
create index on api_tokens (user_id, organisation_id);
create index on api_tokens (organisation_id);
