// Numbers of rights as printed on the certificate.
import type { RightKind } from '@zhijian/contract';

const GROUPS = /^(\d{4})(\d)(\d{7})(\.[\dX])?$/;
// Before October 2003: two digits of the year, one of the kind, five of the serial.
const OLD_GROUPS = /^(\d{2})(\d)(\d{5})(\.[\dX])?$/;

/**
 * `201829999002.7` -> `2018 2 9999002.7`; what is no Chinese patent number stays as it is.
 * @param granted prints ZL before it, which only a granted patent bears
 */
export const patentNumber = (number: string, granted: boolean): string => {
  const groups = GROUPS.exec(number) ?? OLD_GROUPS.exec(number);
  if (groups === null) return number;
  const [, year = '', kind = '', serial = '', check = ''] = groups;
  return `${granted ? 'ZL ' : ''}${year} ${kind} ${serial}${check}`;
};

/** `office`: of other offices the number stays as it is, though it may have as many digits. */
export const rightNumber = (right: { kind: RightKind; number: string; office?: string }, granted: boolean): string =>
  right.kind === 'trademark' || (right.office !== undefined && right.office !== 'CN') ? right.number : patentNumber(right.number, granted);
