-- Outside log-ins. Who it is, is the issuer with the subject; the e-mail is shown and never decides.
create table login_links (
    id         uuid        primary key,
    user_id    uuid        not null references users on delete cascade,
    provider   text        not null,
    issuer     text        not null,
    subject    text        not null,
    email      text,
    created_at timestamptz not null,
    used_at    timestamptz not null,
    constraint login_links_identity_key unique (issuer, subject)
);
create index on login_links (user_id);
comment on column login_links.provider is 'its name in the configuration when it was linked';

-- Browsers that were sent to a provider and are not back yet. Holds nothing that lets anybody in.
create table oidc_flows (
    sha256          text        primary key,
    provider        text        not null,
    return_to       text        not null,
    link_user_id    uuid        references users on delete cascade,
    link_session_id uuid,
    expires_at      timestamptz not null
);
create index on oidc_flows (expires_at);
create index on oidc_flows (link_user_id);
comment on column oidc_flows.sha256 is 'of the secret in the browser''s cookie';
comment on column oidc_flows.link_user_id is 'set: whoever comes back is linked with this account';
