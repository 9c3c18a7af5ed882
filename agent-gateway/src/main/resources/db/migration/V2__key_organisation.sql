-- Whose key it is, for the audit trail; absent until the registry says it again.
alter table agent_key add column organisation_id uuid;
