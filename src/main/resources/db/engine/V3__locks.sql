-- The look for steps that a node has taken and does not come back to (adr/0052).
create index if not exists shangda_idx_job_lock on act_ru_job (lock_owner_);
