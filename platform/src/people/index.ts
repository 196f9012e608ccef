// Clauses: F2, G2.
// In: logins with passwords, tokens of cookies and of one-time links. Out: who asks, and for which body and region.
// Invariant: no password and no token is stored, only what they hash to; an account speaks for one body,
// and what it may see is decided by the database from that body, not by the page.
export { demoAccounts, type DemoLogin } from './demo-accounts.ts';
export { acceptInvitation, INVITATION_HOURS, invite, isOpenInvitation, LEAST_PASSWORD } from './invitation.ts';
export { demoPeople, hasAccounts, listBodies } from './people-store.ts';
export type { AccountRole, BodyKind, Person } from './person.ts';
export { SESSION_HOURS, signIn, signOut, whoIs } from './sign-in.ts';
