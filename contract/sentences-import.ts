// What `import` and `export` say.
import type { Label } from './vocabulary.ts';

export const CLI_IMPORT = {
  record: { zh: '{file}（第 {record} 条，字节 {byte}，号码 {number}）', en: '{file} (record {record}, byte {byte}, number {number})' },
  starting: { zh: '{file}（{kind}）：正在读取……', en: '{file} ({kind}): reading …' },
  reading: { zh: '{file}（{kind}）：已读取 {count} 条', en: '{file} ({kind}): {count} records read' },
  detecting: { zh: '{file}：已检测 {done}/{total} 条', en: '{file}: {done} of {total} offers checked' },
  done: {
    zh: '{file}（{kind}）：读取 {read}，新增 {stored}，已有 {known}，退回 {set_aside}',
    en: '{file} ({kind}): {read} read, {stored} stored, {known} known already, {set_aside} set aside',
  },
  dry: {
    zh: '{file}（{kind}）：读取 {all}，可读入 {read}，将退回 {set_aside}；未写入数据库',
    en: '{file} ({kind}): {read} can be read, {set_aside} would be set aside, of {all} records; nothing was stored',
  },
  no_mapping: {
    zh: '没有可用的数据库：以前选定的表头读法未用于本次试读',
    en: 'no database is at hand: what headings were mapped to before was not consulted',
  },
  set_aside: {
    zh: '{file} 第 {line} 行 {field}：{code}，得到“{given}”；应为 {allowed}',
    en: '{file} line {line} {field}: {code}, got "{given}"; allowed: {allowed}',
  },
  more_set_aside: { zh: '……另有 {count} 条退回记录', en: '… and {count} more records set aside' },
  failed: { zh: '{file}：{detail}', en: '{file}: {detail}' },
} as const satisfies Record<string, Label>;

/** In whose name a command works, where it was not told. */
export const CLI_BODY = {
  only: { zh: '机构：{name}', en: 'body: {name}' },
  first: {
    zh: '机构：{name}。有多个机构而未写 --body，取第一个；可用 --body 选择：{list}',
    en: 'body: {name}. There are several and no --body, so the first is taken; choose with --body: {list}',
  },
} as const satisfies Record<string, Label>;

/** Why an import has failed when it was not the file's fault, by the job that is out of attempts. */
export const IMPORT_FAILURE = {
  import: {
    zh: '多次读取均未成功，已停止。可以重试；仍不成功时，请管理员查看服务器日志。',
    en: 'reading was tried many times without success and has stopped. Try again; if that fails, an administrator should look into the log of the server.',
  },
  detect: {
    zh: '文件已读入，但多次检测均未成功，已停止。可以重试；仍不成功时，请管理员查看服务器日志。',
    en: 'the file is read, but detection was tried many times without success and has stopped. Try again; if that fails, an administrator should look into the log of the server.',
  },
} as const satisfies Record<'import' | 'detect', Label>;
