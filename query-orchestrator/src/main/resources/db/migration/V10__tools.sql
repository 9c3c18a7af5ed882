-- Calls of tools by programs that wait, or waited, for a person.
create table tool_approval (
  id uuid primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  token_id text not null,
  tool text not null,
  connection_id uuid not null,
  arguments_sha256 text not null,
  arguments text not null,
  summary text not null,
  state text not null check (state in ('pending', 'approved', 'refused', 'used')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  expires_at timestamptz not null
);
create index tool_approval_pending on tool_approval (organisation_id, user_id)
  where state = 'pending';
create index tool_approval_expiry on tool_approval (expires_at);
comment on column tool_approval.arguments is 'canonical JSON; text, so that every digit stays';

-- Approvals for all calls of a tool with one token on one connection, for a while.
create table tool_consent (
  id uuid not null unique,
  organisation_id uuid not null,
  user_id uuid not null,
  token_id text not null,
  tool text not null,
  connection_id uuid not null,
  given_by uuid not null,
  expires_at timestamptz not null,
  primary key (organisation_id, user_id, token_id, tool, connection_id)
);

create index connection_of_organisation on connection (organisation_id, name, id);
