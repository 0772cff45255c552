import { locales, words } from '../../shangda/language.js';

export default {
  app: { vendor: words('上达', 'Shangda'), name: words('首页', 'Welcome') },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../shangda/header'],
};
