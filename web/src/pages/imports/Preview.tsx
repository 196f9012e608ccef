import { FIELD, IMPORT_KIND, type ImportKind, type ImportPreview } from '@zhijian/contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useLabel, useWord } from '../../messages/index.ts';
import { Covers } from './Covers.tsx';

interface Shown {
  preview: ImportPreview;
  busy: boolean;
  start: (kind: ImportKind, covers: string[]) => void;
  cancel: () => void;
}

/** What the file is taken to be, and its first rows under the fields as which they will be read. */
export function Preview({ preview, busy, start, cancel }: Shown) {
  const { t } = useTranslation();
  const read = useLabel();
  const [kind, setKind] = useState<ImportKind | null>(preview.kind);
  const [covers, setCovers] = useState<string[]>([]);
  return (
    <section className="card" aria-label={preview.file_name}>
      <header className="card-head">
        <h2>
          <Data>{preview.file_name}</Data>
        </h2>
        <label htmlFor="import-kind">{t(preview.kind === null ? 'imports.unknown' : 'imports.is')}</label>
        <Select
          id="import-kind"
          className="kind-select"
          value={kind}
          options={Object.entries(IMPORT_KIND).map(([value, label]) => ({ value: value as ImportKind, label: read(label) }))}
          onChange={setKind}
        />
      </header>
      {kind === 'rights' && <Covers covers={covers} change={setCovers} />}
      <FirstRows preview={preview} />
      <div className="buttons">
        <Button
          type="primary"
          disabled={kind === null || preview.rows.length === 0}
          loading={busy}
          onClick={() => kind !== null && start(kind, kind === 'rights' ? covers : [])}
        >
          {t('imports.start')}
        </Button>
        <Button onClick={cancel} disabled={busy}>
          {t('imports.cancel')}
        </Button>
      </div>
    </section>
  );
}

function FirstRows({ preview: { headings, rows } }: { preview: ImportPreview }) {
  const { t } = useTranslation();
  const word = useWord();
  if (rows.length === 0) return <p className="quiet">{t('imports.no_rows')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="wide-table" tabIndex={0} aria-label={t('imports.rows', { count: rows.length })}>
      <table className="plain-table">
        <thead>
          <tr>
            {headings.map(({ heading, field }) => (
              <th key={heading} scope="col">
                {field === null ? <span className="quiet">{t('imports.extra')}</span> : word(FIELD, field)}
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
  );
}
