alter table connection add column exposure text not null default 'schema_only'
    check (exposure in ('schema_only', 'masked', 'full'));
comment on column connection.exposure is
    'what a model may see of the values: schema_only, masked or full';
