import {
  JUDGMENT_REASON,
  type Label,
  type LeadDetail,
  type LeadEvent,
  LEAD_EVENT,
  MODEL,
  PATENT_STATUS,
  TRADEMARK_STATUS,
  VERDICT,
} from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { Sentence } from '../../components/Sentence.tsx';
import { minute } from '../../format/day.ts';
import { useLabel, useWord } from '../../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };

/** What happened to the lead, in order; nothing here can be changed. */
export function History({ detail: { history, lead } }: { detail: LeadDetail }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <section className="card" aria-label={t('lead.history')}>
      <h3>{t('lead.history')}</h3>
      <ol className="history">
        {history.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.by}`}>
            <time dateTime={event.at} className="figures">
              {minute(event.at)}
            </time>
            <strong>{word(LEAD_EVENT, event.kind)}</strong>
            <By event={event} />
            <Detail event={event} />
          </li>
        ))}
      </ol>
      <p className="quiet">
        {Object.entries(lead.release).map(([model, release]) => (
          <span key={model}>
            {word(MODEL, model)} · {t('lead.release')} <Data className="code">{release}</Data>{' '}
          </span>
        ))}
      </p>
    </section>
  );
}

/** A person judges; the rest the detection found, after an import that has a name. */
function By({ event: { by, file } }: { event: LeadEvent }) {
  const { t } = useTranslation();
  if (by !== null) return <Data className="quiet">{by}</Data>;
  return (
    <span className="quiet">
      {t('lead.by_system')}
      {file !== null && (
        <>
          {' · '}
          {t('lead.after_import')} <Data>{file}</Data>
        </>
      )}
    </span>
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const objects = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null) : [];
const label = (value: unknown): Label | null => {
  const [one] = objects([value]);
  return one !== undefined && typeof one['zh'] === 'string' && typeof one['en'] === 'string' ? { zh: one['zh'], en: one['en'] } : null;
};

/** What a person reads of an event: the words of a judgment, the new states of a right, who has a licence, what explains the lead. */
function Detail({ event: { kind, detail } }: { event: LeadEvent }) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  if (kind === 'right_changed') {
    const states = objects(detail['events']).flatMap((event) => {
      const [status, day] = [text(event['status']), text(event['effective_on']) ?? text(event['published_on'])];
      return status === null ? [] : [`${word(STATUS, status)} ${day ?? t('lead.since_undated')}`];
    });
    return states.length === 0 ? null : <Sentence text={states.join(t('signs.comma'))} />;
  }
  if (kind === 'licence_added') {
    const names = objects(detail['licences']).flatMap(({ licensee, shop }) => text(licensee) ?? text(shop) ?? []);
    return names.length === 0 ? null : <Data>{names.join(t('signs.comma'))}</Data>;
  }
  const why = kind === 'explained' ? label(detail['reason']) : null;
  if (why !== null) return <Sentence text={read(why)} />;
  const [verdict, reason, note] = [text(detail['verdict']), text(detail['reason_code']), text(detail['note'])];
  if (verdict === null) return null;
  return (
    <span>
      {reason === null ? word(VERDICT, verdict) : t('signs.after_name', { name: word(VERDICT, verdict), value: word(JUDGMENT_REASON, reason) })}
      {note !== null && (
        <>
          {' '}
          <Data className="quiet">{note}</Data>
        </>
      )}
    </span>
  );
}
