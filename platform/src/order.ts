// The house from its ground up: a folder imports only folders before it, and only their index.ts.
export const ORDER = ['kernel', 'readers', 'people', 'rights', 'traders', 'offers', 'imports', 'detection', 'judgment', 'desks', 'entry'] as const;
