// Decisions and the register of companies where people look for them: on the page of a right, and beside the trader of a lead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LeadDetail, type LeadList, PATH, type RightPage } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, ROOT, type TestHouse, testHouse } from './testing.ts';

const CODE = '91310000MA9999929M';
const SELLER = '上海某某（五金）制品有限公司';
const JUDGMENTS = `# known_on: 2026-10-01
案号,审理法院,裁判日期,案由,原告,被告,商标注册号,裁判结果,法律依据
（2021）浙01民初9912号,某某市中级人民法院,2022-03-04,侵害商标权纠纷,宁波鲸屿数码科技有限公司,${SELLER}（${CODE}）、李某,99990001,侵权成立,商标法第五十七条第（二）项
（2022）浙民终9913号,某某省高级人民法院,2022-11-30,侵害商标权纠纷,上海某某(五金) 制品有限公司,宁波鲸屿数码科技有限公司,99990001,驳回上诉，维持原判,
（2020）浙01民初9911号,某某市中级人民法院,2020-05-06,侵害商标权纠纷,甲公司,乙公司,99990009,侵权成立,
`;
// Read again later, the first is final; a company of the same name with another code is none of this trader's.
const LATER = `# known_on: 2026-11-01
案号,审理法院,裁判日期,案由,原告,被告,商标注册号,裁判结果,法律依据,是否生效
（2021）浙01民初9912号,某某市中级人民法院,2022-03-04,侵害商标权纠纷,宁波鲸屿数码科技有限公司,${SELLER}（${CODE}）、李某,99990001,侵权成立,商标法第五十七条第（二）项,是
（2019）浙01民初9910号,某某市中级人民法院,2019-05-06,侵害商标权纠纷,甲公司,${SELLER}（91330100MA9999902B）,99990009,侵权成立,,是
`;
const HEAD = '统一社会信用代码,名称,法定代表人,登记状态,住所,成立日期,查询日期';
const TRADERS = `${HEAD}
${CODE},上海旧名有限公司,王某,存续,某某路1号,2019-03-04,2026-01-01
${CODE},${SELLER},赵某,吊销,某某路2号,2019-03-04,2026-10-01
91330100MA9999902B,义乌市屿阳日用品商行,钱某,注销,某某街3号,2018-01-02,2026-10-01
`;
const offers = `平台,商品编号,商品标题,店铺名称,公司名称,统一社会信用代码,采集时间
甲平台,1,鲸屿 降噪耳机 官方正品,甲店,${SELLER},${CODE},2026-11-24
甲平台,2,鲸屿 降噪耳机 官方正品,乙店,义乌市屿阳日用品商行,,2026-11-24
甲平台,3,鲸屿 降噪耳机 官方正品,丙店,无人登记的公司,,2026-11-24
`;

let house: TestHouse;
let a: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  expect(await a.import('rights', 'rights.csv', readFileSync(join(ROOT, 'examples/rights.csv')))).toMatchObject({ set_aside: 0 });
  expect(await a.import('decisions', '判决.csv', JUDGMENTS)).toMatchObject({ stored: 3, set_aside: 0 });
  expect(await a.import('decisions', '判决二.csv', LATER)).toMatchObject({ stored: 2, set_aside: 0 });
  expect(await a.import('traders', '主体.csv', TRADERS)).toMatchObject({ stored: 3, set_aside: 0 });
  expect(await a.import('offers', '商品.csv', offers)).toMatchObject({ stored: 3, set_aside: 0 });
});
afterAll(() => house.close());

const MARK = PATH.right.replace(':office', 'CN').replace(':kind', 'trademark').replace(':number', '99990001');

test('[A2.court-decisions] the page of a right has the decisions that name it, the newest first, each case once as it is known last', async () => {
  const { body } = await a.get<RightPage>(MARK);
  expect(body.decisions.map(({ case_number, result, final }) => [case_number, result, final])).toEqual([
    ['（2022）浙民终9913号', 'upheld', null],
    ['（2021）浙01民初9912号', 'infringement', true],
  ]);
  expect(body.decisions[1]).toMatchObject({
    clause: '商标法第五十七条第（二）项',
    known_on: '2026-11-01',
    parties: [{ role: 'claimant' }, { code: CODE }, {}],
  });
  const b = await house.signedIn(house.logins[1]!);
  await b.import('rights', 'rights.csv', readFileSync(join(ROOT, 'examples/rights.csv')));
  expect((await b.get<RightPage>(MARK)).body.decisions).toEqual([]);
});

const leadOf = async (shop: string): Promise<LeadDetail> => {
  const { rows } = (await a.get<LeadList>(PATH.leads)).body;
  const { lead_id } = rows.find(({ trader }) => trader.shop === shop)!;
  return (await a.get<LeadDetail>(PATH.lead.replace(':lead_id', lead_id))).body;
};
const cases = ({ decisions }: LeadDetail) => decisions.map(({ case_number }) => case_number);

test('[A5.companies] a lead has what the register of companies says of the code of its trader last, and the decisions that name it by code or name', async () => {
  const detail = await leadOf('甲店');
  expect(detail.registered).toMatchObject({
    by: 'code',
    traders: [
      {
        code: CODE,
        name: SELLER,
        legal_representative: '赵某',
        status: 'revoked',
        address: '某某路2号',
        founded_on: '2019-03-04',
        known_on: '2026-10-01',
      },
    ],
  });
  // By its code, and by its name where the decision has no code; never by the name with another code.
  expect(cases(detail)).toEqual(['（2022）浙民终9913号', '（2021）浙01民初9912号']);
});

test('without a code the exact name is asked, and what nobody registered says nothing', async () => {
  expect(await leadOf('乙店')).toMatchObject({
    registered: { by: 'name', traders: [{ code: '91330100MA9999902B', status: 'deregistered' }] },
    decisions: [],
  });
  expect(await leadOf('丙店')).toMatchObject({ registered: null, decisions: [] });
});
