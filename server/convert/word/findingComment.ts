import type { Finding, Severity } from '../../text/problem.ts';
import { quote } from '../../text/quote.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { WordComment } from './comments.ts';
import type { Commenter, CommentLine } from './commentsPart.ts';

/** Whose comments ours are: those that are there already are replaced. */
export const COMMENTER: Pick<Commenter, 'author' | 'initials'> = { author: 'Touchstone', initials: 'T' };

/** A finding at places of the flow's text. */
export interface Remark extends Omit<Finding, 'fixes'> {
  /** What would mend it, in words. */
  readonly advice?: readonly string[];
}

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'For information',
  hint: 'Hint',
};

/** A finding as a comment in the margin says it, to someone who sees the words and nothing else. */
export function commentOf(finding: Remark, text: SourceText): WordComment {
  const { rule, severity, message, span } = finding;
  const about = quote(text, span);
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

function advice({ advice: titles = [] }: Remark): readonly CommentLine[] {
  if (titles.length === 0) return [];
  return [{ text: `What you can do: ${titles.join('; or: ')}.`.replace(/([.?!])\.$/, '$1') }];
}

/** The other places, by their words: Word shows nobody the numbers of paragraphs. */
function related({ related: places }: Remark, text: SourceText): readonly CommentLine[] {
  return places.map(({ path, span, message }) => {
    if (path !== undefined) return { text: `See ${path}: ${message}` };
    const words = quote(text, span);
    return { text: message.includes(words) ? message : `See "${words}": ${message}` };
  });
}
