import { FIELD, fieldNames, REJECT, type Rejected as RejectedRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { count } from '../../format/money.ts';
import { useLabel, useWord } from '../../messages/index.ts';

/** The records that were set aside: where, what was given, what is allowed. */
export function Rejected({ rows, total }: { rows: readonly RejectedRow[]; total: number }) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  if (total === 0) return <p className="quiet">{t('imports.none_rejected')}</p>;
  return (
    <section className="card" aria-label={t('imports.rejected')}>
      <h2>
        {t('imports.rejected')} <span className="figures">{count(total)}</span>
      </h2>
      <p className="quiet">{t('imports.rejected_text')}</p>
      {rows.length < total && <p className="quiet">{t('imports.not_shown', { shown: count(rows.length), total: count(total) })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={t('imports.rejected')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.why')}</th>
              <th scope="col">{t('imports.given')}</th>
              <th scope="col">{t('imports.allowed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may be set aside for two fields
              <tr key={index}>
                <td className="figures">{row.line}</td>
                <td>{row.field === null ? t('imports.whole_line') : <FieldName field={row.field} />}</td>
                <td>{word(REJECT, row.code)}</td>
                <td>{row.given === '' ? t('imports.nothing') : <Data className="given">{row.given}</Data>}</td>
                <td data-raw="">{read(row.allowed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The name of a field, or of several of which one is needed; a heading of the file that is no field of ours is data. */
function FieldName({ field }: { field: string }) {
  const read = useLabel();
  const fields = field.split(', ');
  return fields.every((one) => one in FIELD) ? read(fieldNames(fields)) : <Data>{field}</Data>;
}
