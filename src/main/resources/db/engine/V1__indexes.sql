-- The engine's own schema leaves these out; without them each of the following reads the whole table.

-- The job executor's question for due jobs.
create index if not exists shangda_idx_job_duedate on act_ru_job (duedate_);

-- Asked at every completion of a task.
create index if not exists shangda_idx_task_parent on act_ru_task (parent_task_id_);

-- The lists of what is due soon and of what is overdue.
create index if not exists shangda_idx_task_due on act_ru_task (due_date_);
