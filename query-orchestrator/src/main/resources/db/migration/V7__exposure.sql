alter table query.connection add column exposure text not null default 'schema_only';
comment on column query.connection.exposure is
    'what a model may see of the values: schema_only, masked or full';
