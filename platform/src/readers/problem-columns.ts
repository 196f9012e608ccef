// The columns that a file of records set aside has beside those of the records. Readers pass over them, so that the mended file gives the
// records it would have given.

export const PROBLEM = {
  what: '问题',
  field: '问题_字段',
  given: '问题_所给内容',
  allowed: '问题_允许内容',
  place: '问题_位置',
} as const;

const HEADINGS: readonly string[] = Object.values(PROBLEM).filter((heading) => heading !== PROBLEM.what);

/** Whether a heading is one of them. 问题 alone may be a column of someone's own; the others are not met elsewhere. */
export const isProblem = (heading: string): boolean => heading === PROBLEM.what || HEADINGS.includes(heading);
