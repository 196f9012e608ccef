// The page's own words. Vocabulary and sentences of the field come from contract, already in both languages.
import type { Label } from '@zhijian/contract';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export type Language = 'zh' | 'en';

const KEPT = 'zhijian.language';
const kept = (): Language => {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
};

const onDocument = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

await i18next.use(initReactI18next).init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: kept(),
  fallbackLng: 'zh',
  // React escapes by itself.
  interpolation: { escapeValue: false },
});
onDocument(kept());

export const speak = (language: Language): void => {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing still changes the language of this visit.
  }
  onDocument(language);
  void i18next.changeLanguage(language);
};

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');

/** Labels serve within sentences too, hence small; where one stands alone, English begins it with a capital. */
const alone = (text: string, language: Language): string => (language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** Reads a label of contract in the language of the page. */
export const useLabel = (): ((label: Label) => string) => {
  const language = useLanguage();
  return (label) => alone(label[language], language);
};

/** A code of a closed list in the language of the page; a code that the list lacks is shown as it is, marked by the caller as data. */
export const useWord = (): ((list: Readonly<Record<string, Label>>, code: string) => string) => {
  const language = useLanguage();
  return (list, code) => {
    const label = list[code];
    return label === undefined ? code : alone(label[language], language);
  };
};
