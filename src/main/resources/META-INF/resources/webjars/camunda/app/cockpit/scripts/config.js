import { locales, words } from '../../shangda/language.js';

export default {
  app: { vendor: words('上达', 'Shangda'), name: words('运行监控', 'Cockpit') },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../shangda/header'],
};
