import { GlobalOutlined, LogoutOutlined } from '@ant-design/icons';
import { BODY_KIND, type Me, REGION } from '@zhijian/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { speak, useLanguage, useWord } from '../messages/index.ts';
import { Data } from './Data.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Whose view this is: body and region stand before everything else, since they bound what is shown. */
export function Top({ me }: { me: Me }) {
  const { t } = useTranslation();
  const word = useWord();
  const language = useLanguage();
  const region = me.body.region === 'CN' ? 'CN' : me.body.region.slice(0, 2);
  return (
    <header className="top">
      <span className="brand">{t('product')}</span>
      <span className="scope" title={t('frame.region')}>
        <strong>
          <Data>{me.body.name}</Data>
        </strong>
        <span className="quiet scope-more">
          {word(REGION, region)} · {word(BODY_KIND, me.body.kind)}
        </span>
      </span>
      <span className="person quiet">
        <Data>{me.account.name}</Data>
      </span>
      <Button
        className="top-button"
        type="text"
        icon={<GlobalOutlined aria-hidden />}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        data-raw=""
        onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
      >
        {t('language.other')}
      </Button>
      <Button
        className="top-button"
        type="text"
        icon={<LogoutOutlined aria-hidden />}
        title={t('frame.sign_out')}
        aria-label={t('frame.sign_out')}
        onClick={useSignOut()}
      />
    </header>
  );
}
