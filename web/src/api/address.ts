/** A path of the contract with its parameters filled, each encoded. */
export const fillPath = (path: string, parameters: Record<string, string>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));

/** `?a=b&…` of what is given; nothing where nothing is. */
export const query = (given: object): string => {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  const text = words.toString();
  return text === '' ? '' : `?${text}`;
};
