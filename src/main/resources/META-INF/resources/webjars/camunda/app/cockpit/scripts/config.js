import { locales, words } from '../../shangda/language.js';

/*
 * Of the vendor's plugins those are left out that can only be refused (nobody writes variables or cancels a case) or that
 * say 0 to whoever may not read tasks, while tasks are open. What takes their place is in shangda/.
 */
document.querySelector('base').setAttribute(
  'cam-exclude-plugins',
  [
    'cockpit.processInstance.runtime.action:add-variable-action',
    'cockpit.processInstance.runtime.action:cancel-process-instance-action',
    'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
    'cockpit.processInstance.runtime.tab:user-tasks-tab',
    'cockpit.tasks.dashboard:task-dashboard',
  ].join(','),
);

export default {
  app: { vendor: words('上达', 'Shangda'), name: words('运行监控', 'Cockpit') },
  locales,
  disableWelcomeMessage: true,
  customScripts: [
    '../shangda/header',
    'scripts/shangda/badges',
    'scripts/shangda/closed',
    'scripts/shangda/open-tasks',
    'scripts/shangda/replay',
    'scripts/shangda/stalled',
    'scripts/shangda/way',
  ],
};
