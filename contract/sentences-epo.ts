// What is said about files of the European Patent Office.
import type { Label } from './vocabulary.ts';

export const EPO_SENTENCE = {
  kind_code: { zh: '文献种类代码：一个字母，可再有一位数字，如 A1、B、U', en: 'a kind code: a letter and at most one digit, as in A1, B, U' },
  json: { zh: '欧专局数据转成的 JSON，至多 {limit} 字节', en: 'JSON made of EPO data, at most {limit} bytes' },
  utf8: { zh: 'UTF-8 文本', en: 'UTF-8 text' },
  // Warnings: recognised, and nothing for a register in it.
  description: {
    zh: '{file}：有 {count} 份只有说明书的全文；登记数据不含说明书，未存入',
    en: '{file}: {count} full texts are descriptions only; a register holds none, nothing was stored of them',
  },
  images: {
    zh: '{file}：是附图页的目录（页数与格式），不含权利数据，未存入',
    en: '{file}: a list of pages of drawings (how many, in which form) and no data of rights; nothing was stored',
  },
  search: {
    zh: '{file}：检索结果只列出 {count} 个公开号，没有申请号和日期，未存入；请按这些号码取著录数据',
    en: '{file}: search results that only name {count} publications, without application numbers and days; nothing was stored: fetch their bibliographic data',
  },
  number_service: {
    zh: '{file}：是号码转换服务的消息表，不含权利数据，未存入',
    en: '{file}: the messages of the number service and no data of rights; nothing was stored',
  },
  withdrawn: {
    zh: '{file}：有 {count} 份文献由欧专局标为删除，未存入',
    en: '{file}: {count} documents are marked as deleted by the EPO; nothing was stored of them',
  },
  nothing: {
    zh: '{file}：没有著录、同族、法律状态或权利要求数据，未存入',
    en: '{file}: no bibliographic data, families, legal events or claims in it; nothing was stored',
  },
} as const satisfies Record<string, Label>;
