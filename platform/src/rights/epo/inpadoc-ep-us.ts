// Codes of INPADOC for European and US rights -> status: only those that settle it by themselves. Every other entry is kept without one.
import type { Rule } from './inpadoc-cn.ts';

/**
 * A European patent lives on in other states when it ends in one: PG25, 25, VS25 and the codes of national offices (GBPC, BERE, NLV4 …,
 * REG with its code) say nothing of it as a whole. `(DELETED)` and `MODIFIED` entries only say that another entry was wrong.
 */
export const EP_CODES: Record<string, Rule> = {
  '17P': 'in_examination', // REQUEST FOR EXAMINATION FILED
  R17P: 'in_examination', // REQUEST FOR EXAMINATION FILED (CORRECTED)
  '17Q': 'in_examination', // FIRST EXAMINATION REPORT DESPATCHED
  R17C: 'in_examination', // FIRST EXAMINATION REPORT DESPATCHED (CORRECTED)
  '18D': 'withdrawn', // APPLICATION DEEMED TO BE WITHDRAWN
  R18D: 'withdrawn', // APPLICATION DEEMED TO BE WITHDRAWN (CORRECTED)
  '18W': 'withdrawn', // APPLICATION WITHDRAWN
  R18W: 'withdrawn', // APPLICATION WITHDRAWN (CORRECTED)
  '18R': 'refused', // APPLICATION REFUSED
  R18R: 'refused', // APPLICATION REFUSED (CORRECTED)
  '27W': 'revoked', // PATENT REVOKED
  R27W: 'revoked', // PATENT REVOKED (CORRECTED)
  RDAG: 'revoked', // PATENT REVOKED
  RDAH: 'revoked', // PATENT REVOKED
  RDAA: 'revoked', // PATENT REVOKED ON REQUEST OF PROPRIETOR
  '28': 'restored', // RIGHTS RE-ESTABLISHED AFTER GRANT
  R28: 'restored', // RIGHTS RE-ESTABLISHED AFTER GRANT (CORRECTED)
  '33': 'transferred', // TRANSFER OF RIGHTS
  U1K: 'transferred', // TRANSFER OF RIGHTS OF THE UNITARY PATENT AFTER THE REGISTRATION OF THE UNITARY EFFECT
  '111L': 'licensed', // LICENCE RECORDED
  R11L: 'licensed', // LICENCE RECORDED (CORRECTED)
  '34G': 'licensed', // GRANT OF LICENCES
  U76: 'licensed', // LICENCE REGISTRATION PUBLISHED [UNITARY EFFECT]
  U79: 'open_license', // INTENTION TO LICENSE DECLARED [UNITARY EFFECT]
};

/** STCF (`PATENTED CASE`) is older than the grant itself, which the publication tells; FEPP, REMI and MAFP are about fees paid. */
export const US_CODES: Record<string, Rule> = {
  AS: { read: 'assignment' }, // ASSIGNMENT
  STCB: 'withdrawn', // INFORMATION ON STATUS: APPLICATION DISCONTINUATION
  STCH: { read: 'discontinuation' }, // INFORMATION ON STATUS: PATENT DISCONTINUATION
  FP: 'lapsed_unpaid_fee', // LAPSED DUE TO FAILURE TO PAY MAINTENANCE FEE
  LAPS: 'lapsed_unpaid_fee', // LAPSE FOR FAILURE TO PAY MAINTENANCE FEES
  REIN: 'restored', // REINSTATEMENT AFTER MAINTENANCE FEE PAYMENT CONFIRMED
  PRDP: 'restored', // PATENT REINSTATED DUE TO THE ACCEPTANCE OF A LATE MAINTENANCE FEE
  DP: 'restored', // NOTIFICATION OF ACCEPTANCE OF DELAYED PAYMENT OF MAINTENANCE FEE
  RN: 'restored', // RECISSION OF NOTICE OF PATENT EXPIRATION
  PEL: 'term_extended', // PATENT TERM EXTENSION
  PTEG: 'term_extended', // GRANT OF A PATENT TERM EXTENSION
  '356': 'term_extended', // PATENT TERM EXTENSION UNDER 35 U.S.C. 156
  '355A': 'term_extended', // PATENT TERM EXTENSION OR PATENT TERM RESTORATION ACCORDING TO 35 U.S.C. 155, 155A OR 156
};
