// The rows for a number that the register has, in the order of domain.md 2.4; the first that matches wins.
import { type Day, type Label, type Offer, PATENT_SENTENCE as S, PATENT_STATUS, type Right, RIGHT_DOUBT, RIGHT_KIND, say } from '@zhijian/contract';
import { isReject } from '../../numbers/index.ts';
import { addDays, annuityUncertain, restoredAfter, statusOn, type StatusOn } from '../../rights/index.ts';
import { type Actor, actorOf } from './actor.ts';
import { misfit, PACKAGING } from './fit.ts';
import type { Statement } from './read-offer.ts';
import { ACTS, hold, lead, none, place, type Ruling, screen, since } from './ruling.ts';

export interface Judging {
  offer: Offer;
  judged_on: Day;
  stale_days: number;
}

/** All that the rows ask, gathered once. */
interface Case extends Judging {
  right: Right;
  statement: Statement;
  actor: Actor;
  /** The day whose status counts: goods the day of production, page the day of capture; the day of offering where that is not known. */
  day: Day;
  made: Day | null;
  /** Day on which the goods or page were offered: captured, else the day judged. */
  shown: Day;
  status: StatusOn;
  base: { role: Actor['role']; facts: Ruling['facts'] };
  said: Record<'number' | 'place' | 'text' | 'day' | 'owner' | 'name' | 'kind' | 'since' | 'reason', string | Label>;
}

/** Rules one statement against one right of the register. */
export const ruleRegistered = (right: Right, statement: Statement, judging: Judging): Ruling => {
  const { offer, judged_on, stale_days } = judging;
  const shown = offer.captured_at ?? judged_on;
  const made = statement.scope === 'goods' ? offer.made_on : null;
  const day = made ?? shown;
  const status = statusOn(right, day, judged_on);
  const actor = actorOf(offer, right, day, statement.scope === 'goods' && made === null);
  const kind = RIGHT_KIND[right.kind];
  const applied = status.state === 'application' || status.state === 'dead_application';
  const one: Case = {
    ...judging,
    right,
    statement,
    actor,
    day,
    made,
    shown,
    status,
    base: { role: actor.role, facts: { register: applied ? 'application' : 'grant', status: status.reason ?? status.state } },
    said: {
      number: say(right.name === null ? S.named_short : S.named, { number: right.number, kind, name: right.name ?? '' }),
      place: place(statement.scope),
      text: statement.words?.text ?? statement.number.text,
      day,
      owner: right.owner ?? '—',
      name: right.name ?? '',
      kind,
      since: since(status.since),
      reason: status.reason !== null && status.reason in PATENT_STATUS ? PATENT_STATUS[status.reason as keyof typeof PATENT_STATUS] : '—',
    },
  };
  const ruled = impossible(one) ?? unsettled(one) ?? ended(one) ?? leave(one) ?? marking(one);
  // Row 0: only facts without any known_on are taken as of the day judged; an old one may not accuse.
  if (ruled.output === 'lead' && status.known_on !== null && addDays(status.known_on, stale_days) < judged_on) {
    return {
      ...hold(
        one.base,
        '0',
        'register_stale',
        ruled.act,
        say(S.row_0, { number: right.number, known: status.known_on, judged: judged_on, limit: stale_days }),
      ),
      defences: ruled.defences,
    };
  }
  return ruled;
};

/** A number is given out on the day of filing: goods or pages that are older bear a wrong day, and a wrong day accuses nobody. */
const impossible = ({ base, said, statement, right, made, day, offer }: Case): Ruling | null => {
  if (made === null && offer.captured_at === null) return null;
  const { number } = statement;
  const year = number.sort === 'patent' && !isReject(number.parsed) ? number.parsed.year : 0;
  const filed = right.filing_date !== null && day < right.filing_date ? since(right.filing_date) : null;
  if (filed === null && Number(day.slice(0, 4)) >= year) return null;
  const facts = { ...said, filed: filed ?? say(S.in_year, { year }) };
  return hold(base, '0', made === null ? 'act_date' : 'production_date', null, say(S.before_filing, facts));
};

