// Whether it was the database that failed, not the work: it ended, was killed, starts or stops. What was asked may be asked again soon.

/** Lost connections of the driver, and what PostgreSQL says while it starts or stops. */
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '53300']);
const WORDS = /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

export const databaseIsAway = (error: unknown): boolean => {
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string };
  // A missing file is ENOENT, too.
  if (code === 'ENOENT' && syscall !== 'connect') return false;
  return CODES.has(code ?? '') || WORDS.test(message ?? '');
};
