// What a person changes. A judgment refreshes its lead and the lists; everything else stays as it was loaded.
import {
  type FirstAccount,
  type ImportDetail,
  type ImportRow,
  type Judge,
  type LeadDetail,
  type Me,
  type Mend,
  type Mended,
  PATH,
  type SignIn,
  type StartedImports,
  type StartImport,
} from '@zhijian/contract';
import { fillPath } from './address.ts';
import { change } from './client.ts';
import { client } from './queries.ts';

const entered = (me: Me): Me => {
  client.clear();
  client.setQueryData(['me'], me);
  return me;
};

export const signIn = async (words: SignIn): Promise<Me> => entered(await change<Me>('POST', PATH.session, words));

export const makeFirstAccount = async (words: FirstAccount): Promise<Me> => entered(await change<Me>('POST', PATH.first_account, words));

export const signOut = async (): Promise<void> => {
  await change('DELETE', PATH.session);
  client.clear();
};

const judged = (detail: LeadDetail): LeadDetail => {
  client.setQueryData(['lead', detail.lead.lead_id], detail);
  void client.invalidateQueries({ queryKey: ['leads'] });
  return detail;
};

export const judge = async (lead_id: string, words: Judge): Promise<LeadDetail> =>
  judged(await change<LeadDetail>('POST', fillPath(PATH.judgment, { lead_id }), words));

export const undo = async (lead_id: string): Promise<LeadDetail> => judged(await change<LeadDetail>('DELETE', fillPath(PATH.judgment, { lead_id })));

/** The imports that were started, one for each kind in the file. */
export const startImport = async (words: StartImport): Promise<ImportRow[]> => {
  const { imports } = await change<StartedImports>('POST', PATH.imports, words);
  void client.invalidateQueries({ queryKey: ['imports'] });
  return imports;
};

export const retryImport = async (import_id: string): Promise<void> => {
  const detail = await change<ImportDetail>('POST', fillPath(PATH.retry, { import_id }));
  client.setQueryData(['import', import_id], detail);
  void client.invalidateQueries({ queryKey: ['imports'] });
};

/** Mends a record that was set aside; the import that is shown moves with it. */
export const mend = async (import_id: string, sequence: number, words: Mend): Promise<Mended> => {
  const mended = await change<Mended>('POST', fillPath(PATH.set_aside, { import_id, sequence: String(sequence) }), words);
  if (mended.still === null) {
    client.setQueryData(['import', import_id], mended.import);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' && queryKey[0] !== 'me' });
  }
  return mended;
};