/** Rows 7-10, 18, 15-17, 14: not granted, not final, not certain. */
const unsettled = (one: Case): Ruling | null => {
  const { base, said, statement, status, made, shown, offer } = one;
  const { scope } = statement;
  if (status.state === 'unknown' || status.state === 'disputed') return hold(base, '0', 'status_unknown', null, say(S.status_unknown, said));
  if (isDoubtful(status, one.day)) return doubtful(one, status, one.day);
  if (status.state === 'application' || status.state === 'dead_application') {
    const named = statement.kind_claim !== null && statement.kind_claim !== 'technical';
    const dead = status.state === 'dead_application';
    if (statement.word === 'pending_statutory' && named) return none(base, '7', say(dead ? S.row_7_dead : S.row_7, said));
    if (statement.word === 'pending_statutory' || statement.word === 'pending_loose')
      return lead(base, '8', 'weak', 'marking_irregular', say(dead ? S.row_8_dead : S.row_8, said));
    if (dead) return lead(base, '10', 'strong', ACTS[scope].never, say(S.row_10, said));
    return lead(base, '9', 'strong', ACTS[scope].pending, say(S.row_9, said));
  }
  if (status.state === 'invalidation_not_final') return hold(base, '18', 'invalidation_not_final', ACTS[scope].ended, say(S.row_18, said));
  if (status.state === 'invalidated_full') return invalidated(one);
  if (status.state === 'invalidated_part') return hold(base, '17', 'claims', null, say(S.row_17, said));
  // Row 14 asks for the production day and for the day of the offer alike.
  for (const day of made === null ? [shown] : [made, shown]) {
    const then = day === one.day ? status : statusOn(one.right, day, one.judged_on);
    if (then.state !== 'ended' && isDoubtful(then, day)) return doubtful(one, then, day);
    const doubt = then.state === 'in_force' ? annuityUncertain(one.right, then, day) : null;
    if (doubt) {
      const facts = { ...said, day, due: doubt.due, paid: doubt.paid ?? '', known: then.known_on ?? '' };
      return hold(base, '14', 'annuity_uncertain', ACTS[scope].ended, say(doubt.paid === null ? S.row_14 : S.row_14_unpaid, facts));
    }
  }
  return status.state === 'ended' && scope === 'page' && offer.captured_at === null
    ? hold(base, '12', 'act_date', ACTS.page.ended, say(S.act_date, said))
    : null;
};

/** A computed or contradicted state accuses nobody and clears nobody; a right whose end is published has ended for certain from that day on. */
const isDoubtful = ({ state, doubt, published_on }: StatusOn, day: Day): boolean =>
  doubt !== null && !(state === 'ended' && published_on !== null && day >= published_on);

const doubtful = ({ base, said }: Case, { doubt }: StatusOn, day: Day): Ruling =>
  hold(base, '0', 'status_unknown', null, say(S.status_doubt, { ...said, day, doubt: doubt === null ? '' : say(RIGHT_DOUBT[doubt.of], doubt) }));

/** Rows 15 and 16. SH1 speaks of the end of a right only, so marks older than the announcement are for a person. */
const invalidated = ({ base, said, statement, status, made, shown, offer }: Case): Ruling => {
  const announced = status.since;
  if (statement.scope === 'page') {
    if (offer.captured_at === null) return hold(base, '15', 'act_date', 'CP3a', say(S.act_date, said));
    return announced !== null && shown < announced
      ? none(base, '15', say(S.row_15_before, said))
      : lead(base, '15', 'strong', 'CP3a', say(S.row_15_page, said));
  }
  if (announced !== null && shown < announced) return none(base, '15', say(S.row_15_before, said));
  if (made === null || announced === null) return hold(base, '15', 'production_date', 'CP1b', say(S.row_15_unknown, said));
  if (made < announced) return hold(base, '16', 'marked_before_invalidation', 'CP1b', say(S.row_16, said));
  return lead(base, '15', 'strong', 'CP1b', say(S.row_15_goods, said));
};

/** Rows 11-13: lapsed, expired, abandoned. */
const ended = ({ base, said, statement, status, actor, day, made, shown, right, judged_on }: Case): Ruling | null => {
  const restored = status.state === 'ended' ? restoredAfter(right, day, judged_on) : null;
  if (restored !== null) {
    const facts = { ...said, restored, made: made ?? S.made_unknown };
    const sentence = statement.scope === 'goods' ? S.restored_goods : S.restored_page;
    return hold(base, '12', 'status_unknown', ACTS[statement.scope].ended, say(sentence, facts));
  }
  if (statement.scope === 'page') return status.state === 'ended' ? lead(base, '12', 'strong', 'CP3a', say(S.row_12_page, said)) : null;
  if (status.state === 'ended') {
    if (made === null)
      return lead(base, '13', 'medium', 'CP1b', say(S.row_13, said), [{ code: 'SH1', result: 'open', reason: S.defence_production_open }]);
    return lead(base, '12', 'strong', 'CP1b', say(S.row_12_goods, said), [{ code: 'SH1', result: 'fails', reason: S.defence_after_end }]);
  }
  const offered = statusOn(right, shown, judged_on);
  if (offered.state !== 'ended') return null;
  // SH1 keeps what was marked lawfully. A stranger's marking was not, so it goes on to row 19, on the day of production.
  if (actor.genuine === null && actor.licence.result === 'not_licensed' && actor.stranger !== null) return null;
  const reason = offered.reason !== null && offered.reason in PATENT_STATUS ? PATENT_STATUS[offered.reason as keyof typeof PATENT_STATUS] : '—';
  return screen(
    { ...base, facts: { register: 'grant', status: offered.reason } },
    '11',
    'SH1',
    say(S.row_11, { ...said, since: since(offered.since), reason }),
  );
};

