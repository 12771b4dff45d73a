const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values, such as "key: value"',
};

/**
 * What to say of a value of the wrong type.
 * @param expected the types of the schema, one or a list
 * @param written the value as it stands in the text, when it is a scalar
 */
export function typeMessage(
  subject: string,
  expected: unknown,
  data: unknown,
  written: string | undefined,
): string {
  const types = Array.isArray(expected) ? expected.map(String) : [String(expected)];
  if (data === null) return `${subject} has no value.`;
  if (types.includes('string') && written !== undefined) return quotesMessage(subject, data, written);
  // To an author a number is text like any other.
  const wanted = types.filter((type) => type !== 'number' || !types.includes('string'));
  const words = wanted.map((type) => TYPE_WORDS[type] ?? type);
  const sentence = `${subject} should be ${words.join(' or ')}`;
  if (types.includes('array') && written !== undefined) return `${sentence}, such as [${written}].`;
  return `${sentence}, not ${actual(data, written)}.`;
}

function quotesMessage(subject: string, data: unknown, written: string): string {
  const read = String(data);
  if (typeof data === 'number' && read !== written) {
    return `${subject} needs quotes: without them YAML reads ${written} as ${read}.`;
  }
  return `${subject} should be text: write "${written}" in quotes.`;
}

function actual(data: unknown, written: string | undefined): string {
  if (written !== undefined) return `"${written}"`;
  return Array.isArray(data) ? 'a list' : 'keys with values';
}
