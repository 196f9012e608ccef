import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const ROWS = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['1 2 3', 'keys.judge'],
  ['u', 'keys.undo'],
  ['e', 'keys.original'],
  ['/', 'keys.search'],
  ['?', 'keys.help'],
] as const;

export function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={close} footer={null} width={420} title={t('keys.title')}>
      <dl className="keys">
        {ROWS.map(([keys, word]) => (
          <div key={keys}>
            <dt data-raw="">
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
