import {
  CheckCircleOutlined,
  HourglassOutlined,
  ImportOutlined,
  MoreOutlined,
  OrderedListOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { speak, useLanguage } from '../messages/index.ts';
import { useSignOut } from './use-sign-out.ts';

const ENTRIES = [
  { to: '/leads', word: 'page.leads', Icon: SearchOutlined },
  { to: '/screened', word: 'page.screened', Icon: CheckCircleOutlined },
  { to: '/held', word: 'page.held', Icon: HourglassOutlined },
  { to: '/rights', word: 'page.rights', Icon: SafetyCertificateOutlined },
  { to: '/imports', word: 'page.imports', Icon: ImportOutlined },
  { to: '/plan', word: 'page.plan', Icon: OrderedListOutlined },
] as const;
/** Entries that a narrow screen has room for; the rest stands under 更多. */
const NARROW = 4;

/** The main menu: a rail on the left, on a narrow screen a bar at the bottom. */
export function Rail() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const more = [
    ...ENTRIES.slice(NARROW).map(({ to, word }) => ({ key: to, label: t(word), onClick: () => void navigate({ to }) })),
    { key: 'language', label: t('language.other'), onClick: () => speak(language === 'zh' ? 'en' : 'zh') },
    { key: 'out', label: t('frame.sign_out'), onClick: signOut },
  ];
  return (
    <nav className="rail" aria-label={t('frame.rail')}>
      {ENTRIES.map(({ to, word, Icon }, index) => (
        <Link
          key={to}
          to={to}
          className={index < NARROW ? 'rail-entry' : 'rail-entry rail-wide'}
          activeProps={{ className: 'rail-here' }}
          title={t(word)}
        >
          <Icon aria-hidden />
          <span>{t(word)}</span>
        </Link>
      ))}
      <Dropdown menu={{ items: more }} trigger={['click']} placement="topRight">
        <button type="button" className="rail-entry rail-narrow">
          <MoreOutlined aria-hidden />
          <span>{t('frame.more')}</span>
        </button>
      </Dropdown>
    </nav>
  );
}
