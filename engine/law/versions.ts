// Which version of a text was in force when, and where in it each act stands (domain.md 2.1, 3.1, and rule 2 at its head).
// Versions whose words are not loaded have no `words`: they are cited by number alone.
import type { Act, Day } from '@zhijian/contract';

export interface Clause {
  article: string;
  item: string | null;
}
/** Clause of an act; `seller` where the trader only sells. */
export interface ActClause extends Clause {
  seller?: string;
}
export interface Version {
  version: string;
  from: Day;
  /** File in data/, when the words are loaded. */
  words: string | null;
  acts: Partial<Record<Act, ActClause>>;
}
export interface LegalText {
  title: string;
  /** Oldest first. */
  versions: Version[];
}

const trademark = (article: string, falseRegistration: string): Version['acts'] => ({
  T1: { article, item: '第（一）项', seller: '第（三）项' },
  T2: { article, item: '第（二）项', seller: '第（三）项' },
  T7: { article, item: '第（七）项' },
  T_false_registration: { article: falseRegistration, item: null },
});
const byNumber = (articles: Partial<Record<Act, string>>): Version['acts'] =>
  Object.fromEntries(Object.entries(articles).map(([act, article]) => [act, { article, item: null }]));

const counterfeit = (article: string, irregular: string): Version['acts'] => {
  const goods = { article, item: '第一款第（一）项', seller: '第一款第（二）项' };
  // Page text is written by whoever offers: a seller's page is item (iii), not the sale of item (ii).
  const page = { article, item: '第一款第（三）项' };
  return {
    CP1a: goods,
    CP1b: goods,
    CP1c: goods,
    CP3a: page,
    CP3b: page,
    CP3c: page,
    CP4: { article, item: '第一款第（四）项' },
    CP5: { article, item: '第一款第（五）项' },
    marking_irregular: { article: irregular, item: null },
  };
};
// Until 2010 two articles: another's patent (84), and passing off what is no patent (85).
const before2010 = byNumber({
  CP1a: '第八十五条',
  CP1b: '第八十五条',
  CP3a: '第八十五条',
  CP3b: '第八十五条',
  CP5: '第八十五条',
  CP1c: '第八十四条',
  CP3c: '第八十四条',
  CP4: '第八十四条',
  marking_irregular: '第八十三条',
});

export const LEGAL_TEXTS: LegalText[] = [
  {
    title: '中华人民共和国商标法',
    versions: [
      {
        version: '1993',
        from: '1993-07-01',
        words: null,
        acts: byNumber({ T1: '第三十八条', T2: '第三十八条', T7: '第三十八条', T_false_registration: '第三十四条' }),
      },
      {
        version: '2001',
        from: '2001-12-01',
        words: null,
        acts: byNumber({ T1: '第五十二条', T2: '第五十二条', T7: '第五十二条', T_false_registration: '第四十八条' }),
      },
      { version: '2013', from: '2014-05-01', words: null, acts: trademark('第五十七条', '第五十二条') },
      { version: '2019', from: '2019-11-01', words: 'trademark-2019', acts: trademark('第五十七条', '第五十二条') },
      { version: '2026', from: '2027-01-01', words: 'trademark-2026', acts: trademark('第七十二条', '第六十二条') },
    ],
  },
  {
    title: '中华人民共和国专利法实施细则',
    versions: [
      { version: '2001', from: '2001-07-01', words: null, acts: before2010 },
      { version: '2002', from: '2003-02-01', words: null, acts: before2010 },
      { version: '2010', from: '2010-02-01', words: 'patent-rules-2010', acts: counterfeit('第八十四条', '第八十三条') },
      { version: '2023', from: '2024-01-20', words: 'patent-rules-2023', acts: counterfeit('第一百零一条', '第九十九条') },
    ],
  },
  {
    title: '中华人民共和国广告法',
    // The amendments of 2018 and 2021 left Article 12 of the 2015 revision as it was, so one wording serves the three.
    versions: [
      { version: '1994', from: '1995-02-01', words: null, acts: byNumber({ AD12a: '第十一条' }) },
      { version: '2015', from: '2015-09-01', words: 'advertising-2021', acts: { AD12a: { article: '第十二条', item: '第一款' } } },
      { version: '2018', from: '2018-10-26', words: 'advertising-2021', acts: { AD12a: { article: '第十二条', item: '第一款' } } },
      { version: '2021', from: '2021-04-29', words: 'advertising-2021', acts: { AD12a: { article: '第十二条', item: '第一款' } } },
    ],
  },
  {
    title: '中华人民共和国反不正当竞争法',
    versions: [
      { version: '1993', from: '1993-12-01', words: null, acts: byNumber({ AUCL7: '第五条' }) },
      { version: '2017', from: '2018-01-01', words: null, acts: byNumber({ AUCL7: '第六条' }) },
      { version: '2019', from: '2019-04-23', words: 'competition-2019', acts: byNumber({ AUCL7: '第六条' }) },
      { version: '2025', from: '2025-10-15', words: 'competition-2025', acts: byNumber({ AUCL7: '第七条' }) },
    ],
  },
];
