// Rows of a case table as records, for cases that start from columns. The platform's importers read users' files; these columns are canonical already.
import type { Licence, Offer, RightKind, RightRow, RightStatus } from '@zhijian/contract';

type Cells = Record<string, string>;
const text = (cells: Cells, name: string): string | null => cells[name] || null;
const list = (cells: Cells, name: string): string[] =>
  (cells[name] ?? '')
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean);

const KIND: Record<string, RightKind> = { 商标: 'trademark', 发明: 'invention', 实用新型: 'utility_model', 外观设计: 'design' };
const STATUS: Record<string, RightStatus> = {
  注册: 'registered',
  驳回: 'refused',
  撤销: 'cancelled',
  异议中: 'opposed',
  无效: 'invalidated',
  注销: 'surrendered',
};

export const rightOf = (cells: Cells): RightRow => ({
  kind: KIND[cells.kind!] ?? (cells.kind as RightKind),
  number: cells.number!,
  name: text(cells, 'name'),
  owner: text(cells, 'owner'),
  owner_code: text(cells, 'owner_code'),
  office: text(cells, 'office') ?? 'CN',
  classes: list(cells, 'classes').map(Number),
  goods: list(cells, 'goods'),
  filing_date: text(cells, 'filing_date'),
  grant_date: text(cells, 'grant_date'),
  expiry_date: text(cells, 'expiry_date'),
  paid_to: text(cells, 'paid_to'),
  status: cells.status ? (STATUS[cells.status] ?? (cells.status as RightStatus)) : null,
  status_date: text(cells, 'status_date'),
  published_on: text(cells, 'published_on'),
  known_on: text(cells, 'known_on'),
  image: null,
  extra: {},
});

export const licenceOf = (cells: Cells): Licence => ({
  right_kind: KIND[cells.right_kind!] ?? (cells.right_kind as RightKind),
  right_number: cells.right_number!,
  licensee: text(cells, 'licensee'),
  licensee_code: text(cells, 'licensee_code'),
  shop: text(cells, 'shop'),
  platform: text(cells, 'platform'),
  territory: list(cells, 'territory'),
  classes: list(cells, 'classes').map(Number),
  marking_consent: null,
  from: text(cells, 'from'),
  to: text(cells, 'to'),
  extra: {},
});

export const offerOf = (cells: Cells): Offer => ({
  kind: 'online',
  platform: text(cells, 'platform'),
  item_id: cells.item_id || cells.case || 'item',
  url: null,
  title: text(cells, 'title'),
  description: text(cells, 'description'),
  brand: text(cells, 'brand'),
  maker: text(cells, 'maker'),
  category: text(cells, 'category'),
  price: null,
  currency: null,
  sales: null,
  shop: text(cells, 'shop'),
  seller: text(cells, 'seller'),
  seller_code: text(cells, 'seller_code'),
  ship_from: null,
  market: text(cells, 'market') ?? 'CN',
  images: [],
  made_on: text(cells, 'made_on'),
  captured_at: text(cells, 'captured_at'),
  language: null,
  marking: text(cells, 'marking'),
  extra: {},
});
