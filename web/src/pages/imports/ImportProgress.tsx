import { IMPORT_STATE, type ImportRow } from '@zhijian/contract';
import { Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMoving } from '../../api/queries.ts';
import { count } from '../../format/money.ts';
import { useWord } from '../../messages/index.ts';

/** Rows a second between two answers of the server; null until there are two. */
const useRate = (read: number): number | null => {
  const before = useRef<{ at: number; read: number } | null>(null);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    const now = { at: performance.now(), read };
    const last = before.current;
    if (last !== null && read > last.read) setRate(((read - last.read) * 1000) / Math.max(1, now.at - last.at));
    before.current = now;
  }, [read]);
  return rate;
};

export function ImportProgress({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const word = useWord();
  const rate = useRate(row.read_records);
  const moving = isMoving(row);
  const { detected } = row;
  const share = detected === null || detected.total === 0 ? 0 : Math.floor((100 * detected.done) / detected.total);
  return (
    <section className="card" aria-label={t('imports.progress')}>
      <p role="status">
        <strong>{word(IMPORT_STATE, row.state)}</strong>
        {row.state === 'detecting' && detected !== null && (
          <span className="figures"> {t('imports.detecting', { done: count(detected.done), total: count(detected.total) })}</span>
        )}
        {moving && rate !== null && row.state === 'reading' && (
          <span className="figures"> {t('imports.rate', { rate: count(Math.round(rate)) })}</span>
        )}
      </p>
      {row.state === 'detecting' && <Progress percent={share} showInfo={false} aria-label={t('imports.progress')} />}
      <dl className="tallies">
        {(
          [
            ['imports.read', row.read_records],
            ['imports.stored', row.stored],
            ['imports.known', row.already_known],
            ['imports.aside', row.set_aside],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className="figures">{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
