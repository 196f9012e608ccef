// The status column of a register holds one word, or a history: a day and a word on each line.

export interface StatedEvent {
  word: string;
  /** The day beside the word, as given. */
  day: string | null;
}

const DAY = String.raw`\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|\d{8}(?!\d)`;
const BEFORE = new RegExp(String.raw`^[[(【（]?(${DAY})[\])】）]?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\s:：,，、|/-]*(\S.*)$`);
const BEHIND = new RegExp(String.raw`^(\S.*?)[\s:：,，、|/-]*[[(【（]?(?:公告日?[:：]?\s*)?(${DAY})[\])】）]?$`);

const linesOf = (text: string): string[] =>
  text
    .split(/[\n\r|]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const stated = (line: string): StatedEvent => {
  const before = BEFORE.exec(line);
  if (before) return { day: before[1]!, word: before[2]!.trim() };
  const behind = BEHIND.exec(line);
  return behind ? { day: behind[2]!, word: behind[1]!.trim() } : { day: null, word: line };
};

/**
 * The events of a status cell in its order; null where it is one word, whose days stand in columns of their own. Days that stand line by
 * line in the column beside it are paired with the words.
 * @param days the cell of the days beside it, as given
 */
export const statedEvents = (status: string, days: string | null): StatedEvent[] | null => {
  if (status.length > 20_000) return null;
  let lines = linesOf(status);
  if (lines.length === 1) {
    // Several on one line, where each has its day.
    const parts = lines[0]!.split(/[;；]/).filter((part) => part.trim() !== '');
    if (parts.length > 1 && parts.every((part) => stated(part.trim()).day !== null)) lines = parts.map((part) => part.trim());
  }
  const events = lines.map(stated);
  if (events.every(({ day }) => day === null)) {
    const beside = days === null ? [] : linesOf(days);
    if (lines.length < 2) return null;
    return events.map(({ word }, i) => ({ word, day: beside.length === lines.length ? beside[i]! : null }));
  }
  return events;
};
