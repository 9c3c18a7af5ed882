create table users (
    id            uuid        primary key,
    email         text        not null constraint users_email_key unique,
    name          text,
    password_hash text        not null,
    created_at    timestamptz not null
);
comment on column users.email is 'trimmed and in lower case';

create table organisations (
    id         uuid        primary key,
    name       text        not null,
    created_at timestamptz not null
);

create table memberships (
    id              uuid primary key,
    user_id         uuid not null references users,
    organisation_id uuid not null references organisations,
    role            text not null,
    unique (user_id, organisation_id)
);
