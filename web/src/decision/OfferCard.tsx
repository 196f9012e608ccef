import { type Feature, type Match, type Offer, TEXT_FIELD, type TextField } from '@zhijian/contract';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { Facts } from '../components/Facts.tsx';
import { count, money } from '../format/money.ts';
import { useWord } from '../messages/index.ts';
import { MarkedText } from './MarkedText.tsx';

const MOST_LETTERS = 120;
const OTHER_FIELDS: readonly TextField[] = ['brand', 'marking', 'description', 'maker', 'category', 'shop', 'seller'];
const isMarked = (field: TextField, features: readonly Feature[]) => features.some((feature) => feature.field === field && feature.span !== null);

interface Shown {
  match: Match;
  offer: Offer | null;
  title: string | null;
  /** Which of the lead's matches is shown, and how many there are. */
  at: number;
  total: number;
  show: (at: number) => void;
  openOriginal: () => void;
}

/** What is offered, in its own words: the title large, then each other field in which something was found. */
export function OfferCard({ match, offer, title, at, total, show, openOriginal }: Shown) {
  const { t } = useTranslation();
  const word = useWord();
  const fields =
    offer === null ? [] : OTHER_FIELDS.filter((field) => offer[field] !== null && (field === 'brand' || isMarked(field, match.features)));
  const facts = [
    ...fields.map((field) => ({
      name: word(TEXT_FIELD, field),
      value: <MarkedText text={offer?.[field] ?? ''} field={field} features={match.features} most={MOST_LETTERS} />,
      wide: true,
    })),
    ...(offer?.price == null ? [] : [{ name: t('lead.price'), value: <Data className="figures">{money(offer.price, offer.currency)}</Data> }]),
    ...(offer?.sales == null ? [] : [{ name: t('lead.sales'), value: <Data className="figures">{count(offer.sales)}</Data> }]),
    ...(offer?.made_on == null ? [] : [{ name: t('lead.made'), value: <Data className="figures">{offer.made_on}</Data> }]),
    ...(offer?.captured_at == null ? [] : [{ name: t('lead.captured'), value: <Data className="figures">{offer.captured_at}</Data> }]),
  ];
  return (
    <section className="card offer" aria-label={t('lead.offer')}>
      <header className="card-head">
        <h3>{t('lead.offer')}</h3>
        {total > 1 && <Turn at={at} total={total} show={show} />}
        <Button size="small" type="link" onClick={openOriginal}>
          {t('lead.original')}
        </Button>
      </header>
      <p className="offer-title">
        {title === null ? <span className="quiet">{t('lead.no_title')}</span> : <MarkedText text={title} field="title" features={match.features} />}
      </p>
      <Facts facts={facts} />
    </section>
  );
}

/** Leafs through the offers of one lead. */
function Turn({ at, total, show }: { at: number; total: number; show: (at: number) => void }) {
  const { t } = useTranslation();
  return (
    <span className="turn">
      <Button
        size="small"
        type="text"
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('lead.offer_previous')}
        disabled={at === 0}
        onClick={() => show(at - 1)}
      />
      <span className="quiet figures">{t('lead.offer_of', { at: at + 1, total })}</span>
      <Button
        size="small"
        type="text"
        icon={<RightOutlined aria-hidden />}
        aria-label={t('lead.offer_next')}
        disabled={at + 1 >= total}
        onClick={() => show(at + 1)}
      />
    </span>
  );
}
