// `./zhijian fit`: the case tables -> the numbers of the trademark model's release.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CLI_FIT, type Label, say, ZhijianError } from '@zhijian/contract';
import { fitTrademark, TRADEMARK_RELEASE_FILE } from '@zhijian/engine';

const DONE = 0;
const DIFFERS = 1;

export const fit = (words: readonly string[]): number => {
  const [option, more] = words;
  if (option !== undefined && option !== '--check') throw new ZhijianError('option_unknown', { given: option });
  if (more !== undefined) throw new ZhijianError('argument_unexpected', { given: more });
  const { release, near, clue, by_outcome } = fitTrademark();
  print(say(CLI_FIT.near, { cases: near.cases, high: near.threshold, precision: near.precision, recall: near.recall }));
  print(say(CLI_FIT.clue, { cases: clue.cases, auc: clue.auc }));
  for (const { outcome, pairs, same_or_near } of by_outcome) print(say(CLI_FIT.by_outcome, { outcome, pairs, near: same_or_near }));
  const text = `${JSON.stringify(release, null, 2)}\n`;
  const same = readFileSync(TRADEMARK_RELEASE_FILE, 'utf8') === text;
  const facts = { release: String(release.release), file: 'engine/models/trademark/release.json' };
  if (same) print(say(CLI_FIT.same, facts));
  else if (option === '--check') print(say(CLI_FIT.differs, facts));
  else {
    writeFileSync(`${TRADEMARK_RELEASE_FILE}.tmp`, text);
    renameSync(`${TRADEMARK_RELEASE_FILE}.tmp`, TRADEMARK_RELEASE_FILE);
    print(say(CLI_FIT.written, facts));
  }
  return same || option !== '--check' ? DONE : DIFFERS;
};

const print = ({ zh, en }: Label): void => {
  process.stdout.write(`${zh} / ${en}\n`);
};
