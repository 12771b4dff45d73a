import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What differs between two versions of a file, as `patch` and `git apply` take it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
