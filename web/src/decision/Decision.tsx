import { ACT, type LeadDetail, SCOPE } from '@zhijian/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentence } from '../components/Sentence.tsx';
import { StateTag } from '../components/StateTag.tsx';
import { StrengthTag } from '../components/StrengthTag.tsx';
import { useLabel, useWord } from '../messages/index.ts';
import { Against } from './Against.tsx';
import { inOrder } from './in-order.ts';
import { LawClause } from './LawClause.tsx';
import { OfferCard } from './OfferCard.tsx';
import { Reasons } from './Reasons.tsx';
import { RightCard } from './RightCard.tsx';
import { TraderCard } from './TraderCard.tsx';

interface Shown {
  detail: LeadDetail;
  /** Which match is shown, in the order of `inOrder`. */
  at: number;
  show: (at: number) => void;
  openOriginal: () => void;
  link?: ReactNode;
}

/** All that one judgment needs, on one screen: what is offered, the right beside it, why, why not, who, which clause. */
export function Decision({ detail, at, show, openOriginal, link }: Shown) {
  const { t } = useTranslation();
  const read = useLabel();
  const word = useWord();
  const { lead, offers, state } = detail;
  const match = inOrder(lead)[at];
  const head = (
    <header className="decision-head">
      <StrengthTag strength={lead.strength} />
      <StateTag state={state} />
      {match !== undefined && match.act !== null && <strong>{word(ACT, match.act)}</strong>}
      {match !== undefined && <span className="quiet">{word(SCOPE, match.scope)}</span>}
      <span className="quiet figures decision-score" title={t('lead.score_note')}>
        {t('lead.score', { score: (match ?? lead).score.toFixed(2) })}
      </span>
      {link}
    </header>
  );
  const reason = (
    <p className="decision-reason">
      <Sentence text={read((match ?? lead).reason)} />
    </p>
  );
  if (match === undefined)
    return (
      <div className="decision">
        {head}
        {reason}
        <p className="quiet">{t('lead.no_match')}</p>
        <div className="decision-columns">
          <div>
            <TraderCard detail={detail} offer={null} />
          </div>
          <div>
            <RightCard detail={detail} />
          </div>
        </div>
      </div>
    );
  const offer = offers.find(({ item_id }) => item_id === match.item_id) ?? null;
  const ref = lead.offers.find(({ item_id }) => item_id === match.item_id);
  // The clause stands in the shorter column, so that all fits one screen.
  const lawBesideRight = match.defences.length < 3 || detail.registered !== null;
  return (
    <div className="decision">
      {head}
      {reason}
      <div className="decision-columns">
        <div>
          <OfferCard
            match={match}
            offer={offer}
            title={offer?.title ?? ref?.title ?? null}
            at={at}
            total={lead.matches.length}
            show={show}
            openOriginal={openOriginal}
          />
          <Reasons match={match} mark={lead.right?.name ?? ''} />
          <TraderCard detail={detail} offer={offer} />
          {!lawBesideRight && <LawClause law={match.law} />}
        </div>
        <div>
          <RightCard detail={detail} />
          <Against defences={match.defences} />
          {lawBesideRight && <LawClause law={match.law} />}
        </div>
      </div>
    </div>
  );
}
