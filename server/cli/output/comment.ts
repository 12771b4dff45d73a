import type { WordComment } from '../../convert/word/comments.ts';
import type { CommentLine } from '../../convert/word/commentsPart.ts';
import type { Severity } from '../../text/problem.ts';
import type { FileText } from '../position.ts';
import type { Told } from '../result.ts';

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'For information',
  hint: 'Hint',
};

/** A finding as a comment in the margin says it, to someone who sees the words and nothing else. */
export function commentOf(finding: Told, text: FileText): WordComment {
  const { rule, severity, message, span } = finding;
  const about = text.quote(span);
  return {
    span,
    elsewhere: { text: about === '' ? 'Near this place:' : `On the words "${about}":` },
    lines: [
      { text: SEVERITY[severity], bold: true },
      ...paragraphs(message),
      ...advice(finding),
      ...related(finding, text),
      { text: `Rule: ${rule}` },
    ],
  };
}

function paragraphs(text: string): readonly CommentLine[] {
  return text.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : { text: line.trim() }));
}

function advice({ advice: titles = [] }: Told): readonly CommentLine[] {
  if (titles.length === 0) return [];
  return [{ text: `What you can do: ${titles.join('; or: ')}.`.replace(/([.?!])\.$/, '$1') }];
}

/** The other places, by their words: Word shows nobody the numbers of paragraphs. */
function related({ related: places }: Told, text: FileText): readonly CommentLine[] {
  return places.map(({ path, span, message }) => {
    if (path !== undefined) return { text: `See ${path}: ${message}` };
    const words = text.quote(span);
    return { text: message.includes(words) ? message : `See "${words}": ${message}` };
  });
}
