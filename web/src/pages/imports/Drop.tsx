import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';

interface Shown {
  take: (file: File) => void;
  /** How much of a file has arrived, from 0 to 1; null: none is under way. */
  share: number | null;
}

/** Where a file is dropped or chosen; the form of it is judged by its content, not its name. */
export function Drop({ take, share }: Shown) {
  const { t } = useTranslation();
  return (
    <Upload.Dragger
      className="drop"
      multiple={false}
      showUploadList={false}
      disabled={share !== null}
      beforeUpload={(file) => {
        take(file);
        return false;
      }}
    >
      <p className="drop-icon">
        <InboxOutlined aria-hidden />
      </p>
      <p>
        <strong>{share === null ? t('imports.drop') : t('imports.sending', { percent: Math.floor(share * 100) })}</strong>
      </p>
      <p className="quiet" data-raw="">
        {t('imports.drop_hint')}
      </p>
    </Upload.Dragger>
  );
}
