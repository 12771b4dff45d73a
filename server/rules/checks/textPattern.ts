import type { CheckDef } from '../../framework/checkDef.ts';
import { type Pattern, phrasePattern, readPattern } from '../../values/pattern.ts';

/** What a check looks for: its phrases and its pattern. None where its pattern cannot be read or is of no use. */
export function patternsOf({ text, pattern }: CheckDef): readonly Pattern[] {
  const phrases = text.filter((phrase) => phrase.trim() !== '').map(phrasePattern);
  if (pattern === undefined) return phrases;
  const reading = readPattern(pattern);
  return 'pattern' in reading && reading.matches === 'some' ? [...phrases, reading.pattern] : phrases;
}
