import { type Me as MeWords, type SignIn as SignInWords, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asBody, asSystem, audit } from '../../kernel/index.ts';
import { acceptInvitation, isOpenInvitation, type Person, signIn, signOut } from '../../people/index.ts';
import { bind } from '../bind.ts';
import { FirstAccount, FirstLink, LinkQuery, Me, SignIn } from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { giveSession, personOf, takeSession, tokenOf } from '../session.ts';

const me = ({ login, name, role, body_name, region, body_kind, demo }: Person): MeWords => ({
  account: { login, name, role },
  body: { name: body_name, region, kind: body_kind },
  demo,
});

/** Guessing: ten tries a minute for one login from one place. Counted in this process; several servers allow as many times that. */
const SLOWED = {
  rateLimit: {
    max: 10,
    timeWindow: 60_000,
    hook: 'preHandler' as const,
    // As the database compares logins: Victim and victim are one.
    keyGenerator: (request: FastifyRequest) => `${request.ip}\n${(request.body as { login?: string } | undefined)?.login?.toLowerCase() ?? ''}`,
  },
};

export const sessionRoutes = (app: FastifyInstance, { pool }: Serving): void => {
  const entered = async (words: SignInWords): Promise<{ person: Person; token: string }> => {
    try {
      const entry = await signIn(pool, words.login, words.password);
      await asBody(pool, entry.person, (tx) => audit(tx, { action: 'session.opened', subject: entry.person.login }));
      return entry;
    } catch (error) {
      // A refused sign-in belongs to no body; the row says which login was tried.
      if (error instanceof ZhijianError) await asSystem(pool, (tx) => audit(tx, { action: 'session.refused', subject: words.login }));
      throw error;
    }
  };
  bind(
    app,
    'sign_in',
    { body: SignIn, answer: Me },
    async ({ request, reply, body }) => {
      const { person, token } = await entered(body);
      giveSession(request, reply, token);
      return me(person);
    },
    SLOWED,
  );
  bind(
    app,
    'check_first_link',
    { query: LinkQuery, answer: FirstLink },
    async ({ query: { token } }) => ({ open: await asSystem(pool, (tx) => isOpenInvitation(tx, token)) }),
    SLOWED,
  );
  bind(
    app,
    'first_account',
    { body: FirstAccount, answer: Me },
    async ({ request, reply, body }) => {
      await asSystem(pool, (tx) => acceptInvitation(tx, body));
      const { person, token } = await entered(body);
      await asBody(pool, person, (tx) => audit(tx, { action: 'account.first', subject: person.login, detail: { region: person.region } }));
      giveSession(request, reply, token);
      return me(person);
    },
    SLOWED,
  );
  bind(app, 'sign_out', {}, async ({ request, reply }) => {
    const person = personOf(request);
    await signOut(pool, tokenOf(request) ?? '');
    await asBody(pool, person, (tx) => audit(tx, { action: 'session.closed', subject: person.login }));
    takeSession(request, reply);
  });
  bind(app, 'me', { answer: Me }, async ({ request }) => me(personOf(request)));
};
