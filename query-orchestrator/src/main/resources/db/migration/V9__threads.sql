-- Conversations. A message is a workflow; what came of it stands in the workflow and in the history.
create table thread (
  id uuid primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  title text not null,
  connection_id uuid,
  model text,
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index thread_of_person on thread (organisation_id, user_id, updated_at desc, id desc);
create index thread_shared on thread (organisation_id, updated_at desc, id desc) where shared;

create table thread_message (
  id uuid primary key,
  thread_id uuid not null references thread (id) on delete cascade,
  connection_id uuid not null,
  question text,
  sql text,
  created_at timestamptz not null default clock_timestamp()
);
create index thread_message_order on thread_message (thread_id, created_at, id);
comment on column thread_message.id is 'of its workflow and of its entry in the history';
