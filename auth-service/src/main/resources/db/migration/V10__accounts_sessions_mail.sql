-- A row of users is a person whose e-mail was proved; who has not proved it yet is a row of sign_ups.
alter table users
    alter column password_hash drop not null,
    add column locale            text,
    add column time_zone         text,
    add column active            boolean     not null default true,
    add column tokens_not_before bigint,
    add column verified_at       timestamptz;
update users set verified_at = created_at;
comment on column users.password_hash is 'null: none is set; nobody gets in by a password';
comment on column users.tokens_not_before is
    'epoch seconds: access tokens of this person issued before are refused';

create table sign_ups (
    id            uuid        primary key,
    email         text        not null,
    name          text,
    password_hash text        not null,
    organisation  text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null
);
create index on sign_ups (email, created_at);

-- Links in mails. What is kept is the hash of the token, made when the mail is sent.
create table mailed_links (
    sha256     text        primary key,
    purpose    text        not null,
    subject_id uuid        not null,
    email      text        not null,
    expires_at timestamptz not null
);
create index on mailed_links (subject_id, purpose);
create index on mailed_links (expires_at);
comment on column mailed_links.subject_id is 'a row of sign_ups or of users, as the purpose says';
comment on column mailed_links.email is 'the address that following the link proves';

-- Mails to be sent. Holds no token: the link is made when the mail is.
create table mails (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    recipient  text        not null,
    subject_id uuid,
    details    text,
    attempts   int         not null,
    retry_at   timestamptz not null,
    created_at timestamptz not null
);
create index on mails (retry_at);

create table sessions (
    id               uuid        primary key,
    user_id          uuid        not null references users on delete cascade,
    organisation_id  uuid        not null,
    csrf             text,
    user_agent       text,
    address          text,
    created_at       timestamptz not null,
    used_at          timestamptz not null,
    ends_at          timestamptz not null,
    current_sha256   text        not null,
    previous_sha256  text,
    revoked_at       timestamptz
);
create index on sessions (user_id, used_at);
create index on sessions (ends_at);
comment on table sessions is 'one log-in: the family of its refresh tokens';
comment on column sessions.csrf is 'set: a browser''s, whose tokens are in cookies; of no use without them';

-- Every refresh token of a session that is still open, so that a used one is known when it is shown again.
create table refresh_tokens (
    sha256     text primary key,
    session_id uuid not null references sessions on delete cascade
);
create index on refresh_tokens (session_id);

-- Where people logged in from before: whoever locks an account by wrong passwords does not lock these.
create table known_places (
    user_id uuid        not null references users on delete cascade,
    sha256  text        not null,
    seen_at timestamptz not null,
    primary key (user_id, sha256)
);
comment on column known_places.sha256 is 'of the account and an address';
