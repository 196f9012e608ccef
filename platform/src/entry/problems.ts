// Errors become answers here and nowhere else. What is not in the table of errors is never told, only logged with the request's id.
import { ERROR, type ErrorCode, type Problem, ZhijianError } from '@zhijian/contract';
import type { FastifyError, FastifyInstance } from 'fastify';
import { databaseIsAway } from '../kernel/index.ts';

export const MOST_UPLOAD = 2 * 1024 ** 3;

interface Fault {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Which field, and what is allowed, in words that need no translation: `verdict: not_infringing | needs_evidence`. */
const faultWords = (faults: readonly Fault[], context: string | undefined): string =>
  faults
    .map(({ instancePath, keyword, params }) => {
      const missing = typeof params['missingProperty'] === 'string' ? params['missingProperty'] : '';
      const field = [...instancePath.split('/').slice(1), missing].filter((part) => part !== '').join('.') || (context ?? '');
      const allowed = Array.isArray(params['allowedValues']) ? params['allowedValues'].join(' | ') : undefined;
      const limit = params['limit'] === undefined ? '' : ` ${params['comparison'] ?? ''} ${params['limit']}`.replace('  ', ' ');
      return `${field}: ${allowed ?? params['type'] ?? `${keyword}${limit}`}`;
    })
    .join('; ');

const known = (error: FastifyError): ZhijianError | null => {
  if (error instanceof ZhijianError) return ERROR[error.code].status < 500 ? error : null;
  if (error.validation) return new ZhijianError('request_invalid', { detail: faultWords(error.validation as Fault[], error.validationContext) });
  if (error.statusCode === 413) return new ZhijianError('file_too_large', { most: `${MOST_UPLOAD / 1024 ** 3} GB` });
  if (error.statusCode === 429) return new ZhijianError('too_many_requests');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new ZhijianError('request_invalid', { detail: error.code });
  return null;
};

export const problemOf = (error: ZhijianError, request_id: string): Problem => ({
  code: error.code,
  zh: error.in('zh'),
  en: error.in('en'),
  request_id,
});

export const answerProblems = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const told = known(error);
    if (told === null) request.log.error({ err: error }, 'unexpected');
    const answer = told ?? new ZhijianError((databaseIsAway(error) ? 'unavailable' : 'internal') satisfies ErrorCode);
    return reply
      .code(ERROR[answer.code].status)
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(problemOf(answer, request.id));
  });
};
