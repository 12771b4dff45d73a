import { readConfig } from '../rules/config.ts';
import type { Problem } from '../text/problem.ts';
import type { Pack } from './pack.ts';
import { baselineProblems } from './packBaseline.ts';
import { readPackSources } from './packSources.ts';

/** All that is wrong with the text of a `touchstone.yaml`, by the files that were read with its pack. */
export function configProblems(
  text: string,
  { workbooks, baseline }: Pick<Pack, 'workbooks' | 'baseline'>,
): readonly Problem[] {
  const { config, problems } = readConfig(text);
  return [
    ...problems,
    ...readPackSources(config.sources, workbooks).problems,
    ...baselineProblems(config.baseline, baseline),
  ];
}
