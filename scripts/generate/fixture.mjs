const FENCE = /^(`{3,})(.*)$/;
// A line that marks what is expected of the line above, bare or dressed as a comment of either syntax.
const MARKER = /^\s*(?:<!--\s*|#\s*)?(?:\^+|<~+)\s+(?:error|warning|info|hint)\b/;
const SYNTAXES = ['md', 'yaml'];

/**
 * A literate fixture as its cases: `{ title, prose, fences: [{ syntax, word, text, marked }] }`. `word` is
 * what follows the syntax, as in "md fixed"; `marked` says that the fence expects a finding.
 */
export function readFixture(text) {
  const cases = [];
  let open;
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line);
    const current = cases.at(-1);
    if (open) {
      if (line.trimEnd() === open.ticks) open = undefined;
      else open.lines.push(line);
    } else if (fence) {
      open = { ticks: fence[1], info: fence[2].trim(), lines: [] };
      current?.fences.push(open);
    } else if (line.startsWith('## ')) cases.push({ title: line.slice(3).trim(), prose: [], fences: [] });
    else current?.prose.push(line);
  }
  return cases.map(({ title, prose, fences }) => ({
    title,
    prose: prose.join('\n').trim(),
    fences: fences.map(toFence),
  }));
}

/** The bad example of a rule and the good one: the first case that fails with its mended text, or else a clean case. */
export function examples(cases) {
  const bad = cases.find((one) => one.fences.some(isBad));
  const fixed = bad?.fences.find((fence) => fence.word === 'fixed');
  const clean = cases
    .filter((one) => !one.fences.some((fence) => fence.marked || fence.word === 'config'))
    .flatMap((one) => one.fences.filter(isDocument))[0];
  return { bad: bad?.fences.find(isBad), good: fixed ?? clean };
}

function isDocument(fence) {
  return SYNTAXES.includes(fence.syntax) && fence.word === '';
}

function isBad(fence) {
  return isDocument(fence) && fence.marked;
}

function toFence({ info, lines }) {
  const [syntax = '', ...words] = info.split(/\s+/);
  return {
    syntax,
    word: words.join(' '),
    text: lines
      .filter((line) => !MARKER.test(line))
      .join('\n')
      .replaceAll('<|>', ''),
    marked: lines.some((line) => MARKER.test(line)),
  };
}
