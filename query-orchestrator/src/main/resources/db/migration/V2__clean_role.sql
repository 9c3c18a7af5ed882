alter table connection add column require_clean_role boolean not null default false;
