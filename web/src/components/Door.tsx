import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speak, useLanguage } from '../messages/index.ts';

/** The frame of the pages before one has signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <main className="door">
      <div className="card door-card">
        <header className="door-head">
          <h1>{t('product')}</h1>
          <p className="quiet">{t('product_line')}</p>
        </header>
        <h2 className="unseen">{title}</h2>
        {children}
        <Button type="link" className="door-language" data-raw="" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {t('language.other')}
        </Button>
      </div>
    </main>
  );
}
