import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** What was recorded, and the way back. */
export function Saved({ text, undo }: { text: string; undo: () => void }) {
  const { t } = useTranslation();
  return (
    <span>
      {text}
      <Button type="link" size="small" onClick={undo}>
        {t('judge.undo')}
      </Button>
    </span>
  );
}
