import { ArrowRightOutlined } from '@ant-design/icons';
import { JUDGMENT_REASON, type LeadDetail, VERDICT } from '@zhijian/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { minute } from '../format/day.ts';
import { useWord } from '../messages/index.ts';
import type { Judging } from './use-judging.ts';

interface Bar {
  detail: LeadDetail;
  judging: Judging;
  next: (() => void) | null;
  note: string;
  setNote: (note: string) => void;
}

/** The fixed foot of a lead: the verdicts that fit its act; a chosen one asks for its reason and is then saved. */
export function JudgeBar({ detail, judging, next, note, setNote }: Bar) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <section className="judge-bar" aria-label={t('judge.label')}>
      {judging.verdict === null ? <Verdicts detail={detail} judging={judging} /> : <ReasonList judging={judging} note={note} setNote={setNote} />}
      <Button
        className="judge-next"
        onClick={next ?? undefined}
        disabled={next === null}
        title={next === null ? t('judge.last') : t('judge.next')}
        aria-label={t('judge.next')}
      >
        <span className="judge-next-word">{t('judge.next')}</span> <ArrowRightOutlined aria-hidden />
      </Button>
      <span className="unseen" role="status">
        {judging.busy ? t('judge.busy') : judging.verdict === null ? '' : t('judge.reasons_of', { verdict: word(VERDICT, judging.verdict) })}
      </span>
    </section>
  );
}

function Verdicts({ detail, judging }: { detail: LeadDetail; judging: Judging }) {
  const { t } = useTranslation();
  const word = useWord();
  const { judgment, verdicts } = detail;
  const [again, setAgain] = useState<number | null>(null);
  if (judgment !== null && again !== judgment.id) {
    return (
      <div className="judge-done">
        <span title={judgment.note === null ? undefined : t('judge.note_was', { note: judgment.note })}>
          <Data>
            {t('judge.judged_by', {
              by: judgment.by,
              at: minute(judgment.at),
              verdict: word(VERDICT, judgment.verdict),
              reason: word(JUDGMENT_REASON, judgment.reason_code),
            })}
          </Data>
        </span>
        <Button onClick={judging.takeBack} loading={judging.busy}>
          {t('judge.undo')}
        </Button>
        <Button type="text" onClick={() => setAgain(judgment.id)}>
          {t('judge.again')}
        </Button>
      </div>
    );
  }
  if (verdicts.length === 0) return <p className="quiet">{t('judge.closed')}</p>;
  return (
    <div className="judge-choice">
      {verdicts.map((verdict, index) => (
        <Button key={verdict} className={`verdict verdict-${verdict}`} disabled={judging.busy} onClick={() => judging.choose(verdict)}>
          <kbd aria-hidden>{index + 1}</kbd> {word(VERDICT, verdict)}
        </Button>
      ))}
    </div>
  );
}

function ReasonList({ judging, note, setNote }: { judging: Judging; note: string; setNote: (note: string) => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const title = judging.verdict === null ? '' : t('judge.reasons_of', { verdict: word(VERDICT, judging.verdict) });
  return (
    <fieldset className="judge-choice judge-why">
      <legend className="judge-title">{title}</legend>
      {judging.reasons.map((reason, index) => (
        <Button key={reason} loading={judging.busy} onClick={() => judging.give(reason, note)}>
          <kbd aria-hidden>{index + 1}</kbd> {word(JUDGMENT_REASON, reason)}
        </Button>
      ))}
      <Input
        className="judge-note"
        value={note}
        maxLength={500}
        placeholder={t('judge.note')}
        aria-label={t('judge.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="text" onClick={() => judging.choose(null)}>
        {t('judge.cancel')}
      </Button>
    </fieldset>
  );
}
