alter table connection add column require_clean_role boolean not null default false;
comment on column connection.require_clean_role is
    'true: the agent refuses statements while its database role may do more than read';

alter table agent_link add column role_findings text[];
alter table agent_link add column role_repair text;
comment on column agent_link.role_findings is 'null: the agent does not tell; empty: the role only reads';
