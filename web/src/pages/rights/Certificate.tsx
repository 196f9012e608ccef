import { placeName, RIGHT_KIND, type RightPage } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { rightNumber } from '../../format/number.ts';
import { useLabel, useWord } from '../../messages/index.ts';

/** The right as its certificate shows it, with the facts that could be known then. */
export function Certificate({ page }: { page: RightPage }) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  const { right, kind, number, office, numbers, holder, term_end, term_estimated } = page;
  const mark = kind === 'trademark';
  const others = [...new Set(numbers.filter(({ type }) => type !== 'family').map((one) => one.number))].filter((one) => one !== number);
  const day = (name: string, value: string | null): Fact[] =>
    value === null ? [] : [{ name: t(name), value: <Data className="figures">{value}</Data> }];
  const facts: Fact[] = [
    { name: t('lead.owner'), value: holder === null ? t('lead.unknown') : <Data>{holder.owner}</Data>, wide: true },
    { name: t('rights.office'), value: read(placeName(office)) },
    ...(right.classes.length > 0 ? [{ name: t('lead.class'), value: t('lead.classes', { list: right.classes.join('、') }) }] : []),
    ...day('lead.filed', right.filing_date),
    ...day(mark ? 'lead.registered' : 'lead.granted', right.grant_date),
    ...day(mark ? 'lead.expires' : term_estimated ? 'rights.term_estimated' : 'rights.term_end', term_end),
    ...(right.goods.length > 0 ? [{ name: t('lead.goods'), value: <Data>{right.goods.join('、')}</Data>, wide: true }] : []),
    ...(others.length > 0
      ? [
          {
            name: t('rights.numbers'),
            value: others.map((one) => (
              <Data key={one} className="number other-number">
                {one}
              </Data>
            )),
            wide: true,
          },
        ]
      : []),
  ];
  return (
    <section className="card certificate" aria-label={t('lead.right')}>
      <header className="card-head">
        <h3>{word(RIGHT_KIND, kind)}</h3>
        <span className="number">
          <Data>{rightNumber(page, right.grant_date !== null && office === 'CN' && number.includes('.'))}</Data>
        </span>
      </header>
      <p className="certificate-name">{right.name === null ? t('rights.no_name') : <Data>{right.name}</Data>}</p>
      <Facts facts={facts} />
    </section>
  );
}
