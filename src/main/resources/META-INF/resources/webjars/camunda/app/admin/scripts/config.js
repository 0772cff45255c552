import { locales, words } from '../../shangda/language.js';

export default {
  app: { vendor: words('上达', 'Shangda'), name: words('系统管理', 'Admin') },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../shangda/header'],
};
