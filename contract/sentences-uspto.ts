// Sentences of the readers of US patent files: what a field may hold, and what a file is that is no register document.
export const USPTO_SENTENCE = {
  application_number: {
    zh: '美国申请号：两位系列号加六位数字，如 09703574',
    en: 'a US application number: two digits of the series and six more, as in 09703574',
  },
  check_digit: {
    zh: '末位校验数字应为 {expected}',
    en: 'the last digit, the check digit, should be {expected}',
  },
  document_number: {
    zh: '美国专利号或公布号，如 06970935、D0435854、RE038000、20050004437',
    en: 'the number of a US patent or publication, as in 06970935, D0435854, RE038000, 20050004437',
  },
  document_kind: { zh: '文献种类代码，如 B1、S1、A1', en: 'a kind code, as in B1, S1, A1' },
  whole_record: {
    zh: '完整的一条专利记录（{claims} 项权利要求，各以句号结束）；文件在此中断',
    en: 'a whole patent ({claims} claims, each ending in a full stop); the file breaks off here',
  },
  // Warnings.
  claims_differ: {
    zh: '{file} 第 {line} 行：{number} 载明 {stated} 项权利要求，读到 {found} 项',
    en: '{file} line {line}: {number} states {stated} claims, {found} were read',
  },
  no_register: { zh: '{file}：{what}，不是登记文件，未导入', en: '{file}: {what}, no document of a register; left out' },
  cpc_master: {
    zh: 'CPC 分类主文件（每件专利的分类号清单）',
    en: 'a CPC master classification file (the classes of each patent)',
  },
  cpc_scheme: { zh: 'CPC 分类表', en: 'a part of the CPC classification scheme' },
  css_brs: { zh: 'BRS 检索系统的专利文本导出', en: 'patent texts exported from the BRS search system' },
  specification: { zh: 'ST.96 说明书', en: 'an ST.96 specification' },
  other_file: { zh: '未见美国专利文件的任何格式', en: 'none of the forms of US patent files' },
} as const;
