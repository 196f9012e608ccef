// The one error table. Only a door (CLI, later HTTP) turns a code into an answer.
import type { Label } from './vocabulary.ts';

interface ErrorEntry extends Label {
  /** HTTP status. */
  status: number;
  /** Exit code of the command line: 1 failed, 2 bad usage, 3 in use or not available. */
  exit: number;
}

export const ERROR = {
  usage: { status: 400, exit: 2, zh: '用法有误：{detail}', en: 'bad usage: {detail}' },
  command_unknown: { status: 400, exit: 2, zh: '没有这个命令：{given}', en: 'no such command: {given}' },
  option_unknown: { status: 400, exit: 2, zh: '没有这个选项：{given}', en: 'no such option: {given}' },
  option_needs_value: { status: 400, exit: 2, zh: '选项 {option} 缺少取值', en: 'option {option} needs a value' },
  option_required: { status: 400, exit: 2, zh: '缺少必填选项 {option}', en: 'option {option} is required' },
  option_twice: { status: 400, exit: 2, zh: '选项 {option} 只能给出一次', en: 'option {option} may be given once' },
  argument_unexpected: { status: 400, exit: 2, zh: '多余的参数：{given}', en: 'unexpected argument: {given}' },
  threads_invalid: {
    status: 400,
    exit: 2,
    zh: '线程数应为 1 到 {most} 的整数，得到 {given}',
    en: 'threads is a whole number from 1 to {most}, got {given}',
  },
  file_missing: { status: 404, exit: 2, zh: '找不到文件：{file}', en: 'no such file: {file}' },
  file_unreadable: { status: 400, exit: 2, zh: '无法读取 {file}：{detail}', en: 'cannot read {file}: {detail}' },
  file_is_folder: { status: 400, exit: 2, zh: '{file} 是目录，请给出文件', en: '{file} is a folder, name a file' },
  form_unread: { status: 400, exit: 2, zh: '未读入 {file}：应为 {allowed}', en: 'did not read {file}: it should be {allowed}' },
  kind_unknown: {
    status: 400,
    exit: 2,
    zh: '看不出 {file} 是权利、许可、文书、市场主体还是产品信息：请检查表头，或用 --as 指明',
    en: 'cannot tell whether {file} holds rights, licences, decisions, market entities or offers: look at its headings, or say so with --as',
  },
  house_missing: {
    status: 404,
    exit: 3,
    zh: '{dir} 中没有数据：请先运行 ./zhijian up，或用 --data 指明目录',
    en: 'there is no data in {dir}: run ./zhijian up first, or name the folder with --data',
  },
  body_missing: {
    status: 404,
    exit: 3,
    zh: '还没有任何机构：请先运行 ./zhijian up 并建立第一个账号',
    en: 'there is no body yet: run ./zhijian up and make the first account',
  },
  body_unknown: { status: 404, exit: 2, zh: '没有名为“{given}”的机构；已有：{list}', en: 'there is no body named {given}; there are: {list}' },
  body_unclear: { status: 400, exit: 2, zh: '有多个机构，请用 --body 指明：{list}', en: 'there are several bodies, name one with --body: {list}' },
  out_not_writable: { status: 500, exit: 3, zh: '无法写入目录 {dir}：{detail}', en: 'cannot write to {dir}: {detail}' },
  out_in_use: { status: 409, exit: 3, zh: '目录 {dir} 正被另一次运行（进程 {pid}）使用', en: '{dir} is in use by another run (process {pid})' },
  day_invalid: { status: 400, exit: 2, zh: '日期应为 YYYY-MM-DD，得到 {given}', en: 'a day is YYYY-MM-DD, got {given}' },
  right_missing: { status: 404, exit: 1, zh: '登记中没有号码 {number}', en: 'no right in the registers has the number {number}' },
  coverage_invalid: {
    status: 400,
    exit: 2,
    zh: '登记范围应为 国家:种类:起年-止年，如 CN:utility_model:2010-2026，得到 {given}',
    en: 'coverage is OFFICE:KIND:FROM-TO, as in CN:utility_model:2010-2026, got {given}',
  },
  sign_in_needed: { status: 401, exit: 1, zh: '请先登录', en: 'please sign in' },
  sign_in_failed: { status: 401, exit: 1, zh: '账号或密码不对', en: 'wrong login or password' },
  not_permitted: { status: 403, exit: 1, zh: '您的账号无权进行此操作', en: 'your account may not do this' },
  request_foreign: { status: 403, exit: 1, zh: '请求不是由本系统页面发出的', en: 'the request does not come from a page of this system' },
  not_found: { status: 404, exit: 1, zh: '没有找到', en: 'not found' },
  request_invalid: { status: 400, exit: 2, zh: '请求有误：{detail}', en: 'bad request: {detail}' },
  too_many_requests: { status: 429, exit: 1, zh: '尝试过于频繁，请稍后再试', en: 'too many attempts, try again later' },
  file_too_large: { status: 413, exit: 2, zh: '文件超过上限 {most}', en: 'the file is larger than {most}' },
  retry_useless: {
    status: 409,
    exit: 1,
    zh: '这次导入没有失败，或重试无济于事；请改好文件后重新导入',
    en: 'this import has not failed, or trying it again cannot help: mend the file and import it anew',
  },
  upload_unknown: { status: 404, exit: 2, zh: '没有这次上传，请重新上传文件', en: 'no such upload: upload the file again' },
  upload_offset: { status: 409, exit: 1, zh: '上传应从第 {offset} 字节继续', en: 'the upload goes on at byte {offset}' },
  verdict_unfit: { status: 422, exit: 2, zh: '该结论与线索的行为不符', en: 'the verdict does not fit the act of the lead' },
  reason_unfit: { status: 422, exit: 2, zh: '该理由不属于所选结论', en: 'the reason is not one of this verdict' },
  lead_explained: {
    status: 409,
    exit: 1,
    zh: '许可或权利的状态已经说明这条线索，无须判断',
    en: 'a licence or the state of the right explains this lead: there is nothing to judge',
  },
  nothing_to_undo: { status: 409, exit: 1, zh: '没有可以撤回的判断', en: 'there is no judgment to undo' },
  undo_not_own: { status: 409, exit: 1, zh: '只能撤回自己作出的判断', en: 'only your own judgment can be undone' },
  invitation_unknown: { status: 404, exit: 1, zh: '链接无效、已使用或已过期', en: 'the link is unknown, used or expired' },
  password_weak: { status: 422, exit: 2, zh: '密码至少 {least} 位', en: 'a password has at least {least} characters' },
  login_taken: { status: 409, exit: 1, zh: '账号已存在', en: 'the login exists already' },
  port_invalid: { status: 400, exit: 2, zh: '端口应为 0 到 65535 的整数，得到 {given}', en: 'a port is a whole number from 0 to 65535, got {given}' },
  port_in_use: { status: 409, exit: 3, zh: '端口 {port} 已被占用', en: 'port {port} is in use' },
  child_failed: {
    status: 500,
    exit: 3,
    zh: '{name} 进程连续 {count} 次一启动就结束，不再重启；原因见 {file}',
    en: 'the {name} process ended {count} times in a row as soon as it was started and is not started again; the reason is in {file}',
  },
  web_build_failed: { status: 500, exit: 3, zh: '页面构建失败：{detail}', en: 'the pages could not be built: {detail}' },
  unavailable: {
    status: 503,
    exit: 3,
    zh: '数据库暂不可用，请稍后再试；未作任何改动',
    en: 'the database is away, try again in a moment; nothing was changed',
  },
  internal: {
    status: 500,
    exit: 1,
    zh: '系统出错，未作任何改动；请把请求编号告诉管理员',
    en: 'something went wrong, nothing was changed; quote the request id to the administrator',
  },
  database_in_use: {
    status: 409,
    exit: 3,
    zh: '数据目录 {dir} 正被进程 {pid} 使用，请先结束该进程，或用 --data 指定另一个目录',
    en: '{dir} is in use by process {pid}: end it first, or name another folder with --data',
  },
  database_unavailable: { status: 503, exit: 3, zh: '数据库不可用：{detail}', en: 'the database is not available: {detail}' },
  database_not_bundled: {
    status: 503,
    exit: 3,
    zh: '本机（{system}）没有自带的数据库（缺少 {package}），请用 DATABASE_URL 指定 PostgreSQL 15 或更新版本',
    en: 'no database is bundled for this machine ({system}; {package} is missing): set DATABASE_URL to PostgreSQL 15 or newer',
  },
  database_as_root: {
    status: 503,
    exit: 3,
    zh: 'root 无法在 {dir} 运行自带的数据库：请以普通用户运行，或设置 DATABASE_URL',
    en: 'root cannot run the bundled database in {dir}: run as an ordinary user, or set DATABASE_URL',
  },
  database_owner: {
    status: 503,
    exit: 3,
    zh: '{dir} 属于编号为 {owner} 的用户，当前用户无法使用：请以该用户运行，或用 --data 指定另一个目录',
    en: '{dir} belongs to the user numbered {owner} and cannot be used: run as that user, or name another folder with --data',
  },
  database_version: {
    status: 503,
    exit: 3,
    zh: '{dir} 中的数据由 PostgreSQL {have} 写成，本程序自带的是 {brings}：请用写入它的版本导出，再导入',
    en: 'the data in {dir} was written by PostgreSQL {have}, this release brings {brings}: export with the release that wrote it, then import',
  },
  database_too_old: {
    status: 503,
    exit: 3,
    zh: 'DATABASE_URL 指向的 PostgreSQL 是 {have}，需要 15 或更新版本',
    en: 'DATABASE_URL leads to PostgreSQL {have}; 15 or newer is needed',
  },
  database_encoding: {
    status: 503,
    exit: 3,
    zh: 'DATABASE_URL 指向的数据库编码是 {have}，需要 UTF8：请用 CREATE DATABASE … ENCODING UTF8 TEMPLATE template0 另建一个',
    en: 'the database of DATABASE_URL is encoded in {have}; UTF8 is needed: make another with CREATE DATABASE … ENCODING UTF8 TEMPLATE template0',
  },
  database_rights: {
    status: 503,
    exit: 3,
    zh: '数据库登录名 {login} 权限不足（{detail}），未启动。请数据库管理员在该数据库上执行：{sql}',
    en: 'the database login {login} lacks a right ({detail}); nothing was started. An administrator of that database has to run: {sql}',
  },
  database_role_bypasses: {
    status: 503,
    exit: 3,
    zh: '角色 zhijian_app 不受行级权限约束（{table}），各机构会看到彼此的数据，未启动。请数据库管理员执行：ALTER ROLE zhijian_app NOSUPERUSER NOBYPASSRLS;',
    en: 'row-level security does not bind the role zhijian_app ({table}): bodies would see each other’s rows; nothing was started. An administrator has to run: ALTER ROLE zhijian_app NOSUPERUSER NOBYPASSRLS;',
  },
  not_mendable: {
    status: 409,
    exit: 1,
    zh: '这条记录的各栏没有保留（过长或无法分栏），不能在此修改：请改好文件中的这一行，再导入',
    en: 'the cells of this record were not kept (too long, or not to be told apart): mend the line in the file and import it again',
  },
  migration_changed: {
    status: 500,
    exit: 1,
    zh: '数据库结构文件 {file} 在应用之后被改动：请恢复原文件，改动写入新的文件',
    en: '{file} was changed after it was applied: restore it, and put the change into a new file',
  },
  migration_unknown: {
    status: 503,
    exit: 3,
    zh: '数据库已应用 {file}，而本程序没有该文件：请使用更新的版本',
    en: 'the database has applied {file}, which this release does not know: use a newer release',
  },
  migration_failed: { status: 500, exit: 1, zh: '数据库结构文件 {file} 执行失败：{detail}', en: '{file} failed: {detail}' },
  failed: { status: 500, exit: 1, zh: '运行失败：{detail}', en: 'failed: {detail}' },
} as const satisfies Record<string, ErrorEntry>;
export type ErrorCode = keyof typeof ERROR;

/** What a sentence is filled with; a fact that differs by language is a Label. */
export type Facts = Record<string, string | number | Label>;

/** The facts in one language. */
export const factsIn = (language: 'zh' | 'en', facts: Facts): Record<string, string | number> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact[language] : fact]));

export class ZhijianError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;
  constructor(code: ErrorCode, facts: Facts = {}) {
    super(fill(ERROR[code].en, factsIn('en', facts)));
    this.code = code;
    this.facts = facts;
  }
  in(language: 'zh' | 'en'): string {
    return fill(ERROR[this.code][language], factsIn(language, this.facts));
  }
}

/** Replaces {name} by facts.name; an unknown name stays as it is, so that a missing fact is seen. */
export const fill = (template: string, facts: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole));
