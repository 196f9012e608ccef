// One operation, one route: its address and permission out of the one table, its shapes checked both ways, its handler typed by them.
import type { Readable } from 'node:stream';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { OPERATION, type OperationName } from './permissions.ts';
import { Problem } from './schemas/operations.ts';

interface Shapes {
  body?: TSchema;
  /** A file as multipart/form-data. Told to readers of /openapi.json; it is read as a stream, so that nothing is there to check beforehand. */
  form?: TSchema;
  /** Bytes of this media type, read as a stream: nothing is there to check beforehand either. */
  bytes?: string;
  query?: TSchema;
  params?: TSchema;
  /** A file of this media type is answered with 200, as a stream. */
  file?: string;
  /** Bytes of a body, where more than the server's own limit are taken. */
  bodyLimit?: number;
  /** What is answered with 200; none means 204. */
  answer?: TSchema;
}
type Of<Shape> = Shape extends TSchema ? Static<Shape> : undefined;

export interface Asked<S extends Shapes> {
  request: FastifyRequest;
  reply: FastifyReply;
  body: Of<S['body']>;
  query: Of<S['query']>;
  params: Of<S['params']>;
}

/** What is told of a good answer in /openapi.json. */
const answered = (file: string | undefined, answer: TSchema | undefined): object => {
  if (file !== undefined) return { 200: { description: 'file', content: { [file]: { schema: { type: 'string' } } } } };
  return answer === undefined ? { 204: { type: 'null', description: 'done' } } : { 200: answer };
};

export const bind = <const S extends Shapes>(
  app: FastifyInstance,
  name: OperationName,
  { body, form, bytes, query, params, file, answer, bodyLimit }: S,
  handle: (asked: Asked<S>) => Promise<S['answer'] extends TSchema ? Static<S['answer']> : S['file'] extends string ? Readable : void>,
  config: FastifyContextConfig = {},
): void => {
  const { method, path, permission, scope } = OPERATION[name];
  app.route({
    method,
    url: path,
    config: { ...config, operation: name },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    schema: {
      ...(body === undefined ? {} : { body }),
      ...(form === undefined ? {} : { body: form, consumes: ['multipart/form-data'] }),
      ...(bytes === undefined ? {} : { body: { content: { [bytes]: { schema: { type: 'string', format: 'binary' } } } } }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(params === undefined ? {} : { params }),
      ...(permission === 'public' ? {} : { security: [{ session: [] }] }),
      operationId: name,
      response: { ...answered(file, answer), '4xx': Problem, '5xx': Problem },
      ...{ 'x-permission': permission, 'x-scope': scope },
    },
    ...(form === undefined && bytes === undefined ? {} : { validatorCompiler: () => () => true }),
    handler: async (request, reply) => {
      const asked = { request, reply, body: request.body, query: request.query, params: request.params } as Asked<S>;
      const given = await handle(asked);
      if (file !== undefined) return reply.type(`${file}; charset=utf-8`).send(given);
      return answer === undefined ? reply.code(204).send() : given;
    },
  });
};
