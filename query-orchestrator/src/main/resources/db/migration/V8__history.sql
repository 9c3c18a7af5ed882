-- What people asked and how it ended; question and statement, never a row of a result.
create table history (
  id uuid primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  kind text not null,
  question text,
  sql text,
  model text,
  outcome text not null,
  row_count int,
  truncated boolean not null,
  compose_ms bigint,
  execute_ms bigint,
  total_ms bigint not null,
  prompt_tokens bigint,
  answer_tokens bigint,
  created_at timestamptz not null,
  words tsvector not null
);
create index history_own on history (organisation_id, user_id, created_at desc, id desc);
create index history_words on history using gin (words);
create index history_age on history (created_at);
comment on column history.words is 'of question and statement, in lower case and without marks';
comment on column history.outcome is 'answered, or the code of the error';

-- What people think of answers. It keeps the answer's question and statement for the administrators.
create table feedback (
  organisation_id uuid not null,
  query_id uuid not null,
  user_id uuid not null,
  rating text not null,
  reason text,
  comment text,
  connection_id uuid not null,
  question text,
  sql text,
  model text,
  given_at timestamptz not null,
  primary key (organisation_id, query_id, user_id)
);
create index feedback_time on feedback (organisation_id, given_at desc, query_id desc);
create index feedback_user on feedback (user_id);

-- Questions with statements that somebody looked at and found right.
create table example (
  id uuid primary key,
  organisation_id uuid not null,
  connection_id uuid not null,
  question text not null,
  sql text not null,
  tables text[] not null,
  status text not null,
  schema_version bigint not null,
  verified_by uuid,
  verified_at timestamptz not null
);
create unique index example_question on example (organisation_id, connection_id, md5(lower(question)));
comment on column example.status is 'verified, or stale: the schema has not all of its names any more';
comment on column example.schema_version is 'of the schema it was last held against';
