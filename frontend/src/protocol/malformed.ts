/** A message that breaks `lukis.v1`. The text names what came and what was expected. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
}

export type Fields = Readonly<Record<string, unknown>>;

export function parseFields(json: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new MalformedMessageError(`message: ${json.slice(0, 40)} (expected: JSON)`);
  }
  return fields(value, 'message');
}

export function fields(value: unknown, name: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Fields;
  }
  throw unexpected(name, value, 'an object');
}

export function numberField(from: Fields, name: string): number {
  const value = from[name];
  if (typeof value === 'number') return value;
  throw unexpected(name, value, 'a number');
}

export function textField(from: Fields, name: string): string {
  const value = from[name];
  if (typeof value === 'string') return value;
  throw unexpected(name, value, 'a string');
}

export function optionalNumber(from: Fields, name: string): number | undefined {
  return from[name] == null ? undefined : numberField(from, name);
}

export function unexpected(name: string, value: unknown, expected: string): MalformedMessageError {
  return new MalformedMessageError(`${name}: ${JSON.stringify(value)} (expected: ${expected})`);
}
