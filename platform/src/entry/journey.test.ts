// The product in one story: a body signs in, imports, reads a lead, judges it, takes it back; another body sees nothing of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Figures,
  type HeldRow,
  type ImportDetail,
  type LeadDetail,
  type LeadList,
  type Me,
  PATH,
  type PlanClause,
  type Problem,
  type RowPage,
  type ScreenedRow,
} from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBody, asSystem } from '../kernel/index.ts';
import { type Browser, ROOT, type TestHouse, testHouse } from './testing.ts';

const example = (name: string) => readFileSync(join(ROOT, 'examples', name));

let house: TestHouse;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  b = await house.signedIn(house.logins[1]!);
  await a.import('rights', 'rights.csv', example('rights.csv'));
  await a.import('licences', 'licences.csv', example('licences.csv'));
  await a.import('offers', 'offers.csv', example('offers.csv'));
});
afterAll(() => house.close());

const leads = async (query = '') => (await a.get<LeadList>(`${PATH.leads}${query}`)).body;
const leadOf = async (shop: string) => (await leads()).rows.find(({ trader }) => trader.shop === shop)!;
const openLead = async (browser: Browser, id: string) => browser.get<LeadDetail>(`${PATH.leads}/${id}`);
const judgment = (id: string) => `${PATH.leads}/${id}/judgment`;
const audits = async (action: string) =>
  (
    await asSystem(house.pool, (tx) =>
      tx.query<{ subject: string; login: string; body_id: string }>(
        `SELECT u.subject, u.body_id, a.login FROM kernel.audit u LEFT JOIN people.account a ON a.id = u.account_id WHERE u.action = $1 ORDER BY u.id`,
        [action],
      ),
    )
  ).rows;

