// `./zhijian demo check`: the demo world through the engine, against what the law expects of it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLI_DEMO, COMMAND, fill, type Label, OPTION, say, ZhijianError } from '@zhijian/contract';
import { checkWorld } from './demo-check.ts';

const DONE = 0;
const DIFFERS = 1;

/** The world that comes with the product. */
export const DEMO_WORLD = fileURLToPath(new URL('../../../demo/world', import.meta.url));

/** Words after `demo` -> exit code: 0 all as expected, 1 something differs. Throws ZhijianError for bad usage and missing files. */
export const demo = async (words: readonly string[]): Promise<number> => {
  const check = await checkWorld(worldOf(words));
  for (const { file, line, allowed } of check.set_aside)
    print({
      zh: fill(CLI_DEMO.set_aside.zh, { file, line, allowed: allowed.zh }),
      en: fill(CLI_DEMO.set_aside.en, { file, line, allowed: allowed.en }),
    });
  for (const { offer, story, expected, got, reason } of check.differences) print(say(CLI_DEMO.differs, { offer, story, expected, got, reason }));
  print(
    say(CLI_DEMO.sum, {
      right: check.as_expected,
      planted: check.planted,
      unexpected: check.unexpected_leads,
      lawful: check.lawful.toLocaleString('en-US'),
    }),
  );
  return check.holds ? DONE : DIFFERS;
};

const worldOf = (words: readonly string[]): string => {
  const [action, ...rest] = words;
  if (action !== 'check') throw new ZhijianError('usage', { detail: COMMAND.demo.synopsis });
  const [word, ...more] = rest;
  if (word === undefined) return DEMO_WORLD;
  const [option = '', ...joined] = word.split('=');
  if (!option.startsWith('-')) throw new ZhijianError('argument_unexpected', { given: option });
  if (!Object.hasOwn(OPTION.demo, option)) throw new ZhijianError('option_unknown', { given: option });
  const [value, left] = joined.length > 0 ? [joined.join('='), more[0]] : more;
  if (value === undefined || value === '') throw new ZhijianError('option_needs_value', { option });
  if (left !== undefined) throw new ZhijianError('argument_unexpected', { given: left });
  return join(value);
};

const print = ({ zh, en }: Label): void => {
  process.stdout.write(`${zh}\n${en}\n`);
};
