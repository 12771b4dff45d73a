const SMALL =
  'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'none ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number below 1,000 as reports write it: `twenty-three`, `three hundred and four`; undefined for none. */
export function numberInWords(number: number): string | undefined {
  if (number < 1 || number > 999) return undefined;
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const small =
    rest < 20
      ? SMALL[rest]
      : [TENS[Math.floor(rest / 10)], SMALL[rest % 10]].slice(0, rest % 10 === 0 ? 1 : 2).join('-');
  if (hundreds === 0) return small;
  return rest === 0 ? `${SMALL[hundreds]} hundred` : `${SMALL[hundreds]} hundred and ${small}`;
}
