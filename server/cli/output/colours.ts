import type { Severity } from '../../text/problem.ts';
import type { Io } from '../io.ts';

export type Style = Severity | 'bold' | 'dim' | 'mark';

/** Dresses a text for a terminal, or leaves it as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;34',
  hint: '1;36',
  bold: '1',
  dim: '2',
  mark: '36',
};

/** How to dress texts, by the option, the environment and the terminal, in this order. */
export function painter(when: 'auto' | 'always' | 'never', io: Io): Paint {
  if (!usesColour(when, io)) return (_, text) => text;
  return (style, text) => (text === '' ? '' : `\u001B[${CODES[style]}m${text}\u001B[0m`);
}

function usesColour(when: 'auto' | 'always' | 'never', { env, columns }: Io): boolean {
  if (when !== 'auto') return when === 'always';
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env.NO_COLOR ?? '') !== '') return false;
  return columns !== undefined && env.TERM !== 'dumb';
}
