// One way to the API: JSON in and out, and a problem that keeps what the server said.
import { type Problem, REQUEST_HEADER } from '@zhijian/contract';

/** What the server refused or could not do. `code` is `network` where no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.en);
    this.status = status;
    this.problem = problem;
  }
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'zh' in body && 'en' in body && 'code' in body;

/** An answer that is no JSON of ours (a proxy's page, an empty body) still becomes a problem that can be quoted. */
const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => null);
  const request_id = response.headers.get('x-request-id') ?? '';
  return new ApiProblem(response.status, isProblem(body) ? body : { code: 'unreadable', zh: '', en: '', request_id });
};

const send = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ApiProblem(0, { code: 'network', zh: '', en: '', request_id: '' });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
};

export const get = async <Answer>(path: string): Promise<Answer> => (await send(path, {})).json() as Promise<Answer>;

/** Bytes of a file, from an offset that a header names. */
export const sendBytes = async <Answer>(path: string, headers: Record<string, string>, body: Blob): Promise<Answer> => {
  const all = { ...headers, [REQUEST_HEADER]: '1', 'content-type': 'application/octet-stream' };
  return (await send(path, { method: 'PATCH', headers: all, body })).json() as Promise<Answer>;
};

/** A request that changes something; a FormData goes as it is, anything else as JSON. */
export const change = async <Answer>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> => {
  const headers: Record<string, string> = { [REQUEST_HEADER]: '1' };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const response = await send(path, { method, headers, ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }) });
  return (response.status === 204 ? undefined : await response.json()) as Answer;
};
