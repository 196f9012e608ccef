import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from './tree.ts';

const run = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [`${ROOT}/test/run.ts`, ...words], { cwd: ROOT }, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });

test('a test that is not there, or an option that does not exist, is bad usage and never a quiet pass', async () => {
  expect(await run('test/nowhere.test.ts')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('找不到文件：test/nowhere.test.ts') });
  expect(await run('--quick')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no such option: --quick') });
  expect(await run('--changed', 'test/run.test.ts')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('unexpected argument: test/run.test.ts'),
  });
  expect(await run('/')).toMatchObject({ code: 2, out: '' });
});
