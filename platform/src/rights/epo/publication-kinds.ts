// What a publication's kind code says (WIPO ST.16, and each office's own use of it): the kind of right, and whether it was granted.
import type { Day, RightKind } from '@zhijian/contract';

/** U and Y are utility models everywhere (ST.16 group 2), S designs; D is a design in China only (1993 to 2010), elsewhere a translation. */
export const rightKindOf = (country: string, kind: string): Exclude<RightKind, 'trademark'> => {
  const letter = kind[0];
  if (letter === 'U' || letter === 'Y') return 'utility_model';
  if (letter === 'S' || (letter === 'D' && country === 'CN')) return 'design';
  return 'invention';
};

interface Stage {
  kinds: RegExp;
  /** First day from which the code has this sense. */
  from: Day;
}

const GRANT: Record<string, Stage> = {
  // Before 1993 B, U and S were applications that could be opposed (domain.md 1.2).
  CN: { kinds: /^[BCUYSD]$/, from: '1993-01-01' },
  // A B2 is the patent as amended after opposition, B3 as limited: no other grant. B8 and B9 correct.
  EP: { kinds: /^B1$/, from: '1978-01-01' },
  // Until 2001 the patent was the only publication, with kind A.
  US: { kinds: /^(?:A|B[12]|S1?|E1?|P[23]?)$/, from: '1836-01-01' },
  JP: { kinds: /^B[12]$/, from: '1996-05-29' },
  KR: { kinds: /^B1$/, from: '1999-01-01' },
  DE: { kinds: /^(?:C[12]?|B[34])$/, from: '1981-01-01' },
  FR: { kinds: /^B1$/, from: '1979-01-01' },
  GB: { kinds: /^B$/, from: '1979-01-01' },
  NL: { kinds: /^C[12]?$/, from: '1978-01-01' },
  RU: { kinds: /^C[12]$/, from: '1992-10-14' },
  CA: { kinds: /^C$/, from: '1989-10-01' },
};

const APPLICATION: Record<string, Stage> = {
  CN: { kinds: /^A$/, from: '1985-04-01' },
  EP: { kinds: /^A[12]$/, from: '1978-01-01' },
  WO: { kinds: /^A[12]$/, from: '1978-01-01' },
  US: { kinds: /^(?:A1|P1)$/, from: '2001-03-15' },
  JP: { kinds: /^A$/, from: '1971-01-01' },
  KR: { kinds: /^A$/, from: '1981-01-01' },
  DE: { kinds: /^A1$/, from: '1968-01-01' },
  FR: { kinds: /^A1$/, from: '1969-01-01' },
  GB: { kinds: /^A$/, from: '1979-01-01' },
  AU: { kinds: /^A[12]?$/, from: '1991-04-30' },
  CA: { kinds: /^A1$/, from: '1989-10-01' },
};

/** What the publication made of the application; null where country, code and day do not tell for certain. */
export const stageOf = (country: string, kind: string, day: Day | null): 'granted' | 'application_published' | null => {
  if (day === null) return null;
  const holds = (stages: Record<string, Stage>) => {
    const stage = Object.hasOwn(stages, country) ? stages[country] : undefined;
    return stage?.kinds.test(kind) === true && day >= stage.from;
  };
  if (holds(GRANT)) return 'granted';
  if (holds(APPLICATION)) return 'application_published';
  // The announced, still opposable applications for utility models and designs of the first Chinese law.
  return country === 'CN' && /^[US]$/.test(kind) ? 'application_published' : null;
};