test('a person signs in as an account of one body, and a wrong password looks like a wrong login', async () => {
  expect((await a.get<Me>(PATH.me)).body).toMatchObject({ body: { region: '3302' }, account: { login: 'ningbo' }, demo: true });
  const stranger = house.browser();
  const wrong = await stranger.change<Problem>('POST', PATH.session, { login: 'ningbo', password: 'wrong' });
  const unknown = await stranger.change<Problem>('POST', PATH.session, { login: 'nobody', password: 'wrong' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect({ ...wrong.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
  expect(wrong.body.zh).toBe('账号或密码不对');
  expect((await audits('session.refused')).map(({ subject }) => subject)).toEqual(['ningbo', 'nobody']);
});

test('stored rights, licences and offers become leads in the order of urgency [B5.summary-database] [B5.licence-database] [B5.offer-database]', async () => {
  const all = await leads();
  expect(all.total).toBe(all.rows.length);
  expect(all.total).toBeGreaterThan(4);
  expect(all.by_state.open).toBe(all.total);
  const rank = { strong: 0, medium: 1, weak: 2 };
  const order = all.rows.map(({ strength, score }) => rank[strength] * 10 + (1 - score));
  expect(order).toEqual([...order].sort((x, y) => x - y));
  // The licensed seller is no lead.
  expect(all.rows.some(({ trader }) => trader.shop === '屿望数码旗舰店')).toBe(false);
});

test('the list is narrowed by state, strength, act, kind, platform and words, and paged', async () => {
  const all = await leads();
  const narrowed = async (query: Record<string, string>) => (await leads(`?${new URLSearchParams(query)}`)).rows.map(({ lead_id }) => lead_id);
  const where = (keep: (row: LeadList['rows'][number]) => boolean) => all.rows.filter(keep).map(({ lead_id }) => lead_id);
  expect(await narrowed({ strength: 'strong' })).toEqual(where(({ strength }) => strength === 'strong'));
  expect(await narrowed({ act: 'T1' })).toEqual(where(({ act }) => act === 'T1'));
  expect(await narrowed({ kind: 'trademark' })).toEqual(where(({ right }) => right?.kind === 'trademark'));
  expect(await narrowed({ platform: '甲平台' })).toEqual(where(() => true));
  expect(await narrowed({ platform: '甲' })).toEqual([]);
  expect(await narrowed({ q: '屿阳小店' })).toEqual(where(({ trader }) => trader.shop === '屿阳小店'));
  expect(await narrowed({ q: 'ZL 2018 2 9999002.7' })).toEqual(where(({ right }) => right?.number === '201829999002.7'));
  expect(await narrowed({ q: '%' })).toEqual([]);
  expect(await narrowed({ q: 'shop' })).toEqual([]);
  expect(await narrowed({ state: 'suspected' })).toEqual([]);
  expect(await narrowed({ offset: '1', limit: '2' })).toEqual(all.rows.slice(1, 3).map(({ lead_id }) => lead_id));
  const refused = await a.get<Problem>(`${PATH.leads}?strength=huge`);
  expect(refused.status).toBe(400);
  expect(refused.body.zh).toContain('strength: strong | medium | weak');
});

test('a lead opens with its reasons, its offer, and its right in two times [B5.explained-clues] [A1.in-force-on-day] [A1.known-on-day]', async () => {
  const { lead_id } = await leadOf('凳友会');
  const { body } = await openLead(a, lead_id);
  expect(body.lead.reason.zh).not.toBe('');
  expect(body.lead.matches[0]).toMatchObject({ act: 'CP3a', law: { version: expect.any(String) } });
  const span = body.lead.matches.flatMap(({ features }) => features).find(({ name }) => name === 'patent_number');
  const offer = body.offers.find(({ item_id }) => item_id === 'A1011')!;
  expect(offer.description?.slice(...span!.span!)).toBe(span!.text);
  expect(body.right).toMatchObject({ number: '201829999002.7', events: [{ status: 'granted' }, { status: 'lapsed_unpaid_fee' }] });
  expect(body.status).toEqual({
    on: '2026-11-24',
    as_known: '2026-11-24',
    state: 'ended',
    reason: 'lapsed_unpaid_fee',
    since: '2025-03-01',
    published_on: '2025-10-15',
  });
  expect(body.related.length).toBeGreaterThan(0);
  expect(body.verdicts).toEqual(['suspected_counterfeit_patent', 'not_infringing', 'needs_evidence']);
  expect(body.history.map(({ kind }) => kind)).toEqual(['opened']);
  expect((await audits('lead.opened')).at(-1)).toMatchObject({ subject: `lead ${lead_id}`, login: 'ningbo' });
});

test('a person judges a lead with a word that fits its act and a reason of that word [D4.interface] [D4.suspected-infringement] [A2.own-judgments]', async () => {
  const { lead_id } = await leadOf('屿阳小店');
  const judge = (verdict: string, reason_code: string) =>
    a.change<LeadDetail & Problem>('POST', judgment(lead_id), { verdict, reason_code, note: '与正品比对' });
  expect((await judge('suspected_counterfeit_patent', 'patent_ended')).body.code).toBe('verdict_unfit');
  expect((await judge('suspected_infringement', 'lawful_use')).body.code).toBe('reason_unfit');
  const { status, body } = await judge('suspected_infringement', 'same_mark_same_goods');
  expect({ status, state: body.state }).toEqual({ status: 200, state: 'suspected' });
  expect(body.judgment).toMatchObject({ reason_code: 'same_mark_same_goods', note: '与正品比对', by: house.logins[0]!.person.name });
  expect(body.history.at(-1)).toMatchObject({ kind: 'judged', by: house.logins[0]!.person.name });
  expect((await leads('?state=suspected')).rows.map((row) => row.lead_id)).toEqual([lead_id]);
  expect((await audits('lead.judged')).at(-1)?.subject).toBe(`lead ${lead_id}`);
});

test('a judgment is taken back by its author alone, and nothing of it is erased [H1.undo]', async () => {
  const { lead_id } = await leadOf('屿阳小店');
  const colleague = await colleagueOf();
  expect((await colleague.change<Problem>('DELETE', judgment(lead_id))).body.code).toBe('undo_not_own');
  const undone = await a.change<LeadDetail>('DELETE', judgment(lead_id));
  expect(undone.body).toMatchObject({ state: 'open', judgment: null });
  expect(undone.body.history.map(({ kind }) => kind).slice(-2)).toEqual(['judged', 'undone']);
  expect((await a.change<Problem>('DELETE', judgment(lead_id))).body.code).toBe('nothing_to_undo');
  await a.change('POST', judgment(lead_id), { verdict: 'needs_evidence', reason_code: 'goods_to_see', note: null });
  await a.change('POST', judgment(lead_id), { verdict: 'not_infringing', reason_code: 'wrong_match', note: null });
  // The judgment before stands again.
  expect((await a.change<LeadDetail>('DELETE', judgment(lead_id))).body).toMatchObject({
    state: 'needs_evidence',
    judgment: { reason_code: 'goods_to_see' },
  });
  const rows = await asSystem(house.pool, (tx) => tx.query('SELECT undoes FROM judgment.judgment WHERE lead_id = $1', [lead_id]));
  expect(rows.rows).toHaveLength(5);
});

/** Another account of A's body, with A's password. */
const colleagueOf = async (): Promise<Browser> => {
  const { person, password } = house.logins[0]!;
  await asSystem(house.pool, (tx) =>
    tx.query(
      `INSERT INTO people.account (body_id, login, name, role, password_hash)
       SELECT body_id, 'colleague', '同事', 'officer', password_hash FROM people.account WHERE login = $1`,
      [person.login],
    ),
  );
  return house.signedIn({ person: { ...person, login: 'colleague' }, password });
};

test('what was screened or held stays visible with its reason [A3.screened-stays-visible] [B5.less-human-work]', async () => {
  const screened = (await a.get<RowPage<ScreenedRow>>(`${PATH.screened}?q=${encodeURIComponent('屿望数码旗舰店')}`)).body;
  expect(screened.total).toBeGreaterThan(0);
  expect(screened.rows[0]).toMatchObject({
    by: { code: 'licensed', reason: { zh: expect.stringContaining('许可') } },
    trader: { shop: '屿望数码旗舰店' },
  });
  const held = (await a.get<RowPage<HeldRow>>(PATH.held)).body;
  expect(held.rows.every(({ for: why }) => why.reason.zh !== '')).toBe(true);
  expect(held.total).toBeGreaterThan(0);
});

test('a file is named by its headings, imported, and its bad rows are set aside with place and reason', async () => {
  const file = [
    '商品编号,商品标题,平台,店铺名称,采集时间',
    'B1,鲸屿 降噪耳机 官方正品,甲平台,新开小店,2026-11-24',
    'B2,鲸屿 耳机,甲平台,新开小店,2026-13-45',
    'B3,,甲平台,新开小店,2026-11-24',
    '',
  ].join('\n');
  const preview = await a.upload('..\\货<b>.csv', file);
  expect(preview.body).toMatchObject({ kind: 'offers', file_name: '货<b>.csv' });
  expect(preview.body.headings).toContainEqual({ heading: '商品标题', field: 'title' });
  expect(preview.body.rows[0]).toMatchObject({ title: '鲸屿 降噪耳机 官方正品' });
  // What will be set aside is told before anything is imported.
  expect(preview.body.aside).toMatchObject([
    { row: 1, line: 3, field: 'captured_at', code: 'date', given: '2026-13-45' },
    { row: 2, line: 4, code: 'required' },
  ]);
  // B cannot import what A uploaded.
  const stolen = await b.change<Problem>('POST', PATH.imports, { upload_id: preview.body.upload_id, kind: 'offers', covers: [] });
  expect(stolen.body.code).toBe('upload_unknown');
  const done = await a.import('offers', '货.csv', file);
  expect(done).toMatchObject({ state: 'done', stored: 1, set_aside: 2, failure: null });
  expect(done.rejected.map(({ line, code }) => ({ line, code }))).toEqual([
    { line: 3, code: 'date' },
    { line: 4, code: 'required' },
  ]);
  expect((await leadOf('新开小店')).right?.number).toBe('99990001');
  const list = (await a.get<RowPage<ImportDetail>>(PATH.imports)).body;
  expect(list.rows[0]?.id).toBe(done.id);
  expect((await openImport(b, done.id)).status).toBe(404);
});
const openImport = (browser: Browser, id: string) => browser.get<Problem>(`${PATH.imports}/${id}`);

test('figures tell what was read, screened and put before a person [H2.offers-read] [H2.offers-screened] [H2.put-before-person]', async () => {
  const { body } = await a.get<Figures>(PATH.figures);
  expect(body).toMatchObject({ offers: 17, rights: 5, licences: 2 });
  expect(Object.values(body.leads).reduce((sum, count) => sum + count, 0)).toBe((await leads()).total);
  expect(body.screened).toBeGreaterThan(0);
});

test('the plan is told clause by clause, as docs/plan.md has it', async () => {
  const { body } = await a.get<PlanClause[]>(PATH.plan);
  expect(body.find(({ id }) => id === 'B3')).toMatchObject({ state: 'works', proven: 2 });
  for (const { state, proven, points } of body) {
    expect(points.filter((point) => point.proven)).toHaveLength(proven);
    expect(state).toBe(proven === 0 ? 'not yet' : proven < points.length ? 'first form' : 'works');
  }
});

test('another body sees nothing: a lead by its address is not found, and an audit row says who asked [G2.confidentiality]', async () => {
  const { lead_id } = await leadOf('屿阳小店');
  expect((await b.get<LeadList>(PATH.leads)).body).toMatchObject({ rows: [], total: 0, by_state: { open: 0, suspected: 0 } });
  for (const path of [PATH.screened, PATH.held, PATH.imports]) expect((await b.get<RowPage<object>>(path)).body).toEqual({ rows: [], total: 0 });
  expect((await b.get<Figures>(PATH.figures)).body).toMatchObject({ offers: 0, rights: 0, screened: 0 });
  const asked = [
    await openLead(b, lead_id),
    await b.change('POST', judgment(lead_id), { verdict: 'needs_evidence', reason_code: 'goods_to_see', note: null }),
    await b.change('DELETE', judgment(lead_id)),
    // A lead of nobody is told in the same words.
    await openLead(b, '0000000000000000'),
  ];
  for (const { status, body } of asked) expect({ status, code: (body as unknown as Problem).code }).toEqual({ status: 404, code: 'not_found' });
  const rows = await audits('lead.not_found');
  expect(rows.map(({ login, subject }) => `${login} ${subject}`)).toEqual([
    ...Array(3).fill(`foshan lead ${lead_id}`),
    'foshan lead 0000000000000000',
  ]);
  expect(rows.every(({ body_id }) => body_id === house.logins[1]!.person.body_id)).toBe(true);
});

test('a deliberately wrong query under the role of the application sees and changes nothing of another body [G2.information-security]', async () => {
  const { person } = house.logins[1]!;
  const own = house.logins[0]!.person.body_id;
  const asB = (sql: string, values: unknown[] = []) => asBody(house.pool, person, (tx) => tx.query(sql, values));
  const tables = [
    'detection.lead',
    'detection.finding',
    'detection.lead_event',
    'offers.version',
    'rights.right_row',
    'rights.licence',
    'imports.import',
  ];
  for (const table of [...tables, 'imports.set_aside', 'judgment.judgment']) {
    expect((await asSystem(house.pool, (tx) => tx.query(`SELECT count(*)::int AS n FROM ${table}`))).rows[0].n, table).toBeGreaterThan(0);
    expect((await asB(`SELECT * FROM ${table} WHERE body_id = $1 OR true`, [own])).rows, table).toEqual([]);
  }
  expect((await asB(`UPDATE detection.lead SET state = 'not_infringing'`)).rowCount).toBe(0);
  expect((await asB('DELETE FROM detection.finding')).rowCount).toBe(0);
  await expect(asB(`INSERT INTO detection.lead_event (body_id, lead_id, kind) VALUES ($1, '0', 'opened')`, [own])).rejects.toThrow(
    /row-level security/,
  );
  for (const table of ['detection.lead_event', 'judgment.judgment', 'kernel.audit']) {
    await expect(asB(`UPDATE ${table} SET body_id = body_id`)).rejects.toThrow(/permission denied/);
    // Not even the owner of the database changes what happened.
    await expect(asSystem(house.pool, (tx) => tx.query(`DELETE FROM ${table}`))).rejects.toThrow(/append-only/);
  }
  for (const table of ['people.session', 'people.invitation']) await expect(asB(`SELECT * FROM ${table}`)).rejects.toThrow(/permission denied/);
});
