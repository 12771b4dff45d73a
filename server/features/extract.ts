import type { Config } from '../rules/config.ts';

/**
 * Rules that look for what a text taken out of a PDF does not show: its tables have lost their lines, and cells that span
 * rows; its pages cut sentences, and its pictures and links have lost their words. Comments that switch off what its reader
 * was unsure of are its reader's, and need not all be of use.
 */
export const BLIND: readonly string[] = [
  'structure/missing-table',
  'accessibility/colour-only-status',
  'accessibility/missing-alt-text',
  'accessibility/table-without-header',
  'accessibility/unclear-link-text',
  'action/missing-due',
  'directive/unused-suppression',
  'prose/cut-off-sentence',
];

/** The configuration for a text that was taken out of a published document; what a pack sets itself counts more. */
export function forExtract(config: Config): Config {
  const off = BLIND.map((id) => [id, { severity: 'off', options: {} }] as const);
  return { ...config, rules: new Map([...off, ...config.rules]) };
}
