import { IMPORT_KIND, type ImportKind, type ImportPreview, type StartImport } from '@zhijian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewAs } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { useProblemText } from '../../components/Failure.tsx';
import { useLabel } from '../../messages/index.ts';
import { Covers } from './Covers.tsx';
import { DataDay } from './DataDay.tsx';
import { type Chosen, MappedRows } from './MappedRows.tsx';

/** The choice of every kind that is in the file. */
const ALL = 'all';

/** Of whose rows the age counts. */
const DATED: readonly ImportKind[] = ['rights', 'decisions', 'traders'];

/** What a person says of the file beside what it holds. */
type Said = Pick<StartImport, 'covers' | 'known_on' | 'mapping'>;

interface Shown {
  preview: ImportPreview;
  busy: boolean;
  /** kind null: all that is in the file. */
  start: (kind: ImportKind | null, said: Said) => void;
  cancel: () => void;
}

/** What the file is taken to be, and its first rows under the fields as which they will be read. */
export function Preview({ preview, busy, start, cancel }: Shown) {
  const { t } = useTranslation();
  const read = useLabel();
  const textOf = useProblemText();
  const { kinds } = preview;
  const several = kinds.length > 1;
  const [as, setAs] = useState<ImportKind | typeof ALL | null>(several ? ALL : preview.kind);
  const [kind, setKind] = useState<ImportKind | null>(preview.kind);
  const [covers, setCovers] = useState<string[]>([]);
  const [dataDay, setDataDay] = useState<string | null>(() => dayjs().format('YYYY-MM-DD'));
  const [shown, setShown] = useState(preview);
  // What a heading means depends on the kind.
  const [mapping, setMapping] = useState<Partial<Record<ImportKind, Chosen>>>({});
  const reading = useMutation({ mutationFn: (one: ImportKind) => previewAs(preview.upload_id, one), onSuccess: setShown });
  const look = (one: ImportKind) => {
    setKind(one);
    reading.mutate(one);
  };
  const readAs = (one: ImportKind | typeof ALL) => {
    setAs(one);
    const next = one === ALL ? (kinds[0] ?? null) : one;
    if (next !== null && next !== kind) look(next);
  };
  const dated = as === ALL ? kinds.some((one) => DATED.includes(one)) : as !== null && DATED.includes(as);
  const rights = as === 'rights' || (as === ALL && kinds.includes('rights'));
  const begin = () => {
    const said = { covers: rights ? covers : [], known_on: dated ? dataDay : null };
    if (as === ALL) start(null, { ...said, mapping });
    else if (as !== null) start(as, { ...said, mapping: mapping[as] === undefined ? {} : { [as]: mapping[as] } });
  };
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
          value={as}
          options={[
            ...(several ? [{ value: ALL, label: t('imports.all_kinds', { count: kinds.length }) } as const] : []),
            ...Object.entries(IMPORT_KIND).map(([value, label]) => ({ value: value as ImportKind, label: read(label) })),
          ]}
          onChange={readAs}
        />
      </header>
      {as === ALL && (
        <>
          <p>{t('imports.several')}</p>
          <section className="buttons kinds" aria-label={t('imports.look_at')}>
            {kinds.map((one) => (
              <Button
                key={one}
                size="small"
                type={one === kind ? 'primary' : 'default'}
                ghost={one === kind}
                aria-pressed={one === kind}
                onClick={() => look(one)}
              >
                {read(IMPORT_KIND[one])}
              </Button>
            ))}
          </section>
        </>
      )}
      {rights && kind === 'rights' && <Covers covers={covers} change={setCovers} />}
      {dated && kind !== null && DATED.includes(kind) && <DataDay day={dataDay} change={setDataDay} />}
      <MappedRows
        preview={shown}
        chosen={(kind !== null && mapping[kind]) || {}}
        choose={(chosen) => kind !== null && setMapping({ ...mapping, [kind]: chosen })}
      />
      {reading.isError && (
        <p className="form-failure" role="alert">
          {textOf(reading.error)}
        </p>
      )}
      <div className="buttons">
        <Button type="primary" disabled={as === null || (as !== ALL && shown.rows.length === 0) || reading.isPending} loading={busy} onClick={begin}>
          {t('imports.start')}
        </Button>
        <Button onClick={cancel} disabled={busy}>
          {t('imports.cancel')}
        </Button>
      </div>
    </section>
  );
}
