import { useMutation, useQuery } from '@tanstack/react-query';
import { FIELD, RAW_RECORD, REJECT, type SetAsideRecord } from '@zhijian/contract';
import { Button, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mend } from '../../api/commands.ts';
import { setAsideQuery } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { Failure, useProblemText } from '../../components/Failure.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useLabel, useWord } from '../../messages/index.ts';

interface Shown {
  importId: string;
  /** Number of the record in its import; null: nothing is open. */
  sequence: number | null;
  close: (stored: boolean) => void;
}

/** A record that was set aside, cell by cell, the wrong one marked with what is allowed. */
export function Mend({ importId, sequence, close }: Shown) {
  const { t } = useTranslation();
  return (
    <Modal open={sequence !== null} onCancel={() => close(false)} footer={null} width={720} title={t('imports.mend_title')} destroyOnHidden>
      {sequence !== null && <Open importId={importId} sequence={sequence} close={close} />}
    </Modal>
  );
}

function Open({ importId, sequence, close }: Omit<Shown, 'sequence'> & { sequence: number }) {
  const record = useQuery(setAsideQuery(importId, sequence));
  if (record.isError) return <Failure error={record.error} again={() => void record.refetch()} />;
  if (record.isPending) return <Waiting rows={6} />;
  return <Form importId={importId} record={record.data} close={close} />;
}

function Form({ importId, record, close }: { importId: string; record: SetAsideRecord; close: (stored: boolean) => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [now, setNow] = useState(record);
  const [cells, setCells] = useState<Record<string, string>>(record.rejected.cells ?? {});
  const saving = useMutation({
    mutationFn: () => mend(importId, record.sequence, { cells }),
    onSuccess: ({ still }) => (still === null ? close(true) : setNow(still)),
  });
  const { rejected, wrong } = now;
  // As it came: the value that is wrong is looked for there, and put right in what is edited.
  const raw = rejected.form === undefined ? undefined : (now.rejected.cells?.[RAW_RECORD] ?? '');
  const headings = [...new Set([...wrong, ...Object.keys(cells)])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer leads to the cell that is wrong now
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], textarea')?.focus();
  }, [now]);
  return (
    <form
      ref={form}
      className="mend"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <p>
        <Data>{rejected.file}</Data> {t('imports.line_of', { line: rejected.line })}{' '}
        {rejected.record !== undefined && t('imports.record_of', { record: rejected.record, byte: rejected.byte })}{' '}
        {rejected.number !== undefined && <Data>{rejected.number}</Data>}
      </p>
      <p className="mend-why" role="alert">
        <strong>{word(REJECT, rejected.code)}</strong>
        {wrong.length === 0 && <span data-raw="">{read(rejected.allowed)}</span>}
      </p>
      {raw !== undefined && rejected.field !== null && (
        <GivenValue key={raw} raw={raw} rejected={rejected} put={(text) => setCells({ [RAW_RECORD]: text })} />
      )}
      <div className="mend-cells">
        {headings.map((heading, index) => {
          const bad = wrong.includes(heading);
          // A field of ours that the file has no column for has its name in our words.
          const ours = !(heading in (rejected.cells ?? {})) && heading in FIELD;
          const id = `mend-${index}`;
          return (
            <div key={heading} className={bad ? 'mend-cell mend-bad' : 'mend-cell'}>
              <label htmlFor={id}>
                {heading === RAW_RECORD && raw !== undefined ? t('imports.raw_record') : ours ? word(FIELD, heading) : <Data>{heading}</Data>}
              </label>
              <Input.TextArea
                id={id}
                data-raw=""
                autoSize={{ minRows: 1, maxRows: raw === undefined ? 6 : 18 }}
                value={cells[heading] ?? ''}
                aria-invalid={bad}
                status={bad ? 'error' : ''}
                {...(bad ? { 'aria-describedby': `${id}-why` } : {})}
                onChange={(event) => setCells({ ...cells, [heading]: event.target.value })}
              />
              {bad && (
                <p id={`${id}-why`} className="mend-allowed" data-raw="">
                  {read(rejected.allowed)}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {saving.isError && (
        <p className="form-failure" role="alert">
          {problemText(saving.error)}
        </p>
      )}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('imports.mend_save')}
        </Button>
        <Button onClick={() => close(false)} disabled={saving.isPending}>
          {t('imports.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The value that is wrong in the text of a record, where it stands there once: a new one is put in its place. */
function GivenValue({ raw, rejected, put }: { raw: string; rejected: SetAsideRecord['rejected']; put: (text: string) => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const { given, field } = rejected;
  const [value, setValue] = useState(given);
  if (given === '' || raw.split(given).length !== 2) return null;
  const name = field !== null && field in FIELD ? word(FIELD, field) : (field ?? '');
  return (
    <div className="mend-cell mend-bad">
      <label htmlFor="mend-given">{t('imports.mend_given', { field: name })}</label>
      <Input
        id="mend-given"
        data-raw=""
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
          put(raw.split(given).join(target.value));
        }}
      />
    </div>
  );
}
