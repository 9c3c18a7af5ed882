-- What an organisation says of language models, and what they took.
create table model (
  organisation_id uuid not null,
  name text not null,
  base_url text not null,
  model_id text not null,
  aliases text[] not null default '{}',
  context_tokens int not null,
  answer_tokens int not null,
  timeout_millis bigint not null,
  json_mode text not null,
  key_id text,
  key_nonce bytea,
  key_ciphertext bytea,
  usual boolean not null default false,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  check ((key_id is null) = (key_ciphertext is null) and (key_id is null) = (key_nonce is null))
);
comment on column model.key_ciphertext is
  'AES-256-GCM by the master key key_id, bound to the organisation and the name';
create unique index model_name on model (organisation_id, lower(name));
create unique index model_usual on model (organisation_id) where usual;

create table model_rule (
  organisation_id uuid not null,
  connection_id uuid not null,
  allowed text[] not null,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  primary key (organisation_id, connection_id)
);
comment on column model_rule.allowed is 'names of models; empty: only the built-in translator';

create table model_budget (
  organisation_id uuid primary key,
  organisation_tokens_per_month bigint,
  person_tokens_per_day bigint,
  question_tokens bigint,
  changed_at timestamptz not null default now(),
  changed_by uuid not null
);

create table model_usage (
  organisation_id uuid not null,
  day date not null,
  user_id uuid not null,
  model text not null,
  calls bigint not null,
  prompt_tokens bigint not null,
  answer_tokens bigint not null,
  primary key (organisation_id, day, user_id, model)
);
comment on column model_usage.day is 'of UTC, as the periods of budgets are';
