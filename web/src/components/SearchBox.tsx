import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface Box {
  /** What the address says is looked for. */
  words: string | undefined;
  label: string;
  search: (words: string | undefined) => void;
  ref?: Ref<InputRef>;
}

/** Looks on Enter, and again for everything once it is cleared. */
export function SearchBox({ words, label, search, ref }: Box) {
  const { t } = useTranslation();
  return (
    <Input
      ref={ref}
      key={words ?? ''}
      className="search-box"
      defaultValue={words ?? ''}
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={t('list.clear')} /> }}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      maxLength={200}
      onPressEnter={(event) => search(event.currentTarget.value.trim() || undefined)}
      onClear={() => search(undefined)}
    />
  );
}
