// Words after `up` -> what to start.
import { resolve } from 'node:path';
import { OPTION, ZhijianError } from '@zhijian/contract';
import { readConfig } from '../kernel/index.ts';

export interface UpOptions {
  port: number;
  dataDir: string;
  databaseUrl?: string;
  /** Leave the demo world out; an empty house prints the one-time link. */
  empty: boolean;
  /** Open the page in the machine's browser, where there is one. */
  open: boolean;
}

const DEFAULT_PORT = 8080;

/**
 * @param env for DATABASE_URL and ZHIJIAN_DATA
 * @param root the checkout, to which ./data is relative; `--data` is relative to the current folder, as the shell completes it
 * @throws ZhijianError with the option's name, what was given and what is allowed
 */
export const upArguments = (words: readonly string[], env: NodeJS.ProcessEnv, root: string): UpOptions => {
  const given = new Map<string, string>();
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [name = '', ...joined] = word.split('=');
    if (!name.startsWith('-')) throw new ZhijianError('argument_unexpected', { given: word });
    if (!Object.hasOwn(OPTION.up, name)) throw new ZhijianError('option_unknown', { given: name });
    if (given.has(name)) throw new ZhijianError('option_twice', { option: name });
    const takes = OPTION.up[name as keyof typeof OPTION.up].value !== '';
    if (!takes && joined.length > 0) throw new ZhijianError('argument_unexpected', { given: word });
    const value = !takes ? '' : joined.length > 0 ? joined.join('=') : left.shift();
    if (takes && (value === undefined || value === '' || value.startsWith('--'))) throw new ZhijianError('option_needs_value', { option: name });
    given.set(name, value ?? '');
  }
  const data = given.get('--data');
  const { dataDir, databaseUrl } = readConfig(env, root);
  return {
    port: port(given.get('--port') ?? String(DEFAULT_PORT)),
    dataDir: data === undefined ? dataDir : resolve(data),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    empty: given.has('--empty'),
    open: !given.has('--no-open'),
  };
};

const port = (given: string): number => {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number > 65_535) throw new ZhijianError('port_invalid', { given });
  return number;
};
