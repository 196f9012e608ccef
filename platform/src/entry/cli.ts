// The command line: words in, exit code out. The only place that reads the clock for a detection.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CLI_SENTENCE, COMMAND, type Day, ERROR, ZhijianError } from '@zhijian/contract';
import { detectArguments } from './detect-arguments.ts';
import { keepHeapsSmall } from './heap.ts';
import { help } from './help.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DONE = 0;
const SET_ASIDE = 4;

const run = async (words: readonly string[]): Promise<number> => {
  const asks = words.some((word) => word === '--help' || word === '-h');
  const [command = 'help', ...rest] = asks ? words.filter((word) => word !== '--help' && word !== '-h') : words;
  // Wherever it stands, whatever else is there: who asks for help gets it.
  if (asks && command !== 'help' && Object.hasOwn(COMMAND, command)) {
    process.stdout.write(help([command]));
    return DONE;
  }
  switch (command) {
    case 'help':
      process.stdout.write(help(rest));
      return DONE;
    case 'detect': {
      const options = detectArguments(rest, todayInBeijing(), availableParallelism());
      keepHeapsSmall();
      // Imported late: help and a wrong option answer without loading the models.
      const { detectFiles } = await import('../detection/index.ts');
      const summary = await detectFiles(options);
      return summary.set_aside > 0 ? SET_ASIDE : DONE;
    }
    case 'up': {
      const { upArguments } = await import('./up-arguments.ts');
      const options = upArguments(rest, process.env, ROOT);
      const { up } = await import('./up.ts');
      return up(options, ROOT);
    }
    case 'import': {
      const { importArguments } = await import('./house-arguments.ts');
      const options = importArguments(rest, process.env, ROOT);
      const { importFiles } = await import('./import.ts');
      return importFiles(options);
    }
    case 'export': {
      const { exportArguments } = await import('./house-arguments.ts');
      const options = exportArguments(rest, process.env, ROOT);
      const { exportTo } = await import('./export.ts');
      return exportTo(options);
    }
    case 'right': {
      const { rightArguments } = await import('./house-arguments.ts');
      const options = rightArguments(rest, process.env, ROOT);
      const { showRight } = await import('./right.ts');
      return showRight(options);
    }
    case 'fit': {
      const { fit } = await import('./fit.ts');
      return fit(rest);
    }
    case 'demo': {
      const { demo } = await import('./demo.ts');
      return demo(rest);
    }
    default:
      throw new ZhijianError('command_unknown', { given: command });
  }
};

// China has one zone, UTC+8, and no summer time.
const todayInBeijing = (): Day => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const complain = (error: unknown): number => {
  const known =
    error instanceof ZhijianError ? error : new ZhijianError('failed', { detail: error instanceof Error ? error.message : String(error) });
  const { exit } = ERROR[known.code];
  const lines = [known.in('zh'), known.in('en')];
  if (exit === ERROR.usage.exit) lines.push(`${CLI_SENTENCE.see_help.zh} / ${CLI_SENTENCE.see_help.en}`);
  if (known !== error && error instanceof Error && error.stack) lines.push(error.stack);
  process.stderr.write(`${lines.join('\n')}\n`);
  return exit;
};

// A reader that has seen enough (`./zhijian help | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2)).catch(complain);
