-- What was accepted to be answered. Neither rows nor sentences with values are kept here.
create table workflow (
  id uuid primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  caller text not null,
  request text not null,
  locale text not null,
  zone text not null,
  created_at timestamptz not null default now(),
  deadline timestamptz not null,
  state text not null default 'running',
  code text,
  detail text,
  ended_at timestamptz,
  cancel_requested boolean not null default false
);
create index workflow_running on workflow (created_at) where state = 'running';
create index workflow_of_person on workflow (organisation_id, user_id, created_at desc);
