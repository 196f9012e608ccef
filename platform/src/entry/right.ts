// `./zhijian right show`: a right in two times, as sentences or as JSON.
import {
  type Day,
  type Decision,
  DECISION_KIND,
  DECISION_RESULT,
  DECISION_ROLE,
  type Label,
  PATENT_STATUS,
  RIGHT_DOUBT,
  RIGHT_FACT,
  RIGHT_KIND,
  RIGHT_SENTENCE as S,
  RIGHT_STATE,
  type RightPage,
  say,
  TRADEMARK_STATUS,
  ZhijianError,
} from '@zhijian/contract';
import { findRights, rightPage } from '../desks/index.ts';
import { asBody } from '../kernel/index.ts';
import { inHouse } from './house.ts';
import type { RightWords } from './house-arguments.ts';
import { judgedOn } from './judged-on.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };

/** Shows every right that the number leads to; with `--json` as one JSON value. Throws ZhijianError `right_missing`. */
export const showRight = async ({ place, number, on, as_known, json }: RightWords): Promise<number> =>
  inHouse(place, async ({ pool, asker }) => {
    const pages = await asBody(pool, asker, async (tx) => {
      const today = await judgedOn(tx);
      const found = await findRights(tx, number);
      const all: RightPage[] = [];
      for (const right of found) {
        const page = await rightPage(tx, right, on ?? today, as_known ?? today);
        if (page !== null) all.push(page);
      }
      return all;
    });
    if (pages.length === 0) throw new ZhijianError('right_missing', { number });
    process.stdout.write(json ? rightsJson(pages) : pages.map(rightText).join(''));
    return 0;
  });

/** One JSON value on a line: the right, or a list where the number leads to several. */
export const rightsJson = (pages: readonly RightPage[]): string => `${JSON.stringify(pages.length === 1 ? pages[0] : pages)}\n`;

const rightText = (page: RightPage): string => `${[...linesOf(page, 'zh'), '', ...linesOf(page, 'en'), ''].join('\n')}\n`;

const linesOf = (page: RightPage, language: keyof Label): string[] => {
  const words = (sentence: Label, facts: Record<string, Label | string> = {}) => say(sentence, facts)[language];
  const { kind, number, office, right, on, as_known } = page;
  const lines = [words(S.heading, { kind: RIGHT_KIND[kind], number, office, name: right.name ?? '' }).trimEnd()];
  if (!page.known) return [...lines, words(S.not_known, { day: as_known })];
  const state = [
    words(S.state, { on, state: RIGHT_STATE[page.state] }),
    ...(page.reason === null ? [] : [words(S.reason, { status: STATUS[page.reason] })]),
    ...(page.since === null ? [] : [words(S.since, { day: page.since })]),
    ...(page.published_on === null ? [] : [words(S.published, { day: page.published_on })]),
    words(S.as_known, { day: as_known }),
    ...(page.known_on === null ? [] : [words(S.register_read, { day: page.known_on })]),
  ];
  lines.push(state.join(language === 'zh' ? '，' : ', '));
  if (page.stale) lines.push(words(S.stale));
  if (page.fee_open !== null) lines.push(words(S.fee_open, page.fee_open));
  if (page.doubt !== null) lines.push(words(RIGHT_DOUBT[page.doubt.of], page.doubt));
  lines.push(page.holder === null ? words(S.holder_unknown) : words(S.holder, { owner: page.holder.owner }));
  if (page.holders.length > 1) for (const one of page.holders) lines.push(`  ${one.owner}  ${words(...holding(one))}`);
  if (page.term_end !== null) lines.push(words(page.term_estimated ? S.term_estimated : S.term_end, { day: page.term_end }));
  for (const { licensee, shop, licensee_code } of page.licences_on)
    lines.push(words(S.licence, { licensee: licensee ?? shop ?? licensee_code ?? '' }));
  if (page.open_licence) lines.push(words(S.open_licence));
  if (page.numbers.length > 0) lines.push(words(S.other_number, { numbers: page.numbers.map((one) => one.number).join(' ') }));
  for (const { of, values } of page.contradictions) {
    const what = 'fact' in of ? RIGHT_FACT[of.fact] : STATUS[of.status];
    const each = values.map(({ value, known_on }) =>
      known_on === null ? words(S.value, { value }) : words(S.value_known, { value, day: known_on }),
    );
    lines.push(words(S.contradiction, { what, values: each.join(language === 'zh' ? '；' : '; ') }));
  }
  if (page.decisions.length > 0) lines.push(words(S.decisions, { count: String(page.decisions.length) }));
  for (const decision of page.decisions) lines.push(...decisionLines(decision, as_known, words));
  const later = new Set(page.known_later);
  for (const [place, event] of right.events.entries()) {
    const day = (given: string | null) => given ?? words(S.no_day);
    const said = words(S.event, {
      status: STATUS[event.status],
      effective: day(event.effective_on),
      published: day(event.published_on),
      known: day(event.known_on),
    });
    lines.push(`  ${said}${later.has(place) ? words(S.later) : ''}`);
  }
  return lines;
};

type Words = (sentence: Label, facts?: Record<string, Label | string>) => string;

/** Of each: its paper, what it came to, by whom and when, who is named, and the clause. */
const decisionLines = (decision: Decision, asKnown: Day, words: Words): string[] => {
  const { kind, case_number: number, result, result_text, decided_on, authority, parties, clause, known_on } = decision;
  const came = result !== null ? DECISION_RESULT[result] : (result_text ?? S.result_open);
  const unknown = known_on !== null && known_on > asKnown ? words(S.later) : '';
  const said = [
    words(S.decision_of, { day: decided_on ?? S.no_day, authority: authority ?? S.no_day }),
    ...parties.map(({ role, name }) => words(S.decision_party, { role: DECISION_ROLE[role], name })),
    ...(clause === null ? [] : [words(S.decision_clause, { clause })]),
  ];
  return [`  ${words(S.decision, { kind: DECISION_KIND[kind], number, result: came })}${unknown}`, ...said.map((line) => `    ${line}`)];
};

const holding = ({ from, seen_on }: RightPage['holders'][number]): [Label, Record<string, string>] => {
  if (from !== null) return [S.holder_from, { day: from }];
  return seen_on === null ? [S.holder_first, {}] : [S.holder_seen, { day: seen_on }];
};
