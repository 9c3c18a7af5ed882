alter table connection add column allowed_functions text[] not null default '{}';
