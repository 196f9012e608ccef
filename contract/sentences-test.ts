// What `./zhijian test` says of the machine it runs on.
import type { Label } from './vocabulary.ts';

export const TEST_SENTENCE = {
  fetching: { zh: '正在从 Debian 安装 {name}……', en: 'installing {name} from Debian …' },
  not_fetched: { zh: '未能安装 {name}，需要它的测试将跳过：{detail}', en: '{name} could not be installed, the tests that need it skip: {detail}' },
  skipped: { zh: '跳过：{file}，{count} 项', en: 'skipped: {file}, {count}' },
  again: { zh: '再次运行用到数据库的测试，用 Debian 的 PostgreSQL', en: 'the tests that use a database, again on the PostgreSQL of Debian' },
  no_postgres: {
    zh: '没有 Debian 的 PostgreSQL 15，用到数据库的测试未能再次运行',
    en: 'no PostgreSQL 15 of Debian: the tests that use a database did not run again',
  },
} as const satisfies Record<string, Label>;
