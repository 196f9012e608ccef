// The lead that was judged last, so that `u` takes back what a person just did although the next lead is shown already.
let last: string | null = null;

export const rememberJudged = (lead_id: string): void => {
  last = lead_id;
};

/** The lead whose judgment `u` takes back: the last one, once. */
export const takeLastJudged = (): string | null => {
  const lead_id = last;
  last = null;
  return lead_id;
};
