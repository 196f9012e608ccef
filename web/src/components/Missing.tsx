import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Nothing } from './Nothing.tsx';

export function Missing() {
  const { t } = useTranslation();
  return (
    <Nothing title={t('missing.title')} text={t('missing.text')}>
      <Link to="/leads">{t('missing.back')}</Link>
    </Nothing>
  );
}
