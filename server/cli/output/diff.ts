import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { visible } from './screen.ts';

/** What differs between two versions of a file, as `patch` and `git apply` take it. */
export function unifiedDiff(file: string, before: string, after: string, forScreen: boolean): string {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  if (!forScreen) return patch;
  // On a screen the carriage return of every line says nothing, and what a terminal would obey is shown.
  return patch
    .split('\n')
    .map((line) => visible(line.replace(/\r$/, '')))
    .join('\n');
}
