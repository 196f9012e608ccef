import type { LeadDetail } from '@zhijian/contract';
import type { ReactNode } from 'react';
import { Decision } from '../decision/Decision.tsx';
import { inOrder } from '../decision/in-order.ts';
import { isNews, LapseLine } from '../decision/Lapse.tsx';
import { Original } from '../decision/Original.tsx';
import { JudgeBar } from './JudgeBar.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import type { useDesk } from './use-desk.ts';

interface Shown {
  detail: LeadDetail;
  desk: ReturnType<typeof useDesk>;
  next: (() => void) | null;
  /** To the lead's own page, where this is not it. */
  link?: ReactNode;
  /** What the lead's own page shows below the decision. */
  children?: ReactNode;
}

/** One lead as it is judged: the decision, the fixed foot, and the two dialogs that keys open. */
export function Desk({ detail, desk, next, link, children }: Shown) {
  const match = inOrder(detail.lead)[desk.at] ?? null;
  const offer = match === null ? null : (detail.offers.find(({ item_id }) => item_id === match.item_id) ?? null);
  return (
    <>
      <div className="desk-body">
        <Decision detail={detail} at={desk.at} show={desk.show} openOriginal={() => desk.setOriginal(true)} link={link} />
        {children}
      </div>
      {detail.state === 'open' && isNews(detail) && <LapseLine lapse={detail.lapse} />}
      <JudgeBar detail={detail} judging={desk.judging} next={next} note={desk.note} setNote={desk.setNote} />
      <Original match={match} offer={desk.original ? offer : null} close={() => desk.setOriginal(false)} />
      <KeysHelp open={desk.help} close={() => desk.setHelp(false)} />
    </>
  );
}
