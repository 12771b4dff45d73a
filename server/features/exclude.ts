import picomatch from 'picomatch/posix';

/**
 * Says which files a pack leaves out, by their path relative to the pack's folder. A pattern without a slash
 * matches the name of a file or folder at any depth; a folder that matches is left out with all that is in it.
 */
export function excluder(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(matcher);
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, index) => {
      const folderOrFile = parts.slice(0, index + 1).join('/');
      return matchers.some((matches) => matches(folderOrFile));
    });
  };
}

function matcher(pattern: string): (path: string) => boolean {
  const glob = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  if (glob === '') return () => false;
  const anchored = /^\.?\//.test(pattern) || glob.includes('/');
  try {
    return picomatch(glob, { dot: true, basename: !anchored, nonegate: true, noextglob: true });
  } catch {
    // A pattern that is none matches nothing.
    return () => false;
  }
}

/** Says which paths a pattern of a command line means, relative to the folder that it is read in. */
export function globMatcher(pattern: string): (path: string) => boolean {
  try {
    return picomatch(pattern, { nonegate: true, noextglob: true });
  } catch {
    // A pattern that is none matches nothing.
    return () => false;
  }
}
