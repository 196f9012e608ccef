import { IMPORT_KIND, type ImportKind, type ImportPreview } from '@zhijian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewAs } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { useProblemText } from '../../components/Failure.tsx';
import { useLabel } from '../../messages/index.ts';
import { Covers } from './Covers.tsx';
import { type Chosen, MappedRows } from './MappedRows.tsx';

interface Shown {
  preview: ImportPreview;
  busy: boolean;
  start: (kind: ImportKind, covers: string[], mapping: Chosen) => void;
  cancel: () => void;
}

/** What the file is taken to be, and its first rows under the fields as which they will be read. */
export function Preview({ preview, busy, start, cancel }: Shown) {
  const { t } = useTranslation();
  const read = useLabel();
  const textOf = useProblemText();
  const [kind, setKind] = useState<ImportKind | null>(preview.kind);
  const [covers, setCovers] = useState<string[]>([]);
  const [shown, setShown] = useState(preview);
  const [chosen, setChosen] = useState<Chosen>({});
  const reading = useMutation({ mutationFn: (as: ImportKind) => previewAs(preview.upload_id, as), onSuccess: setShown });
  const readAs = (as: ImportKind) => {
    setKind(as);
    // What a heading means depends on the kind.
    setChosen({});
    reading.mutate(as);
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
          value={kind}
          options={Object.entries(IMPORT_KIND).map(([value, label]) => ({ value: value as ImportKind, label: read(label) }))}
          onChange={readAs}
        />
      </header>
      {kind === 'rights' && <Covers covers={covers} change={setCovers} />}
      <MappedRows preview={shown} chosen={chosen} choose={setChosen} />
      {reading.isError && (
        <p className="form-failure" role="alert">
          {textOf(reading.error)}
        </p>
      )}
      <div className="buttons">
        <Button
          type="primary"
          disabled={kind === null || shown.rows.length === 0 || reading.isPending}
          loading={busy}
          onClick={() => kind !== null && start(kind, kind === 'rights' ? covers : [], chosen)}
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
