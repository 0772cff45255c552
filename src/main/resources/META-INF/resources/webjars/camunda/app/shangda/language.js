/**
 * The page's language, by the rule by which the Camunda webapps choose theirs: the browser's first language
 * without its region, and Chinese where there are no words for it.
 */
export const availableLanguages = ['zh', 'en'];

const wanted = (navigator.languages[0] || navigator.language || '').split('-')[0].toLowerCase();

export const language = availableLanguages.includes(wanted) ? wanted : 'zh';

export const chinese = language === 'zh';

/** Both locales of a config.js. The fallback is the page's own language: the webapps load it as well, and the last one loaded decides how dates read. */
export const locales = { availableLocales: availableLanguages, fallbackLocale: language };

/** The words of the page's language. */
export const words = (zh, en) => (chinese ? zh : en);
