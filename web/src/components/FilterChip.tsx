import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';

interface Chip {
  name: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  choose: (value: string | undefined) => void;
}

/** One filter: dashed while it is open to choice, filled and removable once it narrows the list. */
export function FilterChip({ name, value, options, choose }: Chip) {
  const { t } = useTranslation();
  const chosen = options.find((option) => option.value === value);
  const items = options.map((option) => ({ key: option.value, label: option.label, onClick: () => choose(option.value) }));
  return (
    <span className={chosen ? 'chip chip-on' : 'chip'}>
      <Dropdown menu={{ items, selectable: true, selectedKeys: value === undefined ? [] : [value] }} trigger={['click']}>
        <button type="button" aria-haspopup="menu">
          {chosen ? `${name}：${chosen.label}` : name} {!chosen && <DownOutlined aria-hidden />}
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
