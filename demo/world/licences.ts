// The 25 licences: in force, ended, not begun, elsewhere, for other goods, with and without consent to mark a patent.
import { type Company, LICENSEE, OWNER, TRADER } from './companies.ts';
import type { Row } from './csv.ts';
import { YESTERDAY } from './days.ts';
import { MARK } from './marks.ts';
import { PATENT } from './patents.ts';
import type { WorldRight } from './register.ts';
import { SHOP } from './shops.ts';

export const LICENCE_HEADINGS = [
  '权利种类',
  '权利号码',
  '被许可人',
  '统一社会信用代码',
  '店铺名称',
  '平台',
  '许可地域',
  '类别',
  '同意标注',
  '起始日',
  '终止日',
] as const;
type LicenceRow = Row<(typeof LICENCE_HEADINGS)[number]>;

const licence = (right: WorldRight, to: Company | null, from: string, until: string, more: LicenceRow = {}): LicenceRow => ({
  权利种类: right.kind,
  权利号码: right.number,
  ...(to === null ? {} : { 被许可人: to.name, 统一社会信用代码: to.code }),
  许可地域: 'CN',
  起始日: from,
  终止日: until,
  ...more,
});

export const LICENCES: readonly LicenceRow[] = [
  // 鹮舟 on earphones: one mark, many licensees.
  licence(MARK.huanzhou, LICENSEE.shuanglan, '2025-01-01', '2027-12-31', { 类别: '9', 店铺名称: SHOP.shuanglan.name, 平台: SHOP.shuanglan.platform }),
  licence(MARK.huanzhou, LICENSEE.tingguo, '2023-11-24', YESTERDAY, { 类别: '9' }),
  licence(MARK.huanzhou, LICENSEE.yuanting, '2025-01-01', '2027-12-31', { 许可地域: 'HK', 类别: '9' }),
  licence(MARK.huanzhou, LICENSEE.chuyi, '2025-06-01', '2028-05-31', { 类别: '25' }),
  licence(MARK.huanzhou, LICENSEE.yueting, '2025-03-01', '2028-02-29', { 许可地域: '44', 类别: '9' }),
  licence(MARK.huanzhou, LICENSEE.chuting, '2026-12-01', '2028-11-30', { 类别: '9' }),
  licence(MARK.huanzhou, null, '2025-01-01', '2027-12-31', { 类别: '9', 店铺名称: SHOP.haosu.name, 平台: '舟市' }),
  // Other marks.
  licence(MARK.suihe, LICENSEE.yuji, '2024-01-01', '2026-12-31', { 类别: '30' }),
  licence(MARK.congye, LICENSEE.chuyi, '2024-07-01', '2027-06-30', { 类别: '25' }),
  licence(MARK.kestrova, LICENSEE.yuanting, '2025-01-01', '2027-12-31', { 许可地域: 'HK；MO', 类别: '25' }),
  licence(MARK.ganquan, LICENSEE.chelu, '2023-01-01', '2026-12-31', { 类别: '11' }),
  licence(MARK.limorella, LICENSEE.yuanting, '2024-05-01', '2027-04-30', { 许可地域: 'CN；HK', 类别: '3' }),
  licence(MARK.jixiu, TRADER.youlu, '2022-01-01', '2024-12-31', { 类别: '30' }),
  licence(MARK.brellimo, LICENSEE.qingjian, '2024-05-27', '2027-05-26', { 类别: '18' }),
  licence(MARK.dentorva, LICENSEE.qingjian, '2024-03-01', '2027-02-28', { 许可地域: '34', 类别: '21' }),
  licence(MARK.qovaris, LICENSEE.keluo, '2025-02-01', '2028-01-31', { 类别: '9' }),
  licence(MARK.paohe, LICENSEE.mengli, '2025-01-01', '2027-12-31', { 类别: '21' }),
  licence(MARK.taizhi, TRADER.qibai, '2025-01-01', '2026-06-30', { 类别: '3' }),
  // Patents.
  licence(PATENT.box, LICENSEE.mengli, '2023-06-02', '2028-06-01', { 同意标注: '是' }),
  licence(PATENT.box, LICENSEE.chelu, '2024-01-01', '2027-12-31'),
  licence(PATENT.mop, LICENSEE.qingjian, '2022-01-01', '2025-12-31', { 同意标注: '是' }),
  licence(PATENT.feeder, LICENSEE.keluo, '2024-01-01', '2029-12-31', { 同意标注: '是' }),
  licence(PATENT.lamp, LICENSEE.tingguo, '2023-01-01', '2026-12-31', { 同意标注: '是' }),
  licence(PATENT.filter, LICENSEE.chelu, '2023-01-01', '2026-12-31', { 同意标注: '是', 许可地域: '37' }),
  licence(PATENT.solar, OWNER.lixing, '2024-10-01', '2027-09-30', { 同意标注: '是' }),
];
