// Words after `detect` -> options. A flag of files takes every word up to the next flag, which node:util parseArgs cannot do.
import { type Day, type DetectOptionName, OPTION, ZhijianError } from '@zhijian/contract';
import type { DetectOptions } from '../detection/index.ts';

const SEVERAL: ReadonlySet<DetectOptionName> = new Set(['--rights', '--licences', '--offers', '--covers']);
const MOST_THREADS = 256;

/**
 * The options of one detection, from the words of the command line.
 * @param today day of judging where none is given, YYYY-MM-DD
 * @param cores threads where none are given
 * @throws ZhijianError with the option's name, what was given and what is allowed
 */
export const detectArguments = (words: readonly string[], today: Day, cores: number): DetectOptions => {
  const given = collect(words);
  const files = (option: DetectOptionName) => given.get(option) ?? [];
  const single = (option: DetectOptionName) => given.get(option)?.[0];
  for (const option of ['--rights', '--offers', '--out'] as const) {
    if (!given.has(option)) throw new ZhijianError('option_required', { option });
  }
  return {
    rights: files('--rights'),
    licences: files('--licences'),
    offers: files('--offers'),
    covers: files('--covers'),
    judgedOn: day(single('--judged-on') ?? today),
    threads: threads(single('--threads') ?? String(Math.min(cores, MOST_THREADS))),
    out: single('--out') ?? '',
  };
};

const collect = (words: readonly string[]): Map<DetectOptionName, string[]> => {
  const given = new Map<DetectOptionName, string[]>();
  let option: DetectOptionName | null = null;
  for (const word of words) {
    if (word.startsWith('-')) {
      needValue(option, given);
      const [name = '', ...value] = word.split('=');
      if (!(name in OPTION.detect)) throw new ZhijianError('option_unknown', { given: name });
      option = name as DetectOptionName;
      if (given.has(option) && !SEVERAL.has(option)) throw new ZhijianError('option_twice', { option });
      given.set(option, [...(given.get(option) ?? []), ...(value.length > 0 ? [value.join('=')] : [])]);
      continue;
    }
    if (!option || (!SEVERAL.has(option) && given.get(option)?.length)) throw new ZhijianError('argument_unexpected', { given: word });
    given.get(option)?.push(word);
  }
  needValue(option, given);
  return given;
};

// An empty word comes from an unset shell variable; as a path it would mean the current folder.
const needValue = (option: DetectOptionName | null, given: Map<DetectOptionName, string[]>): void => {
  const values = option ? given.get(option) : undefined;
  if (option && (!values?.length || values.includes(''))) throw new ZhijianError('option_needs_value', { option });
};

const day = (given: string): Day => {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(given) && new Date(`${given}T00:00:00Z`);
  if (!real || Number.isNaN(real.getTime()) || !real.toISOString().startsWith(given)) throw new ZhijianError('day_invalid', { given });
  return given;
};

const threads = (given: string): number => {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > MOST_THREADS) throw new ZhijianError('threads_invalid', { given, most: MOST_THREADS });
  return number;
};
