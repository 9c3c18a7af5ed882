alter table connection add column allowed_functions text[] not null default '{}';
comment on column connection.allowed_functions is
    'functions of the database''s owner that the cloud lets pass; the agent''s own policy decides as well';
