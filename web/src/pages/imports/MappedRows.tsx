import { FIELD, type ImportPreview } from '@zhijian/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useWord } from '../../messages/index.ts';

/** heading -> field, '' to keep it as it stands. */
export type Chosen = Readonly<Record<string, string>>;

interface Shown {
  preview: ImportPreview;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

/** The first rows of a file under the fields as which they will be read; of a table a person may say otherwise. */
export function MappedRows({ preview: { headings, rows, fields }, chosen, choose }: Shown) {
  const { t } = useTranslation();
  const word = useWord();
  if (rows.length === 0) return <p className="quiet">{t('imports.no_rows')}</p>;
  const nameOf = (field: string) => (field === '' ? t('imports.extra') : word(FIELD, field));
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={t('imports.rows', { count: rows.length })}>
        <table className="plain-table">
          <thead>
            <tr>
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
              <tr key={index}>
                {headings.map(({ heading, field }) => (
                  <td key={heading}>
                    <Data title={row[field ?? heading] ?? ''}>{row[field ?? heading] ?? ''}</Data>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
