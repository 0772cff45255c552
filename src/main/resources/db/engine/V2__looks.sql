-- What the looks for standing cases ask every minute (adr/0050): without these each reads every job and every execution.
create index if not exists shangda_idx_job_retries on act_ru_job (retries_);
create index if not exists shangda_idx_job_suspended on act_ru_job (suspension_state_);
create index if not exists shangda_idx_exec_suspended on act_ru_execution (suspension_state_);
