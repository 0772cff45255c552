import { locales, words } from '../../shangda/language.js';

export default {
  app: { vendor: words('上达', 'Shangda'), name: words('任务', 'Tasks') },
  locales,
  disableWelcomeMessage: true,
  customScripts: [
    '../shangda/header',
    '../shangda/form-words',
    'scripts/shangda/list-errors',
    'scripts/shangda/no-drafts',
    '../shangda/no-enter',
    'scripts/shangda/open-form',
    'scripts/shangda/receive-words',
    'scripts/shangda/refused-actions',
    'scripts/shangda/work',
  ],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: words('签收当前任务', 'receive the selected task') },
    focusFilter: { key: 'ctrl+shift+f', description: words('转到第一个筛选', 'go to the first filter') },
    focusList: { key: 'ctrl+alt+l', description: words('转到列表中的第一项任务', 'go to the first task in the list') },
    focusForm: { key: 'ctrl+alt+f', description: words('转到表单的第一个输入框', 'go to the first field of the form') },
    startProcess: { key: 'ctrl+alt+p', description: words('打开「发起」', 'open "start process"') },
  },
};
