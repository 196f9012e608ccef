// The help, out of the tables of commands and options: Chinese first, then English.
import { CLI_SENTENCE, COMMAND, type CommandName, type Label, OPTION, ZhijianError } from '@zhijian/contract';

const LANGUAGES = ['zh', 'en'] as const;

/** The text of `help` or `help COMMAND`. Throws ZhijianError for an unknown command. */
export const help = (words: readonly string[]): string => {
  const [name, more] = words;
  if (more !== undefined) throw new ZhijianError('argument_unexpected', { given: more });
  if (name === undefined) return LANGUAGES.map(overview).join('\n');
  if (!Object.hasOwn(COMMAND, name)) throw new ZhijianError('command_unknown', { given: name });
  return LANGUAGES.map((language) => command(name as CommandName, language)).join('\n');
};

const overview = (language: keyof Label): string => {
  const lines = [CLI_SENTENCE.title[language], ''];
  for (const entry of Object.values(COMMAND)) {
    lines.push(`  ${entry.synopsis}`, `      ${entry[language]}`, `      ${CLI_SENTENCE.example[language]}: ${entry.example}`, '');
  }
  return [...lines, CLI_SENTENCE.exit_codes[language], ''].join('\n');
};

const command = (name: CommandName, language: keyof Label): string => {
  const entry = COMMAND[name];
  const lines = [entry.synopsis, entry[language], ''];
  for (const [option, { value, ...says }] of Object.entries(OPTION[name] as Record<string, Label & { value: string }>)) {
    lines.push(`  ${`${option} ${value}`.trim()}`, `      ${says[language]}`);
  }
  return [...lines, `${CLI_SENTENCE.example[language]}: ${entry.example}`, ''].join('\n');
};
