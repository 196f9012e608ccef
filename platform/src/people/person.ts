// Who asks: an account and the body that it acts for.
import type { ACCOUNT_ROLE, BODY_KIND } from '@zhijian/contract';

export type AccountRole = keyof typeof ACCOUNT_ROLE;
export type BodyKind = keyof typeof BODY_KIND;

export interface Person {
  account_id: string;
  login: string;
  name: string;
  role: AccountRole;
  body_id: string;
  body_name: string;
  region: string;
  body_kind: BodyKind;
  demo: boolean;
}
