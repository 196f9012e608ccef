// One right against one offer: where and when, then the row of the table, then the match as it is shown.
import {
  type Day,
  type Defence,
  type DefenceCode,
  type Feature,
  type HeldCode,
  type Label,
  type Match,
  type Offer,
  type Right,
  type Role,
  say,
  TRADEMARK_SENTENCE as S,
} from '@zhijian/contract';
import { lawFor } from '../../law/index.ts';
import { weighLicences } from '../../rights/licences.ts';
import { type StatusOn, statusOn } from '../../rights/status.ts';
import { isHolder, legalName } from '../../rights/trader.ts';
import type { Goods } from '../../text/goods.ts';
import { assess, clueInputs } from './assess.ts';
import { type Circumstances, chooseRow, worthWeighing } from './choose-row.ts';
import { factsOf, featuresOf } from './describe.ts';
import type { SignUse } from './find-signs.ts';
import { type Nominative, weighNominative } from './nominative.ts';
import { clueScore } from './score.ts';

export interface Decision {
  match: Match;
  screened_by: { code: DefenceCode; reason: Label } | null;
  held_for: { code: HeldCode; reason: Label } | null;
}

/**
 * Decides one right against one offer. `uses`: every place of this right's sign in the offer; `all`: of any right.
 * Null where nothing is to be said: another country, the right not in force (row 15), dissimilar goods (row 8), an accidental word.
 */
export function decide(right: Right, uses: readonly SignUse[], all: readonly SignUse[], offer: Offer, goods: Goods, judgedOn: Day): Decision | null {
  const day = offer.captured_at ?? judgedOn;
  if (!inTerritory(right.office, offer.market)) return null;
  const assessment = assess(right, uses, all, offer, goods);
  if (!worthWeighing(assessment)) return null;
  const status = statusOn(right, day, judgedOn);
  if (status.state !== 'in_force' && status.state !== 'unknown' && status.state !== 'disputed') return null;

  const { market, seller, seller_code, shop, platform, maker } = offer;
  const { use } = assessment;
  const nominative = weighNominative(use, uses, assessment.context);
  const circumstances: Circumstances = {
    right,
    offer,
    status,
    all,
    holder: isHolder(right, seller, seller_code),
    licence: weighLicences(right, { day, market, classes: goods.classes, seller, seller_code, shop, platform, maker }),
  };
  const chosen = chooseRow(assessment, nominative, circumstances);
  if (chosen === null) return null;

  const role: Role = maker !== null && legalName(maker) === legalName(seller) ? 'maker' : 'seller';
  const act = chosen.output === 'screened' ? null : chosen.act;
  const { score, weights } = clueScore(clueInputs(assessment, nominative));
  const match: Match = {
    item_id: offer.item_id,
    model: 'trademark',
    scope: use.field === 'marking' ? 'goods' : 'page',
    act,
    role,
    row: chosen.row,
    inner_row: null,
    output: chosen.output,
    strength: chosen.output === 'lead' ? chosen.strength : null,
    law: act === null ? null : lawFor(act, day, role),
    acted_on: offer.captured_at,
    score,
    reason: chosen.reason,
    features: [...featuresOf(uses, assessment, nominative, weights), ...assumptions(offer, status, day)],
    defences: defencesOf(use, nominative, circumstances, chosen.output === 'lead'),
  };
  return {
    match,
    screened_by: chosen.output === 'screened' ? { code: chosen.code, reason: chosen.reason } : null,
    held_for: chosen.output === 'held' ? { code: chosen.code, reason: chosen.reason } : null,
  };
}

/** A mark registered in China says nothing of an offer to another country. International registrations are read as covering the market. */
const inTerritory = (office: string, market: string): boolean => {
  const place = /^\d+$/.test(market) ? 'CN' : market.toUpperCase();
  return office === place || office === 'WO' || office === 'IB' || (office === 'EM' && EU.has(place));
};
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** What speaks for the trader, weighed; and what a lead leaves open for the trader to show. */
const defencesOf = (use: SignUse, nominative: Nominative, { right, holder, licence }: Circumstances, lead: boolean): Defence[] => [
  { code: 'own', result: holder ? 'applies' : 'fails', reason: holder ? say(S.screened_own, factsOf(right, use)) : S.defence_own_fails },
  {
    code: 'licensed',
    result: licence.result === 'licensed' ? 'applies' : licence.result === 'unclear' ? 'open' : 'fails',
    reason: licence.reason ?? S.defence_licence_none,
  },
  nominative.defence,
  ...(lead
    ? ([
        { code: 'N5', result: 'open', reason: S.defence_resale_open },
        { code: 'SH2', result: 'open', reason: S.defence_source_open },
      ] as const)
    : []),
];

/** What was taken for granted, said openly. */
const assumptions = (offer: Offer, status: StatusOn, day: Day): Feature[] => {
  const said = (name: string, value: string, text: Label): Feature => ({ name, value, weight: 0, field: null, span: null, text: text.zh });
  return [
    ...(offer.captured_at === null ? [said('act_date', 'assumed', say(S.day_assumed, { day }))] : []),
    ...(status.state === 'unknown' ? [said('status', 'assumed', S.status_assumed)] : []),
    ...(status.reason === 'in_grace' ? [said('status', 'in_grace', S.in_grace)] : []),
  ];
};