/** Rows 20-23, 19, 19u: in force, so by what leave. */
const leave = ({ base, said, statement, actor, right, offer, made, shown, judged_on }: Case): Ruling | null => {
  const { licence } = actor;
  if (actor.genuine !== null) return screen(base, '20', 'exhaustion', say(S.row_20, { ...said, who: actor.genuine }));
  if (!actor.owner && licence.result === 'licensed') {
    const facts = { ...said, licence: licence.reason ?? '' };
    // A mere licence is not enough: marking needs the owner's consent (办法 Article 4).
    const consent = licence.licence?.marking_consent ?? null;
    return consent === true
      ? screen(base, '21', 'marking_consent', say(S.row_21, facts))
      : hold(base, '22', 'marking_consent', ACTS[statement.scope].others, say(consent === false ? S.row_22_refused : S.row_22, facts));
  }
  if (!actor.owner && licence.result === 'unclear')
    return hold(
      base,
      '22',
      licence.held ?? 'marking_consent',
      ACTS[statement.scope].others,
      say(S.row_22_licence, { ...said, licence: licence.reason ?? '' }),
    );
  const misfits = misfit(right, offer);
  if (actor.owner) return misfits ? hold(base, '23', 'fit', ACTS[statement.scope].never, say(S.row_23, { ...said, ...misfits })) : null;
  if (actor.stranger !== null) {
    const who = (actor.stranger === 'maker' ? offer.maker : offer.brand) ?? '';
    const reason =
      licence.reason !== null
        ? say(S.row_19_licence, { ...said, licence: licence.reason })
        : say(actor.stranger === 'maker' ? S.row_19_maker : S.row_19_brand, { ...said, who });
    const now = made === null ? null : statusOn(right, shown, judged_on);
    const told = now?.state === 'ended' ? say(S.row_19_then, { ...said, since: since(now.since), inner: reason }) : reason;
    return lead(base, '19', 'strong', ACTS[statement.scope].others, told);
  }
  if (offer.maker !== null || offer.brand !== null) return null;
  return misfits
    ? hold(base, '19u', 'fit', ACTS[statement.scope].others, say(S.row_19u_fit, { ...said, ...misfits }))
    : none(base, '19u', say(S.row_19u, said));
};

const PROCESS = /(?:方法|工艺)$/;

/** Rows 27, 24-26, 30: in force and nobody objects, so is it marked as it should be? */
const marking = ({ base, said, statement, right }: Case): Ruling => {
  const { scope, kind_claim: claimed, content } = statement;
  if (scope === 'page' && right.kind === 'design' && content !== null && PACKAGING.test(right.name ?? ''))
    return hold(base, '27', 'fit', 'CP5', say(S.row_27, { ...said, text: content.text }));
  const differs = claimed === 'technical' ? right.kind === 'design' : claimed !== null && claimed !== right.kind;
  if (claimed !== null && differs) {
    const label = claimed === 'technical' ? S.kind_technical : RIGHT_KIND[claimed];
    return lead(
      base,
      '24',
      statement.field === 'title' ? 'medium' : 'weak',
      'marking_irregular',
      say(S.row_24, { ...said, claimed: label, text: statement.kind_words?.text ?? said.text }),
    );
  }
  if (claimed === null || claimed === 'technical') {
    const reason = say(S.row_25, said);
    return scope === 'goods' ? lead(base, '25', 'weak', 'marking_irregular', reason) : none(base, '25', reason);
  }
  if (PROCESS.test(right.name ?? '') && !statement.process) return hold(base, '26', 'claims', 'marking_irregular', say(S.row_26, said));
  return none(base, '30', say(S.row_30, said));
};
