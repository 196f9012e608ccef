import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('the environment names the database and the data folder', () => {
  expect(readConfig({}, '/srv/zhijian')).toEqual({ dataDir: '/srv/zhijian/data' });
  expect(readConfig({ DATABASE_URL: '', ZHIJIAN_DATA: '' }, '/srv/zhijian')).toEqual({ dataDir: '/srv/zhijian/data' });
  expect(readConfig({ DATABASE_URL: 'postgres://db/z', ZHIJIAN_DATA: '/mnt/z' }, '/srv/zhijian')).toEqual({
    dataDir: '/mnt/z',
    databaseUrl: 'postgres://db/z',
  });
});
