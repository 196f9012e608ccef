import { type Claim, type ClaimPart, REGISTER_FORMAT, type RightDocument } from '@zhijian/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { useLabel } from '../../messages/index.ts';

const FIRST_CLAIMS = 3;

/** Items with keys of their own where two may say the same. */
const keyed = <T,>(items: readonly T[], nameOf: (item: T) => string): { key: string; item: T }[] =>
  items.map((item, place) => ({ key: `${place} ${nameOf(item)}`, item }));

/** What an office's own file says of the right beyond the register's rows. */
export function Document({ document }: { document: RightDocument }) {
  const { t } = useTranslation();
  const read = useLabel();
  const { titles, parties, classes, abstract, priorities, family, claims, figures, events, format, known_on } = document;
  const list = (name: string, values: readonly string[], wide = true): Fact[] =>
    values.length === 0 ? [] : [{ name: t(name), value: <Data>{[...new Set(values)].join('；')}</Data>, wide }];
  const byRole = (role: (typeof parties)[number]['role']) =>
    parties.filter((one) => one.role === role).map(({ name, country }) => (country === null ? name : `${name} (${country})`));
  const facts: Fact[] = [
    ...list(
      'rights.titles',
      titles.map(({ text }) => text),
    ),
    ...list('rights.owners', byRole('owner')),
    ...list('rights.applicants', byRole('applicant')),
    ...list('rights.inventors', byRole('inventor')),
    ...list('rights.agents', byRole('agent')),
    ...list(
      'rights.classes',
      classes.map(({ scheme, code }) => `${scheme.toUpperCase().replace('_', ' ')} ${code}`),
    ),
    ...list(
      'rights.priorities',
      priorities.map(({ country, number, date }) => [country, number, date].filter((part) => part !== null).join(' ')),
    ),
    ...list('rights.family', family),
  ];
  return (
    <section className="card" aria-label={read(REGISTER_FORMAT[format])}>
      <header className="card-head">
        <h3>{read(REGISTER_FORMAT[format])}</h3>
        {known_on !== null && <span className="quiet figures">{t('rights.of_day', { day: known_on })}</span>}
      </header>
      <Facts facts={facts} />
      {abstract !== null && (
        <>
          <h4>{t('rights.abstract')}</h4>
          <p>
            <Data>{abstract}</Data>
          </p>
        </>
      )}
      <Claims claims={claims} />
      {figures.length > 0 && (
        <>
          <h4>{t('rights.figures', { count: figures.length })}</h4>
          <ul className="right-remarks">
            {figures.map(({ file, description }) => (
              <li key={`${file} ${description}`}>
                <Data>{[file, description].filter((part) => part !== null).join('  ')}</Data>
              </li>
            ))}
          </ul>
        </>
      )}
      {events.length > 0 && (
        <details>
          <summary>{t('rights.entries', { count: events.length })}</summary>
          <ul className="right-remarks">
            {keyed(events, ({ code, published_on }) => `${code} ${published_on}`).map(({ key, item: event }) => (
              <li key={key}>
                <Data className="figures">{event.published_on ?? event.effective_on ?? '—'}</Data> <Data className="number">{event.code}</Data>{' '}
                <Data>{event.text ?? ''}</Data>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Claims({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (claims.length === 0) return null;
  const shown = all ? claims : claims.slice(0, FIRST_CLAIMS);
  return (
    <>
      <h4>{t('rights.claims', { count: claims.length })}</h4>
      <ol className="claims">
        {shown.map((claim) => (
          <li key={claim.number} value={claim.number}>
            <Part part={claim} />
          </li>
        ))}
      </ol>
      {claims.length > FIRST_CLAIMS && (
        <button type="button" className="text-button" onClick={() => setAll(!all)}>
          {all ? t('rights.fewer') : t('rights.all_claims', { count: claims.length })}
        </button>
      )}
    </>
  );
}

function Part({ part }: { part: ClaimPart }) {
  return (
    <>
      <Data>{part.text}</Data>
      {part.parts.length > 0 && (
        <ul className="claim-parts">
          {keyed(part.parts, ({ text }) => text.slice(0, 40)).map(({ key, item: one }) => (
            <li key={key}>
              <Part part={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
