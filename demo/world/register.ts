// What a right of the world is, and how its events become rows of rights.csv.
import type { Company } from './companies.ts';
import type { Row } from './csv.ts';
import { KNOWN_ON } from './days.ts';

export type Kind = '商标' | '发明专利' | '实用新型专利' | '外观设计专利';

/** A status in the words of a rights file, the day of effect, the day of the gazette, and how far the annuity is paid as told with it. */
export type Event = readonly [status: string, effective: string, published?: string, paidTo?: string];

export interface WorldRight {
  kind: Kind;
  number: string;
  name: string;
  owner: Company;
  classes?: string;
  goods?: string;
  filed: string;
  granted?: string;
  /** Of a patent the day on which the term is over, where it is not simply counted; of a mark the last day of its term. */
  expires?: string;
  events: readonly Event[];
}

export const RIGHT_HEADINGS = [
  '种类',
  '号码',
  '名称',
  '权利人',
  '统一社会信用代码',
  '国际分类',
  '核定商品',
  '申请日',
  '授权公告日',
  '有效期至',
  '年费缴至',
  '法律状态',
  '法律状态生效日',
  '公告日',
  '查询日',
] as const;

/** One row an event; facts stand in each. */
export const rowsOf = (right: WorldRight): Row<(typeof RIGHT_HEADINGS)[number]>[] =>
  right.events.map(([status, effective, published = effective, paidTo = '']) => ({
    种类: right.kind,
    号码: right.number,
    名称: right.name,
    权利人: right.owner.name,
    统一社会信用代码: right.owner.code,
    国际分类: right.classes ?? '',
    核定商品: right.goods ?? '',
    申请日: right.filed,
    授权公告日: right.granted ?? '',
    有效期至: right.expires ?? '',
    年费缴至: paidTo,
    法律状态: status,
    法律状态生效日: effective,
    公告日: published,
    查询日: KNOWN_ON,
  }));
