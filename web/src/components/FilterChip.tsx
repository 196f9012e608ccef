import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Data } from './Data.tsx';

interface Chip {
  name: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  choose: (value: string | undefined) => void;
  /** The values are words of the data. */
  raw?: boolean;
}

/** One filter: dashed while it is open to choice, filled and removable once it narrows the list. */
export function FilterChip({ name, value, options, choose, raw }: Chip) {
  const { t } = useTranslation();
  const chosen = options.find((option) => option.value === value);
  const items = options.map((option) => ({
    key: option.value,
    label: raw ? <Data>{option.label}</Data> : option.label,
    onClick: () => choose(option.value),
  }));
  return (
    <span className={chosen ? 'chip chip-on' : 'chip'}>
      <Dropdown menu={{ items, selectable: true, selectedKeys: value === undefined ? [] : [value] }} trigger={['click']}>
        <button type="button" aria-haspopup="menu" data-raw={raw && chosen ? '' : undefined}>
          {chosen ? t('signs.after_name', { name, value: chosen.label }) : name} {!chosen && <DownOutlined aria-hidden />}
        </button>
      </Dropdown>
      {chosen && (
        <button type="button" aria-label={t('list.remove', { name })} onClick={() => choose(undefined)}>
          <CloseOutlined aria-hidden />
        </button>
      )}
    </span>
  );
}
