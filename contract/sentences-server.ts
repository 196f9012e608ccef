// What `up` says while it starts, and the server where it has no page to show.
import type { Label } from './vocabulary.ts';

export const PAGE_SENTENCE = {
  not_built: {
    zh: '页面尚未构建：请用 ./zhijian up 启动。接口说明见 /docs。',
    en: 'The pages are not built: start with ./zhijian up. The API is described at /docs.',
  },
} as const satisfies Record<string, Label>;

export const UP_SENTENCE = {
  database: { zh: '启动数据库……', en: 'starting the database …' },
  web: { zh: '构建页面……', en: 'building the pages …' },
  demo: { zh: '导入演示数据……', en: 'importing the demo world …' },
  reading: { zh: '{file}：正在读取……', en: '{file}: reading …' },
  importing: { zh: '{file}：已读 {count} 条', en: '{file}: {count} records read' },
  detecting: { zh: '{file}：已检测 {done}/{total} 条', en: '{file}: {done} of {total} offers checked' },
  demo_done: { zh: '演示数据：线索 {leads}，已排除 {screened}，待补充 {held}', en: 'demo world: {leads} leads, {screened} screened, {held} held' },
  login: { zh: '{body}  账号 {login}  密码 {password}', en: '{body}  login {login}  password {password}' },
  logins_kept: { zh: '演示账号保存在 {file}', en: 'the demo logins are kept in {file}' },
  first_link: { zh: '一次性链接，用于建立第一个账号（{hours} 小时内有效）：', en: 'one-time link that makes the first account (for {hours} hours):' },
  child_ended: { zh: '{name} 进程意外结束，正在重新启动', en: 'the {name} process ended unexpectedly and is started again' },
  stopping: { zh: '正在停止……', en: 'stopping …' },
} as const satisfies Record<string, Label>;
