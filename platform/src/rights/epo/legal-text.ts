// The text of an INPADOC entry, which repeats number, day, code and description on each line:
// `US201815919370A 2018-03-14AS   ASSIGNMENT Effective DATE 20141204`.

/** What the lines say beyond code and description, joined; '' where they say no more. White space may have been collapsed before. */
export const detailOf = (lines: readonly string[], code: string, description: string): string => {
  const heading = description.replace(/\s+/g, ' ').trim();
  return lines
    .flatMap((line) => line.split(/\r?\n/))
    .map((line) => {
      const flat = line.replace(/\s+/g, ' ').trim();
      const day = /\d{4}-\d{2}-\d{2}/.exec(flat);
      const behind = day === null ? flat : flat.slice(day.index + 10);
      const rest = (behind.startsWith(code) ? behind.slice(code.length) : behind).replace(/^ ?[+-]? ?/, '');
      return (rest.startsWith(heading) ? rest.slice(heading.length) : rest).trim();
    })
    .filter((rest) => rest !== '')
    .join('; ');
};
