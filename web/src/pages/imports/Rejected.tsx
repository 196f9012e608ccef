import { PATH, RAW_FORM, REJECT, type SetAsideRow } from '@zhijian/contract';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillPath } from '../../api/address.ts';
import { Data } from '../../components/Data.tsx';
import { count } from '../../format/money.ts';
import { useLabel, useWord } from '../../messages/index.ts';
import { FieldName } from './FieldName.tsx';
import { Mend } from './Mend.tsx';

/** The records that were set aside: where, what was given, what is allowed. */
interface Shown {
  importId: string;
  rows: readonly SetAsideRow[];
  total: number;
}

export function Rejected({ importId, rows, total }: Shown) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  const [open, setOpen] = useState<number | null>(null);
  const [stored, setStored] = useState(0);
  const forms = [...new Set(rows.flatMap(({ form }) => (form === undefined ? [] : [form])))];
  const told = (
    <p className="quiet" role="status">
      {stored > 0 && t('imports.mended', { count: stored })}
    </p>
  );
  const form = (
    <Mend
      importId={importId}
      sequence={open}
      close={(done) => {
        setOpen(null);
        if (done) setStored(stored + 1);
      }}
    />
  );
  if (total === 0)
    return (
      <>
        {told}
        <p className="quiet">{t('imports.none_rejected')}</p>
        {form}
      </>
    );
  return (
    <section className="card" aria-label={t('imports.rejected')}>
      <h2>
        {t('imports.rejected')} <span className="figures">{count(total)}</span>
      </h2>
      <p className="quiet">{t('imports.rejected_text')}</p>
      <p className="buttons">
        {(forms.length === 0 || rows.some((row) => row.form === undefined)) && (
          <Button icon={<DownloadOutlined aria-hidden />} href={fillPath(PATH.set_aside_csv, { import_id: importId })} download>
            {t('imports.download_rejected')}
          </Button>
        )}
        {forms.map((form) => (
          <Button key={form} icon={<DownloadOutlined aria-hidden />} href={fillPath(PATH.set_aside_records, { import_id: importId, form })} download>
            {t('imports.download_form', { form: word(RAW_FORM, form) })}
          </Button>
        ))}
      </p>
      {told}
      {rows.length < total && <p className="quiet">{t('imports.not_shown', { shown: count(rows.length), total: count(total) })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={t('imports.rejected')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('imports.mend')}</span>
              </th>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.why')}</th>
              <th scope="col">{t('imports.given')}</th>
              <th scope="col">{t('imports.allowed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.sequence}>
                <td>
                  {row.can_mend && (
                    <Button size="small" onClick={() => setOpen(row.sequence)} aria-label={t('imports.mend_line', { line: row.line })}>
                      {t('imports.mend')}
                    </Button>
                  )}
                </td>
                <td className="figures">
                  {row.line}
                  {row.record !== undefined && <p className="quiet">{t('imports.record_of', { record: row.record, byte: row.byte })}</p>}
                  {row.number !== undefined && <Data>{row.number}</Data>}
                </td>
                <td>{row.field === null ? t('imports.whole_line') : <FieldName field={row.field} />}</td>
                <td>{word(REJECT, row.code)}</td>
                <td>{row.given === '' ? t('imports.nothing') : <Data className="given">{row.given}</Data>}</td>
                <td data-raw="">{read(row.allowed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {form}
    </section>
  );
}
