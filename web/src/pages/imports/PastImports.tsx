import { Link } from '@tanstack/react-router';
import { IMPORT_KIND, IMPORT_STATE, type ImportRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { minute } from '../../format/day.ts';
import { count } from '../../format/money.ts';
import { useWord } from '../../messages/index.ts';

export function PastImports({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="wide-table" tabIndex={0} aria-label={t('imports.past')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.kind')}</th>
            <th scope="col">{t('imports.state')}</th>
            {(['read', 'stored', 'known', 'aside'] as const).map((name) => (
              <th key={name} scope="col" className="amount">
                {t(`imports.${name}`)}
              </th>
            ))}
            <th scope="col">{t('imports.at')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/imports/$importId" params={{ importId: row.id }}>
                  <Data>{row.file_name}</Data>
                </Link>
              </td>
              <td>{word(IMPORT_KIND, row.kind)}</td>
              <td>
                {word(IMPORT_STATE, row.state)}
                {row.state === 'detecting' && row.detected !== null && row.detected.total > 0 && (
                  <span className="figures"> {Math.floor((100 * row.detected.done) / row.detected.total)}%</span>
                )}
              </td>
              <td className="figures amount">{count(row.read_records)}</td>
              <td className="figures amount">{count(row.stored)}</td>
              <td className="figures amount">{count(row.already_known)}</td>
              <td className="figures amount">{row.set_aside === 0 ? '0' : <strong>{count(row.set_aside)}</strong>}</td>
              <td className="figures">{minute(row.created_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
