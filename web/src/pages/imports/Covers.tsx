import { RIGHT_KIND, type RightKind } from '@zhijian/contract';
import { Button, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../messages/index.ts';

const FIRST_YEAR = 1985;

interface Shown {
  /** Ranges as a file of rights states them: `CN:utility_model:2010-2026`. */
  covers: readonly string[];
  change: (covers: string[]) => void;
}

/** What the file holds completely, chosen in words: an absent number accuses somebody only within it. */
export function Covers({ covers, change }: Shown) {
  const { t } = useTranslation();
  const word = useWord();
  const [kind, setKind] = useState<RightKind | null>(null);
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const whole = kind !== null && from !== null && to !== null && from <= to;
  const spoken = (range: string) => {
    const [, one = '', years = ''] = range.split(':');
    const [first, last] = years.split('-');
    return t('imports.covers_one', { kind: word(RIGHT_KIND, one), from: first, to: last });
  };
  const add = () => {
    const range = `CN:${kind}:${from}-${to}`;
    change(covers.includes(range) ? [...covers] : [...covers, range]);
  };
  const year = (name: string, value: number | null, set: (year: number | null) => void) => (
    <InputNumber min={FIRST_YEAR} max={9999} precision={0} controls={false} value={value} onChange={set} placeholder={name} aria-label={name} />
  );
  return (
    <fieldset className="covers">
      <legend>{t('imports.covers')}</legend>
      <p className="quiet">{t('imports.covers_hint')}</p>
      <div className="covers-choice">
        <Select
          value={kind}
          onChange={setKind}
          placeholder={t('imports.covers_kind')}
          aria-label={t('imports.covers_kind')}
          options={(Object.keys(RIGHT_KIND) as RightKind[]).map((value) => ({ value, label: word(RIGHT_KIND, value) }))}
        />
        {year(t('imports.covers_from'), from, setFrom)}
        {year(t('imports.covers_to'), to, setTo)}
        <Button onClick={add} disabled={!whole}>
          {t('imports.covers_add')}
        </Button>
      </div>
      {covers.map((range) => (
        <Tag
          key={range}
          closable={{ 'aria-label': t('imports.covers_remove', { range: spoken(range) }) }}
          onClose={() => change(covers.filter((one) => one !== range))}
        >
          {spoken(range)}
        </Tag>
      ))}
    </fieldset>
  );
}
