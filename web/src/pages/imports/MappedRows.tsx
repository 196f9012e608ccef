import { FIELD, type ImportPreview } from '@zhijian/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useWord } from '../../messages/index.ts';
import { AsideReason } from './AsideReason.tsx';

/** heading -> field, '' to keep it as it stands. */
export type Chosen = Readonly<Record<string, string>>;

interface Shown {
  preview: ImportPreview;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

/** The first rows of a file under the fields as which they will be read; of a table a person may say otherwise. */
export function MappedRows({ preview: { headings, rows, fields, aside }, chosen, choose }: Shown) {
  const { t } = useTranslation();
  const word = useWord();
  if (rows.length === 0) return <p className="quiet">{t('imports.no_rows')}</p>;
  const nameOf = (field: string) => (field === '' ? t('imports.extra') : word(FIELD, field));
  // What would be set aside was told for the headings as they were; the import tells it of those that a person chooses.
  const told = Object.keys(chosen).length === 0 ? aside : [];
  const ofRow = Map.groupBy(told, ({ row }) => row);
  const marked = told.some(({ row }) => row !== null);
  const options = ['', ...fields].map((value) => ({ value, label: nameOf(value) }));
  const now = (heading: string, field: string | null) => chosen[heading] ?? field ?? '';
  const set = (heading: string, field: string) => {
    // A field is read from one column: the one that had it is kept as it stands.
    const before = field === '' ? undefined : headings.find((one) => one.heading !== heading && now(one.heading, one.field) === field);
    choose({ ...chosen, ...(before === undefined ? {} : { [before.heading]: '' }), [heading]: field });
  };
  return (
    <>
      {fields.length > 0 && <p className="quiet">{t('imports.map_hint')}</p>}
      {told.length > 0 && <p className="mend-why">{t('imports.aside_rows', { count: told.length })}</p>}
      {(ofRow.get(null) ?? []).map((one) => (
        <p key={`${one.line} ${one.code}`}>
          {t('imports.line_of', { line: one.line })} <AsideReason aside={one} />
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={t('imports.rows', { count: rows.length })}>
        <table className="plain-table">
          <thead>
            <tr>
              {marked && <th scope="col">{t('imports.aside_why')}</th>}
              {headings.map(({ heading, field }) => (
                <th key={heading} scope="col">
                  {fields.length === 0 ? (
                    <span className={field === null ? 'quiet' : undefined}>{nameOf(field ?? '')}</span>
                  ) : (
                    <span data-raw="">
                      <Select
                        className="map-select"
                        size="small"
                        showSearch={{ optionFilterProp: 'label' }}
                        popupMatchSelectWidth={false}
                        aria-label={t('imports.map', { heading })}
                        value={now(heading, field)}
                        options={options}
                        onChange={(value) => set(heading, value)}
                      />
                    </span>
                  )}
                  <br />
                  <Data className="quiet">{heading}</Data>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
              <tr key={index} className={ofRow.has(index) ? 'row-aside' : undefined}>
                {marked && (
                  <td>
                    {(ofRow.get(index) ?? []).map((one) => (
                      <AsideReason key={`${one.field} ${one.code}`} aside={one} />
                    ))}
                  </td>
                )}
                {headings.map(({ heading, field }) => {
                  const bad = field !== null && ofRow.get(index)?.some((one) => one.field?.split(', ').includes(field));
                  const value = row[field ?? heading] ?? '';
                  return (
                    <td key={heading} className={bad ? 'cell-aside' : undefined}>
                      {bad && value === '' ? <span className="quiet">{t('imports.nothing')}</span> : <Data title={value}>{value}</Data>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
