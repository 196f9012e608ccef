import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';

/** Where a file is dropped or chosen; the form of it is judged by its content, not its name. */
export function Drop({ take, busy }: { take: (file: File) => void; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <Upload.Dragger
      className="drop"
      multiple={false}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        take(file);
        return false;
      }}
    >
      <p className="drop-icon">
        <InboxOutlined aria-hidden />
      </p>
      <p>
        <strong>{busy ? t('imports.sending') : t('imports.drop')}</strong>
      </p>
      <p className="quiet" data-raw="">
        {t('imports.drop_hint')}
      </p>
    </Upload.Dragger>
  );
}
